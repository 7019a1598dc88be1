"""Names as an article writes them: found, taken apart, and compared."""
