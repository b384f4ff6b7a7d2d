"""What decides: whether the sentences found answer the question, surely, perhaps or not at all.

The way of the data: ``reader`` says of every sentence of the passages found how well it matches the question
(``match``) and whether it answers it; ``confidence`` turns the features of a sentence into a chance, and says which
sentences bear on all that the question names, whether they are enough and whether the best is sure. It asks
``offices`` about who holds an office and ``premise`` about what a question takes for granted.
``redaction`` sees that what is asked for was made unreadable.
"""
