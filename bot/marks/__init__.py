"""Quotation marks and the paragraphs they stand in."""
