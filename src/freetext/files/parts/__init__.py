"""Folders of coded parts: what leaves each part, and how parts are put together."""
