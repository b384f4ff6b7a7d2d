"""Which passages bear on a question."""
