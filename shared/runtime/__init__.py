"""Starting, stopping, time and identity."""
