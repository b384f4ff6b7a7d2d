"""What may be answered, and with which proof.

A question goes through the rooms of this package in the order of ``assistant.assistant``, which takes the steps::

    question ─▶ understand ─▶ find ─▶ read ─▶ tell ─▶ Answer
                    │                          ▲ prove: every quote is read again from its paper
                    └─▶ point ─────────────────┘ differ: where papers tell different values

- ``understand``  the question, read once: what is asked, which names, years, numbers and papers it names.
- ``find``        from the passages of the index to sentences, each with what speaks for it.
- ``read``        what decides: whether the sentences are enough, sure, or ask for something that was never said.
- ``point``       what is looked up and not searched: a footnote, a numbered answer, what a paper is.
- ``differ``      counts and amounts that papers tell differently.
- ``prove``       the quote contract, and the words that say whose a quote is.
- ``tell``        the answer in sentences: the core first, quotes, what belongs to them, where to turn.
- ``word``        the language model, if one is set: it may shorten an answer, and is believed only with proof.
- ``briefing``    for a debate: promises, moties, views and figures on a subject, with a receipt.
- ``desk``        for the helpdesk: approved answers, and questions without a source.

``answer`` holds what leaves the house, ``errors`` what can be wrong with a question and with a language model.
"""
