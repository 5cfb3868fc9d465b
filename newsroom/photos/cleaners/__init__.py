"""How creator and credit are brought into the paper's form; what the file said is kept beside it."""

from newsroom.photos.cleaners.table import CLEANERS, Cleaned, Original, clean
from newsroom.photos.cleaners.word_lists import WordList, WordLists, fold

__all__ = ["CLEANERS", "Cleaned", "Original", "WordList", "WordLists", "clean", "fold"]
