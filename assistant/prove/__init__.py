"""The quote contract: nothing leaves that is not in the papers to the letter.

The way of the data: ``quotes`` makes a ``Citation`` of a span of a paper with the words that say whose it is, after
``standing`` told what weight it has (``toezeggingen`` whether it is a promise, here and in a briefing). A ``Statement``
with citations passes ``verify.kept`` only if each is read again from the stored paper at its place and the numbers and
names of the statement stand in its quotes.
"""
