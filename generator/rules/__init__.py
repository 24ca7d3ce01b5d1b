"""One module per rule; the file name is code and name, the docstring is the published page."""
