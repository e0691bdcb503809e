"""Running Kith: locally, in containers, and from the command line."""
