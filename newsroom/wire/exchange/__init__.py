"""The outlets as a file that other programs read and write; pure."""
