"""The `kith` command line, joined from what each service offers."""
