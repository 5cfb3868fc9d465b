"""Images with their credit, and the renditions made of them."""
