"""The newsroom: a story from draft to edit to caption check to publish."""
