"""What a review leaves on disk: rankings, batches, sheets for coders."""
