"""The events the services publish, and the words they share."""
