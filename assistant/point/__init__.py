"""What is looked up and not searched: a footnote, a numbered answer, a paper by its number, what a paper is.

The way of the data: ``lookups.looked_up`` tries the ways in which a question may point, in order. ``which_paper`` tells
which paper somebody means; ``record`` knows its number and its day, ``particulars`` who asked, answered and signed it.
"""
