"""From the passages of the index to the sentences that may answer, best first.

The way of the data: ``finding.find`` searches the index with a ``Question``, cuts the passages found into sentences
(``sentences``, each paper once), measures how much of the question each speaks of (``coverage``) and how far it holds
the kind of thing that is asked for (``wanted``), puts the passages in a better order (``order``), and
gives each sentence as ``Evidence`` with the features that speak for it (``evidence``). ``attached`` knows what belongs
to a sentence without standing in it: the answer to a question, the footnotes that hang on it; ``beside`` what it takes
from those before it: its year, and the whole of which it tells parts.
"""
