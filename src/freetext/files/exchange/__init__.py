"""What other programs read and write: SPSS, Stata, SAS, Triple-S, REFI-QDA."""
