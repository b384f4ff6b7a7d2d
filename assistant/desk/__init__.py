"""What the helpdesk keeps, only where somebody agreed to it.

The way of the data: ``kept`` writes lines of JSON, whole or not at all, and refuses personal data. ``proofs``
are the quotes of an answer, and tell which of them no longer hold. ``answer_bank`` finds an approved answer for a like
question as long as its proofs hold, and lists those that went stale; ``gaps`` counts questions without a source, week
by week.
"""
