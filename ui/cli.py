"""``passend``, the command: what can be asked of it, and how it ends.

Exit codes: 0 done (also when the papers hold no answer), 1 something did not go, 2 wrong use,
130 interrupted. Nothing heavy is imported here, so that the help comes at once.
"""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from ui import briefing_options, fetch_options, settings
from ui.dutch_argparse import speak_dutch
from ui.errors import PERSONAS, OutputUnwritable
from ui.inert import inert_output

FAILED, INTERRUPTED = 1, 130  # argparse itself ends with 2 on wrong use
REPLICAS = 2  # of the chat on a cluster, where nobody says how many
_LOCAL = "„local” is deze computer alleen"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    _leave_no_dump()
    with inert_output():
        try:
            try:
                return _main(arguments)
            finally:
                sys.stdout.flush()  # what cannot be written is told here, not by Python when it ends
        except OSError as error:
            return _unwritten(error)


def _unwritten(error: OSError) -> int:
    """End where output cannot be written; silently if whoever read it has seen enough.

    What is left goes nowhere, or Python would try once more when it ends, and complain. Source: "Note on SIGPIPE" in
    the documentation of Python's ``signal``.
    """
    from ui import messages

    if not isinstance(error, BrokenPipeError):
        print(messages.explain(OutputUnwritable(str(error))), file=sys.stderr)
    with suppress(OSError, ValueError):  # what has no number, such as words kept in memory, is not closed either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FAILED


def _leave_no_dump() -> None:
    """A crash writes no image of the memory to disk: what people asked would be in it."""
    with suppress(ImportError):  # Windows writes none by itself
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, most))


