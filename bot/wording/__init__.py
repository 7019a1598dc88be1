"""How the words of a quote stand to verified words."""
