"""A survey's folder: settings, codeframes, and what a new one is guessed from."""
