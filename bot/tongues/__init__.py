"""The languages besides English that an article may be in: one file of words each, and how a text's is told."""
