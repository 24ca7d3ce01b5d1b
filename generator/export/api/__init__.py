"""The site as data: JSON files below `api/v1`, described by an OpenAPI document.

`shapes` says what each answer holds, field by field; the schemas are read off it. `answers` lists
the kinds there are, `documents` fills them, `openapi` describes them.
"""
