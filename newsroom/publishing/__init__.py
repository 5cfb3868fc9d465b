"""Articles: what the public reads, frozen from an approved version."""
