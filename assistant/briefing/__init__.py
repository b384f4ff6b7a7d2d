"""A briefing for a debate, and its check.

The way of the data: ``uitspraken`` reads what is said in a paper, by whom and with what weight: promises
(``prove.toezeggingen``, ``deadlines``), moties (``moties``), views, figures, advice. ``timeline`` takes those on a
subject in order of time, with what papers tell of their moties; ``fulfilment`` joins a promise to what seems to meet
it, ``advice`` a letter to its decision note, ``differences`` figures that differ. ``briefing`` puts it together, and
``receipt`` holds a briefing against the papers.
"""