def _main(arguments: Sequence[str] | None) -> int:
    top = parser()
    given = top.parse_args(arguments)
    if idle := _idle(given):
        top.error(idle)
    environment = settings.read_environment()
    try:
        chosen = settings.load(environment, data=given.data)
        settings.prepare(chosen, environment)
        return _run(given, chosen)
    except KeyboardInterrupt:
        print("\nAfgebroken.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # told in ``main``
        raise
    except Exception as error:
        from ui import messages

        if given.debug:
            traceback.print_exc()
        print(messages.explain(error), file=sys.stderr)
        if not given.debug and messages.sentence(error) is None:
            print("Met --debug ziet u wat er precies misging.", file=sys.stderr)
        return FAILED


def _idle(given: argparse.Namespace) -> str:
    """What is given and would do nothing beside the rest; "" where everything counts."""
    match given.command:
        case "ask" if given.jsonl is None:
            return "--out hoort bij --jsonl" if given.out else ""
        case "ask" if given.history or given.persona:
            return "--history en --persona staan bij --jsonl in het bestand, per vraag"
        case "chat" if given.replicas and not given.ray:
            return "--replicas hoort bij --ray"
        case "eval" if given.set and given.update_levels:
            return "--update-levels hoort bij alle vragen, niet bij --set"
        case "fetch" if given.facts and given.record:
            return "--record hoort niet bij --facts: daarbij wordt niets gevraagd"
        case "fetch" if given.check and given.to:
            return "--to hoort niet bij --check: daarbij wordt niets bewaard"
        case "fetch" if given.facts or given.check:
            order = given.dossier or given.query or given.since or given.kind or given.dry_run
            return "bij --facts en --check kan niet worden gekozen uit stukken" if order else ""
        case _:
            return ""


def _run(given: argparse.Namespace, chosen: settings.Settings) -> int:
    from ui import commands

    match given.command:
        case "index":
            return commands.index(chosen, given.folders, ray=given.ray)
        case "watch":
            return commands.watch(chosen, given.folders)
        case "stale":
            return commands.stale(chosen)
        case "fetch":
            from ui import fetching

            return fetching.run(chosen, given)
        case "ask" if given.jsonl is None:
            return commands.ask(chosen, given.question, history=given.history, persona=given.persona or PERSONAS[0])
        case "ask":
            return commands.ask_batch(chosen, given.jsonl, given.out or "-")
        case "chat":
            replicas = given.replicas or REPLICAS
            return commands.chat(chosen, port=given.port, browser=given.browser, ray=given.ray, replicas=replicas)
        case "mcp":
            return commands.mcp(chosen)
        case "briefing" | "verify":
            from ui import briefing_commands

            return briefing_commands.run(chosen, given)
        case "feedback":
            return commands.feedback(chosen, given.out)
        case "eval":
            return commands.evaluate(chosen, given)
        case _:
            return commands.status(chosen)


def parser() -> argparse.ArgumentParser:
    """The parser of the command line."""
    speak_dutch()
    shared = _shared(argparse.SUPPRESS)
    top = argparse.ArgumentParser(
        prog="passend",
        description="Vraagbaak passend onderwijs: antwoord op uw vraag uit de officiële stukken, met "
        "letterlijk "
        "citaat en vindplaats, of een eerlijk 'dit weet ik niet'. Werkt zonder internet.",
        epilog="Afloop: 0 gelukt, 1 er ging iets niet, 2 verkeerd gebruik, 130 afgebroken.",
        parents=[_shared(None)],
    )
    top.add_argument("--version", action="version", version=f"passend {_version()}", help="toon de versie en stop")
    commands = top.add_subparsers(title="opdrachten", dest="command", metavar="OPDRACHT", required=True, prog="passend")
    _index(commands.add_parser("index", parents=[shared], help="lees stukken en maak de zoekindex"))
    _watch(commands.add_parser("watch", parents=[shared], help="volg een map en houd de zoekindex bij"))
    fetch_options.add(commands, shared)
    _ask(commands.add_parser("ask", parents=[shared], help="stel een vraag, of een bestand vol vragen"))
    _chat(commands.add_parser("chat", parents=[shared], help="open de vraagbaak in uw browser"))
    briefing_options.add(commands, shared)
    _evaluate(commands.add_parser("eval", parents=[shared], help="meet hoe vaak het antwoord klopt"))
    kept = commands.add_parser(
        "feedback",
        parents=[shared],
        help="toon of exporteer de oordelen die mensen lieten bewaren",
        description="Toon hoe vaak een antwoord klopte volgens wie het las, of schrijf alle bewaarde oordelen weg.",
    )
    kept.add_argument("--out", type=Path, metavar="BESTAND", help="schrijf de oordelen hierheen, een per regel")
    commands.add_parser(
        "stale",
        parents=[shared],
        help="toon welke goedgekeurde antwoorden verouderd zijn",
        description="Toon de goedgekeurde antwoorden van de helpdesk waarvan een bron veranderd, vervangen of weg is.",
    )
    commands.add_parser(
        "mcp",
        parents=[shared],
        help="laat een ander programma vragen stellen",
        description="Geef antwoorden aan een ander programma, volgens het Model Context Protocol, over standaardinvoer "
        "en -uitvoer.",
    )
    commands.add_parser(
        "status",
        parents=[shared],
        help="toon welke stukken er zijn en welke zoekindex",
        description="Toon welke stukken er zijn, van wanneer tot wanneer, en welke zoekindex en welk model.",
    )
    return top


def _shared(default: str | None) -> argparse.ArgumentParser:
    """The options that may stand before and after the command."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--data",
        type=_folder,
        metavar="DIR",
        default=default,
        help="map waarin stukken en zoekindex staan (anders PASSEND_DATA, anders uw eigen gebruikersmap)",
    )
    shared.add_argument(
        "--debug",
        action="store_true",
        default=default or False,
        help="toon bij een fout ook de technische oorzaak",
    )
    return shared


def _index(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Lees de stukken in de mappen en maak er een nieuwe zoekindex van. Zonder --data komen ze bij de "
        "ingebouwde "
        "samenvattingen; met --data DIR staan alleen deze stukken in DIR. De oude zoekindex blijft "
        "werken tot de "
        "nieuwe helemaal klaar is."
    )
    command.add_argument("folders", nargs="*", type=Path, metavar="MAP", help="map met stukken")
    command.add_argument("--ray", metavar="ADRES", help=f"lees met alle computers van een Ray-cluster; {_LOCAL}")


def _watch(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Houd de zoekindex bij: wat u in de mappen zet, verandert of weghaalt, telt na enkele seconden mee, ook in een "
        "vraagbaak die openstaat. Een bestand dat nog wordt geschreven, wacht tot het af is. Stop met Ctrl+C."
    )
    command.add_argument("folders", nargs="+", type=Path, metavar="MAP", help="map met stukken")


def _ask(command: argparse.ArgumentParser) -> None:
    command.description = "Stel een vraag, of stel alle vragen uit een bestand met een JSON-object per regel."
    what = command.add_mutually_exclusive_group(required=True)
    what.add_argument("question", nargs="?", metavar="VRAAG", help="uw vraag in gewone woorden")
    what.add_argument("--jsonl", metavar="IN", help="bestand met vragen; - is de standaardinvoer")
    command.add_argument(
        "--out", metavar="OUT", default="", help="bestand voor de antwoorden bij --jsonl (anders het scherm)"
    )
    command.add_argument(
        "--history",
        metavar="VRAAG",
        action="append",
        default=[],
        help="eerdere vraag uit hetzelfde gesprek; mag vaker, oudste eerst",
    )
    command.add_argument("--persona", choices=PERSONAS, help="voor wie het antwoord is (anders een ouder)")


def _chat(command: argparse.ArgumentParser) -> None:
    command.description = "Open de vraagbaak op deze computer in uw browser. Stop met Ctrl+C."
    command.add_argument("--port", type=_port, metavar="NUMMER", help="poort (anders 7860, of de eerste vrije erna)")
    command.add_argument("--no-browser", dest="browser", action="store_false", help="open de browser niet vanzelf")
    command.add_argument(
        "--ray", metavar="ADRES", help=f"laat meer processen antwoorden, op een Ray-cluster; {_LOCAL}; zonder browser"
    )
    told = f"hoeveel processen antwoorden bij --ray (anders {REPLICAS})"
    command.add_argument("--replicas", type=_from_one, metavar="AANTAL", help=told)


def _evaluate(command: argparse.ArgumentParser) -> None:
    command.description = "Stel alle vragen uit de meting en toon hoe vaak antwoord en vindplaats kloppen."
    command.add_argument("--set", metavar="BESTAND", type=Path, help="alleen de vragen uit dit bestand")
    command.add_argument("--papers", metavar="MAP", type=Path, help="map met de officiële stukken bij de vragen")
    command.add_argument("--samples", metavar="MAP", type=Path, help="map met de stukken uit andere dossiers")
    command.add_argument("--every", metavar="N", type=_from_one, default=1, help="stel van elke soort elke N-de vraag")
    command.add_argument("--worlds", metavar="AANTAL", type=_count, help="hoeveel verzonnen werelden (anders 3)")
    command.add_argument("--seed", metavar="GETAL", type=_count, default=0, help="begin bij deze wereld (anders 0)")
    command.add_argument("--full", action="store_true", help="ook andere zoekers, typefouten en een koude start")
    command.add_argument("--update-levels", action="store_true", help="leg de uitkomst vast als nieuwe ondergrens")
    model = command.add_mutually_exclusive_group()
    model.add_argument("--llm-record", metavar="MAP", type=Path, help="bewaar hier wat het taalmodel zegt")
    model.add_argument("--llm-replay", metavar="MAP", type=Path, help="speel af wat een taalmodel eerder zei")
    command.add_argument("--html", metavar="BESTAND", type=Path, help="schrijf ook een verslag als webpagina")
    command.add_argument("--json", metavar="BESTAND", type=Path, help="schrijf ook de cijfers als JSON")
    command.add_argument("--history", metavar="BESTAND", type=Path, help="voeg deze meting toe en toon het verloop")


def _folder(text: str) -> Path:
    if not text.strip():  # else it would be the folder that one happens to be in
        raise argparse.ArgumentTypeError("noem een map")
    return Path(text)


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError("kies een getal van 1 tot en met 65535")
    return int(text)


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError("kies een getal vanaf 0")
    return int(text)


def _from_one(text: str) -> int:
    number = _count(text)
    if not number:
        raise argparse.ArgumentTypeError("kies een getal vanaf 1")
    return number


def _version() -> str:
    try:
        return version("vraagbaak-passend-onderwijs")
    except PackageNotFoundError:  # run from the sources without installing
        return "uit de broncode"
