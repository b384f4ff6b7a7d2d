"""What may be answered, and with which proof."""
