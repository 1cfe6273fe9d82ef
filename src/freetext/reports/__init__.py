"""Tallies to a report: findings in words, charts, quotes, methods; pure values that show draws and files writes."""
