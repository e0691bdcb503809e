"""What reports say, as data: word groups, patterns and spellings, a file per subject, readable by anyone."""

VERSION = "kith-lexicon 1.0.0"
