"""A person taken out of all that a project keeps: found, then removed from logs, codings, caches and reports."""
