"""Open311 GeoReport v2, in XML and JSON: other cities' tools report and read here through the same use cases."""
