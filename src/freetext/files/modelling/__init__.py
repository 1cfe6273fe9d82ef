"""Models, their versions and static vectors on disk."""
