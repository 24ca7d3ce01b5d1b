"""A program and the library in a reader's words and numbers, for pages and files alike."""
