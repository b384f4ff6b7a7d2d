"""Training of the Dutch embedding model that is shipped in ``index/model``."""
