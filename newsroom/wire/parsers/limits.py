"""How much of a file is read at most; what is beyond becomes a note."""

MOST_BYTES = 20 * 1024 * 1024
MOST_ITEMS = 2_000
MOST_PICTURES = 200
LONGEST_MARKUP = 1_000_000
"""Characters of one body in HTML."""

LONGEST_FIELD = 50_000
"""Characters of a headline, a caption, a note and the like."""

MOST_PARAGRAPHS = 20_000
MOST_NOTES = 50
MOST_VALUES = 500
"""Keywords, subjects and the like of one item."""

LONGEST_NAME = 400
"""Characters of a guid, a version or a family; a longer one keeps its start and a digest."""
