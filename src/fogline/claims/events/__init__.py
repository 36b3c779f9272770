"""What is claimed: kind, status, predicate, who did what to whom, and the events a report states itself."""
