"""What just happened, told to the browsers that are open."""
