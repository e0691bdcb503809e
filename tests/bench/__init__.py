"""Benchmarks: ratios measured side by side in one run. No test depends on them."""
