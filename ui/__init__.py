"""How a person meets the assistant: the chat page, the commands and their words."""
