"""Many partitions: the unit of work, its key, its manifest, its resumption."""
