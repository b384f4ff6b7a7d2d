"""The question, read once.

The way of the data: ``personal_data`` takes off what must not be searched for, and ``conversation.complete`` reads what
is left in the light of the earlier questions. What it makes is a ``Question`` (``question``), and nobody outside this
room reads its words again: the kind of answer that is wanted (``asked``), what is wanted besides (``wishes``), its
names, years, numbers and offices (``names``), the years that it counts from others (``years``), how many of what it
counts and under which condition (``counts``), what it denies (``negation``), the papers and places that it points at
(``kinds``, ``places``). ``several`` takes apart a message that asks several things, ``two_subjects`` a question about
two. The readers of counts, names and negation read the sentences of papers too: both sides are compared by the same
reading.
"""
