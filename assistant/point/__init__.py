"""What is looked up and not searched: a footnote, a numbered answer, a paper by its number, what a paper is.

The way of the data: ``lookups.looked_up`` tries the ways in which a question may point, in order. ``which_paper`` tells
which paper somebody means; ``record`` knows its number and its day, ``particulars`` who asked, answered and signed it;
``of_itself`` what stands in the lines of its head and foot (``head_fields``), also of a paper that is known only by
what it says (``contents``).
"""
