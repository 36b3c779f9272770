"""Quality gates: gold written for this project, scorers, floors."""
