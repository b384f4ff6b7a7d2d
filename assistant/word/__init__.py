"""A language model reads the sentences that were found and writes the answer; we prove every sentence of it.

The way of the data: ``supply`` makes a ``sheet`` of the passages found, every sentence of it with a number.
``answering`` shows it to the model that ``language_model`` opened, after ``instruction.md``, and ``reply`` reads
what comes back: sentences with numbers, "not in the papers", or one search more. ``proof`` keeps a sentence only if the
sentences that it names bear it: ``clauses`` lays the two side by side, and ``roles``, ``order``, ``subject``,
``figures``, ``tense``, ``frame``, ``joined`` and ``scope`` each hold one law (``signals`` knows the small words that
turn or limit a claim). What fails gives way to the quote, and where too little is left the answer is the one without a
model. ``in_time`` and ``limited_http`` keep a server that hangs, trickles or never ends from holding anybody up.
"""
