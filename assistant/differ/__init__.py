"""Where papers tell different values of the same thing.

The way of the data: ``tallies`` reads the counts and amounts of a sentence (``amounts``) with what tells of which
things, when and where they were made, and says whether two of them are of the same thing. ``conflicts`` compares the
sentences of an answer with the others that were found, ``known_conflicts`` all sentences of an index, once;
``disagreement`` answers questions about a difference, ``reckoning`` finds what a paper says of how it counted.
"""
