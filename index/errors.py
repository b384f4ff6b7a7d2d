"""What can be wrong with an index."""


class IndexFault(Exception):
    """Anything wrong with the stored index."""


class IndexMissing(IndexFault):
    """There is no index in the data folder."""


class IndexDamaged(IndexFault):
    """The index is not what its manifest says, or is half written."""


class OtherFormat(IndexDamaged):
    """The index was written by another version of this program."""


class WrongModel(IndexFault):
    """The index was made by another embedding model than the one that is to search it."""


class IndexBusy(IndexFault):
    """Another process is building an index in the same data folder."""


class NothingToIndex(IndexFault):
    """No paper was given to build an index of."""


class IndexNotWritten(IndexFault):
    """What keeps the vectors cannot write or read here: no room, or too many files are open."""
