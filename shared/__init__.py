"""Mechanism and published language for every service; never a rule about reports, people or places."""
