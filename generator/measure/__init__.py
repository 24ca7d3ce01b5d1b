"""Numbers about a plan, no opinions."""
