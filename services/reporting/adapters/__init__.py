"""The world, as the ports describe it."""
