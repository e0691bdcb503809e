"""Labelled reports, and how well triage reads them."""
