"""A fictional newsroom, loaded through the services."""
