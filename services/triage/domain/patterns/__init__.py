"""Patterns of places and periods: repeats, near repeats, hotspots. They never set a person's level."""
