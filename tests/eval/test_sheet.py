"""What a language model would read is held against the evidence."""

from eval.items import Item, ItemKind
from eval.sheet import Listener, is_supplied
from tests.eval.made import answer, item

UNKNOWN = answer("Dat weet ik niet.")
SHEET = "VRAAG: hoe lang duurt de tocht?\nVRAGER: ouder\n\n[1] brief\n1.1 De boot vaart\n2.1 in zeven  minuten."


def wanted(kind: ItemKind, *evidence: str) -> Item:
    return item(kind=kind, evidence=tuple((one,) for one in evidence))


def test_one_of_the_passages_is_enough_but_where_all_are_wanted() -> None:
    heard = [SHEET]
    assert is_supplied(wanted(ItemKind.FACT_NUMBER, "in zeven minuten", "in een uur"), heard, UNKNOWN)
    assert not is_supplied(wanted(ItemKind.LIST, "in zeven minuten", "in een uur"), heard, UNKNOWN)


def test_the_question_itself_supplies_nothing() -> None:
    assert not is_supplied(wanted(ItemKind.FACT_NUMBER, "hoe lang duurt de tocht"), [SHEET], UNKNOWN)


def test_a_listener_keeps_what_there_is_to_read_and_says_nothing() -> None:
    listener = Listener()
    assert list(listener.write("instructie", SHEET)) == []
    assert listener.heard == [SHEET]
