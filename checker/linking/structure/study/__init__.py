"""What studies report: intervals and estimates, p-values, tests and their sizes."""
