"""The rules that judge a pair of names, type by type, and what they share."""
