"""The documents, run: what they show happens, and what they name is there."""
