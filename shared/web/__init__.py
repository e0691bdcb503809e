"""What every HTTP service has in common."""
