"""How words are read: tokens, patterns, scope; what they look for is data in `services.triage.domain.lexicon`."""
