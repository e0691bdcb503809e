"""One use case per file: load, ask the domain, save, announce."""
