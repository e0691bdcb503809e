"""The stores that the suites in this folder run on."""

from tests.support.store_node import mongo_url, own_store_node, store_classpath, store_node

__all__ = ["mongo_url", "own_store_node", "store_classpath", "store_node"]
