"""How much of a file is read at most; what is beyond becomes a note."""

MOST_BYTES = 20 * 1024 * 1024
MOST_ITEMS = 2_000
MOST_PICTURES = 200
MOST_PARAGRAPHS = 20_000
MOST_NOTES = 50
MOST_VALUES = 500
"""Keywords, subjects and the like of one item."""

LONGEST_NAME = 400
"""Characters of a guid, a version or a family; a longer one keeps its start and a digest."""
