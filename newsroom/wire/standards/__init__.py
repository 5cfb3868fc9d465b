"""What the newsroom asks of its sources: the rules, and where a story breaks them; pure."""
