"""Random audits: drawn, laid out as sheets, read back."""
