"""Codes to counts; pure, and started at once: numpy and nothing heavier."""
