"""What each pattern and each list of words of answering earns: ``python -m eval.patterns --papers F --samples F``.

A rule for a wording is a debt: it has to show, on questions that nobody tuned on, that it is worth its line. All
questions are asked once, and it is kept which patterns found something on the way. Then each is made to find nothing,
and a sample of the questions in which it did is asked again. Told are those whose answer changes, and how many more of
them are right without it: fewer means that it earns them. So of the halves that were looked at, and of the sets apart.
"""

from __future__ import annotations

import argparse
import importlib
import inspect
import pkgutil
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import assistant
from eval.items import APART, Item, ItemSet, load
from eval.metrics import Outcome
from eval.rules import REMEMBER_ALL, SETS, part_of, without
from eval.run import Result, Subject, evaluate
from eval.subject import indexed
from index import embedder as embedders

MOST = 150  # questions that are asked again for each
_APART_FROM = ("assistant.word", "assistant.briefing", "assistant.desk", "assistant.read.training")
_NOTHING = re.compile(r"(?!)")


class Watched:
    """A compiled pattern that tells whether it found anything, and can be made to find nothing."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        """Stand in the place of ``pattern``."""
        self._own = pattern
        self.found = False
        self.silent = False

    def _notes(self, *given: Any) -> re.Pattern[str]:
        """What is asked instead; and it is kept whether the pattern would have found something."""
        self.found = self.found or self._own.search(*given) is not None
        return _NOTHING if self.silent else self._own

    def search(self, *given: Any) -> re.Match[str] | None:
        """As the pattern does, and likewise below."""
        return self._notes(*given).search(*given)

    def match(self, *given: Any) -> re.Match[str] | None:
        """As above."""
        return self._notes(*given).match(*given)

    def fullmatch(self, *given: Any) -> re.Match[str] | None:
        """As above."""
        return self._notes(*given).fullmatch(*given)

    def finditer(self, *given: Any) -> Iterator[re.Match[str]]:
        """As above."""
        return self._notes(*given).finditer(*given)

    def findall(self, *given: Any) -> list[Any]:
        """As above."""
        return self._notes(*given).findall(*given)

    def split(self, text: str, *given: Any) -> list[Any]:
        """As above."""
        return self._notes(text).split(text, *given)

    def sub(self, by: Any, text: str, count: int = 0) -> str:
        """As above."""
        return self._notes(text).sub(by, text, count)

    @property
    def pattern(self) -> str:
        """The pattern as it is written, for those that are made of it."""
        return self._own.pattern


class WatchedWords(Set[Any]):
    """A set of words, likewise; one that is walked through counts as having found something."""

    def __init__(self, words: frozenset[Any]) -> None:
        """Stand in the place of ``words``."""
        self._own = words
        self.found = False
        self.silent = False

    def __contains__(self, one: object) -> bool:
        """Whether it is one of the words."""
        self.found = self.found or one in self._own
        return one in self._own and not self.silent

    def __iter__(self) -> Iterator[Any]:
        """The words."""
        self.found = True
        return iter(() if self.silent else self._own)

    def __len__(self) -> int:
        """How many there are."""
        return 0 if self.silent else len(self._own)

    def __hash__(self) -> int:
        """That of the words."""
        return hash(self._own)

    def intersection(self, others: Iterable[Any]) -> frozenset[Any]:
        """Those that are in both."""
        return frozenset(one for one in others if one in self)

    @classmethod
    def _from_iterable(cls, words: Iterable[Any]) -> frozenset[Any]:  # a plain set is made
        return frozenset(words)


Rule = Watched | WatchedWords


@contextmanager
def watched() -> Iterator[Mapping[str, Rule]]:
    """While this lasts, a rule stands in the place of every pattern and set of words of answering."""
    names = [one.name for one in pkgutil.walk_packages(assistant.__path__, "assistant.")]
    answering = [importlib.import_module(name) for name in names if not name.startswith(_APART_FROM)]
    rules: dict[int, tuple[str, Rule]] = {}  # by what is watched: a pattern that several modules import is one rule
    kept = [
        (module, name, value)
        for module in answering
        for name, value in vars(module).items()
        if not name.startswith("__") and type(value) in (re.Pattern, frozenset, dict, list, tuple)
    ]

    def standing(name: str, value: Any) -> Any:
        if isinstance(value, re.Pattern):
            return rules.setdefault(id(value), (name, Watched(value)))[1]
        if isinstance(value, frozenset) and value and type(next(iter(value))) is str:
            return rules.setdefault(id(value), (name, WatchedWords(value)))[1]
        if type(value) is dict:
            return {key: standing(f"{name}[{key}]", one) for key, one in value.items()}
        if type(value) in (list, tuple):
            return type(value)(standing(f"{name}[{number}]", one) for number, one in enumerate(value))
        return value

    for module, name, value in sorted(kept, key=lambda one: not _is_its_own(one[0], one[1])):
        setattr(module, name, standing(f"{module.__name__.removeprefix('assistant.')}.{name}", value))
    try:
        yield dict(rules.values())
    finally:
        for module, name, value in kept:
            setattr(module, name, value)
        _forget(answering)


def _is_its_own(module: ModuleType, name: str) -> bool:
    """Whether a module makes what bears this name, and does not import it."""
    return re.search(rf"^{name}\b[^=\n]*=", inspect.getsource(module), re.MULTILINE) is not None


def _forget(modules: Iterable[ModuleType]) -> None:
    """Empty what functions remember; what was loaded once stays."""
    for module in modules:
        for value in vars(module).values():
            if hasattr(value, "cache_clear") and value.cache_info().maxsize not in (None, 1):
                value.cache_clear()


class Bench:
    """The questions, what they are asked of, and what became of them with every rule at work."""

    def __init__(self, subjects: Mapping[ItemSet, Subject], items: Sequence[Item], rules: Mapping[str, Rule]) -> None:
        """Ask every question once."""
        self._subjects = subjects
        self._modules = [module for name, module in sys.modules.items() if name.startswith("assistant.")]
        self.results: dict[str, Result] = {}
        self.met: dict[str, list[Item]] = defaultdict(list)  # by rule, the questions in which it found something
        for item in items:
            for rule in rules.values():
                rule.found = False
            _forget(self._modules)
            self.results[item.id] = self._asked(item)
            for name, rule in rules.items():
                if rule.found:
                    self.met[name].append(item)

    def _asked(self, item: Item) -> Result:
        return evaluate([item], self._subjects[item.set]).results[0]

    def changed(self, rule: Rule, items: Iterable[Item]) -> Iterator[tuple[Result, Result]]:
        """The answers that are others while the rule finds nothing: with it, and without it."""
        rule.silent = True
        _forget(self._modules)
        try:
            for item in items:
                before, after = self.results[item.id], self._asked(item)
                if (before.answer.text, before.answer.status) != (after.answer.text, after.answer.status):
                    yield before, after
        finally:
            rule.silent = False
            _forget(self._modules)


def _is_sure_and_wrong(result: Result) -> bool:
    return result.verdict.outcome is Outcome.CONFIDENTLY_WRONG


def row_of(name: str, met: int, asked: int, changes: Sequence[tuple[Result, Result]]) -> str:
    """A row of the table: what a rule earns in the halves looked at, and in the sets apart."""
    cells = [name, f"{asked} of {met}", str(len(changes))]
    for sets in (("open", "frozen"), APART):
        own = [pair for pair in changes if part_of(pair[0].item) in sets]
        right = sum(after.verdict.right - before.verdict.right for before, after in own)
        wrong = sum(_is_sure_and_wrong(after) - _is_sure_and_wrong(before) for before, after in own)
        cells.append(f"{len(own)}: {right:+d}, {wrong:+d}")
    return f"| {' | '.join(cells)} |\n"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a Markdown table."""
    parser = argparse.ArgumentParser(prog="python -m eval.patterns", description=__doc__)
    parser.add_argument("--papers", type=Path, required=True)
    parser.add_argument("--samples", type=Path, required=True)
    parser.add_argument("--only", default="", help="only rules whose module and name hold this")
    parser.add_argument("--most", type=int, default=MOST, help="questions that are asked again for each")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    items = [item for name in ("papers", "samples", *APART) for item in load(SETS / f"{name}.jsonl")]
    write: Callable[[str], int] = sys.stdout.write
    with tempfile.TemporaryDirectory(prefix="passend-patterns-") as data, without(REMEMBER_ALL), watched() as rules:
        subjects = {
            ItemSet.PAPERS: indexed([given.papers], Path(data) / "papers", embedder=embedders.load()),
            ItemSet.SAMPLES: indexed([given.samples], Path(data) / "samples", embedder=embedders.load()),
        }
        bench = Bench(subjects, items, rules)
        write("| without | asked again | changed | looked at: right, confidently wrong | apart: the same |\n")
        write("| --- | --- | --- | --- | --- |\n")
        for name in (name for name in rules if given.only in name):
            met = bench.met[name]
            some = met if len(met) <= given.most else Random(given.seed).sample(met, given.most)
            write(row_of(name, len(met), len(some), list(bench.changed(rules[name], some))))
            sys.stdout.flush()


if __name__ == "__main__":
    main()
