"""The stores that the suites in this folder run on."""

from tests.support.store_node import store_classpath, store_node

__all__ = ["store_classpath", "store_node"]
