"""Answers out of tables, codes into them, and coded tables to what tallies count."""
