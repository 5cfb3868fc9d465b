"""The lexicon in files that other programs read and write."""
