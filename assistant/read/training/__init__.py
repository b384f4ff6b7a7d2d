"""How the reader is trained: ``examples`` → ``network`` → ``train`` → ``export``.

Only needed to train anew; answering a question needs none of it, and no torch.
"""
