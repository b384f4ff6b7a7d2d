"""The wording of a language model, where it says no more and no less than the quotes of an answer.

The way of the data: ``generate.reworded`` shows a finished answer to the model that ``language_model`` opened, checks
every sentence that comes back (``claims``) and gives the answer step by step. ``in_time`` and ``limited_http`` keep a
server that hangs, trickles or never ends from holding anybody up.
"""
