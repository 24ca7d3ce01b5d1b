"""A language server: what the checker knows, said while somebody types.

Everything here but `server` is a pure function over a text and the library. An editor's text is
often half written, so places come from `outline`, which reads any text, and not from the checker's
reader, which wants YAML.
"""
