"""MongoDB, made small."""
