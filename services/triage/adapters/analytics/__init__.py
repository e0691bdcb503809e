"""Statistics on numpy, scipy and PySAL: the `analytics` extra, imported by runs only and never by the service."""
