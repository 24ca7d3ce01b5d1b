"""Files beside the pages, for machines: one module per format."""
