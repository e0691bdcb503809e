"""Reaching people and partners, and knowing whether it worked."""
