"""English as newspapers write it: words and their forms, numbers, sentences, and what turns a meaning."""
