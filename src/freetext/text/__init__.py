"""Verbatims to tokens; the only room that imports spaCy."""
