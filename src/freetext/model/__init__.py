"""Tokens to codes: features, the fitted model, cut-offs."""
