"""The demo: a made-up town, a day of reports, and the people who act on them."""
