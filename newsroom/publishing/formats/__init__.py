"""An article in the forms in which it is sent out."""
