"""Places, whole writes, locks: what the disk and stores elsewhere ask for, whatever the file holds."""
