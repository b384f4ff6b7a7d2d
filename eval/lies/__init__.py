"""Sentences that say something else than the papers: ``python -m eval.lies [--count 1000] [--seed 0] [FOLDER …]``.

True sentences of the built-in corpus and of invented worlds, or of the papers in some folders, are made false in 144
ways and held against the sentences that they name: in what they say (``ways``), in what they say it of (``bounds`` and
``parts``), or by what another sentence says (``telling``). None may be let through. The same sentences unchanged show
how many true ones are kept.
"""
