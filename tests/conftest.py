"""What holds for all tests."""

from hypothesis import settings

# A test says what is right, never how fast: a busy machine must not turn it red.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
