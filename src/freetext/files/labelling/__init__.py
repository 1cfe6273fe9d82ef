"""People's labels: logs, tables, cells, and which decisions stand."""
