"""The bot killed at random moments of a newsroom's day, and what must hold when it stands again."""
