"""What reports say, as data: word groups, lines of patterns and spellings, one file per subject. No code, readable by anyone."""

VERSION = "kith-lexicon 1.0.0"
