"""Steps of ``data/build.py``: one module a source, one that puts them together."""
