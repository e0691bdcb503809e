"""Residents, officers and partners tell us what happened, and hear what became of it."""
