"""Tables in and out: text, workbooks, Parquet; streamed or whole, one formula guard for all."""
