"""What the helpdesk keeps, only where somebody agreed to it.

The way of the data: ``kept`` writes lines of JSON, whole or not at all, and refuses personal data. ``answer_bank``
finds an approved answer for a like question as long as its sources still hold; ``gaps`` counts questions without a
source, week by week.
"""
