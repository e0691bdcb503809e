"""Logs, metrics and correlation."""
