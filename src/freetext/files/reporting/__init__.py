"""Report folders, pictures, workbooks, documents and slides."""
