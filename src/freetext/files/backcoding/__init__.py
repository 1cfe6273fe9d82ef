"""Moves of "Other" answers into options, and their log."""
