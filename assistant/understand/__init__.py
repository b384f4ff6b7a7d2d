"""The question, read once.

The way of the data: ``framing`` takes off greeting and caller, ``personal_data`` what must not be searched for, and
``conversation.complete`` reads what is left in the light of the earlier questions. What it makes is a ``Question``:
the kind of answer that is wanted (``question``), its names, years and numbers (``names``), the papers and places that
it points at (``papers``, ``places``). ``parties`` tells whom it wants to hear side by side, ``several`` takes apart a
message that asks several things, ``counts`` reads how many of what a text counts, and under which condition.
"""
