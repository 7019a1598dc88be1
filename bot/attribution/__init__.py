"""Who said it: from the reporter's words around a quote to the speaker's fullest name."""
