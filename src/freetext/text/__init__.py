"""Verbatims to tokens; the only room besides `interfaces` that imports spaCy."""
