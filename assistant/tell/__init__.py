"""The answer in sentences, without a language model.

The way of the data: ``choice`` takes the sentences that make up the answer; ``compose.drafts`` makes statements of
them: ``core`` the number or the yes and no in a few words, then quotes as far as they need to reach (``extent``), whole
lists (``lists``), one cell of a table (``tables``, ``cells``), what belongs to a quote (``attached``) and where it
leads (``pointers``). ``by_paper`` tells what two papers say of two subjects, ``together`` the answers to several
questions, ``refused`` that there is no answer. ``courtesies``, ``tone`` and ``referrals`` hold the few words of
ours: a greeting, what an answer cannot be, where to turn. ``plain`` adds our own summary.
"""
