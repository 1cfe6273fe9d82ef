"""Values to strings, pages and workbooks; pure."""
