"""The platform on one machine without containers: Kafka, a store, an issuer, a mail sink and the four services."""
