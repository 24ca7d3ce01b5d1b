"""Publications as readers and reference managers know them: one module per way to cite."""
