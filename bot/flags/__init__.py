"""The red flags: one small function each, in one registry."""
