"""Lists of answers for their owner's eyes alone: flagged when a file is checked, or escalated by coders."""
