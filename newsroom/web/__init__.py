"""What every page shares: who may open it, how errors look, headers, filters."""
