"""The commands of `pillars`, one module each, named after it; `command` is what click runs."""
