"""A report as read -> what a careful reader would want to know about it, each with its reason and sentences."""
