"""Text reuse: which passages of a story stand in which agency's copy."""
