"""Views that decide what a page says, and the templates that say it."""
