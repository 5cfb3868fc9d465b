"""How the packaged spellings were made: run by hand when a source has a new release, never shipped."""
