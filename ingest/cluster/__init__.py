"""Reading and embedding by many machines at once, on Ray (``pip install '.[cluster]'``).

``joined`` begins with a cluster that runs, or with one of this machine's own cores; ``tasks`` then is what
``ingest.mapped`` asks for: it hands files or lots of passages to the workers and gives the outcomes in their order.
Everything else stays in the process that was started: listing the folder, choosing between forms of a paper, writing
the index and its commit point. Workers need no disk in common with it; what they are given and what they made travels
through Ray's memory.

Nothing but the order decides what is made, so the index is the same to the byte as that of one machine. A worker or
node that is lost loses nothing: Ray begins its tasks anew on another, and what was read before a stop is remembered.
"""
