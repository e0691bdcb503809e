"""Deployable services. None of them imports another."""
