"""Small invented collections of papers, with questions whose answers are known because they were planted."""

from eval.worlds.world import World, make

__all__ = ["World", "make"]
