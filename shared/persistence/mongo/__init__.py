"""MongoDB: the only place that names its drivers."""

from shared.persistence.errors import DuplicateKeyError, StoreUnavailableError
from shared.persistence.mongo.collection import MongoCollection
from shared.persistence.mongo.database import Driver, MongoDatabase, connect, connected
from shared.persistence.store import Collection, Database, Document, Filter, Sort, Update

__all__ = [
    "Collection",
    "Database",
    "Document",
    "Driver",
    "DuplicateKeyError",
    "Filter",
    "MongoCollection",
    "MongoDatabase",
    "Sort",
    "StoreUnavailableError",
    "Update",
    "connect",
    "connected",
]
