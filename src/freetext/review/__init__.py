"""Codes to labels: which answers to ask, in what order, and the session that asks them; pure."""
