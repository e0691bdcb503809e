"""Decides; calculates only."""
