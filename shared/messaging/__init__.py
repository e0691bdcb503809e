"""Kafka, made small."""
