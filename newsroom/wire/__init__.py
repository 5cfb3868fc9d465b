"""Where words come from: the outlets, and the places in a text where a source is named."""
