"""Decision notes by civil servants, with the parts that were made unreadable before publication."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.document import Block, BlockKind, Kind, Role, Speaker
from ingest.sentences import is_finished
from ingest.structure.agenda import rows_of, with_rows
from ingest.structure.layout import Layout
from ingest.structure.letter import date_of_letter
from ingest.structure.letterhead import LABEL
from ingest.structure.notes import hung
from ingest.structure.outline import is_heading, leads_on, outlined
from ingest.structure.parts import Parts, Piece, pieces_of, spoken
from ingest.structure.redactions import is_blacked_out, with_redactions
from ingest.structure.shapes import Shape

# Headings that only a note to a bewindspersoon has, and those that letters have as well.
ADVICE = r"(?:Geadviseerde? besluit|Gevraagde? (?:besluit|beslissing)|Beslispunt(?:en)?|Gevraagd|Te nemen besluit)"
OWN = (
    rf"{ADVICE}|Kernpunten|Kern|Krachtenveld|Politieke context|Strategie|"
    r"Informatie die niet openbaar (?:gemaakt|wordt gemaakt|kan worden gemaakt).{0,30}|"
    r"Argumenten (?:voor|tegen)\b.{0,80}|Voor- en nadelen|Uitvoering|"
    r"(?:Financiële|Juridische|Politieke|Bestuurlijke) (?:en (?:juridische|politieke|bestuurlijke) )?"
    r"(?:overwegingen|aspecten|context|gevoeligheden)"
)
SHARED = (
    r"Aanleiding|Advies|Samenvatting|Toelichting|Achtergrond|Communicatie|Bijlagen?|Proces|Vervolg|Planning|"
    r"Financi[eë]le gevolgen|Juridische gevolgen|Gevolgen|Voordelen|Nadelen|Risico['’]?s|Opties?|Alternatieven"
)
SECTION = re.compile(rf"^(?:\d\.?\s+)?(?:{OWN}|{SHARED})\s*:?$", re.MULTILINE)
OWN_SECTION = re.compile(rf"^(?:\d\.?\s+)?(?:{OWN})\s*:?$", re.MULTILINE)
ADVICE_SECTION = re.compile(rf"(?:\d\.?\s+)?(?:{ADVICE}|Advies)\s*:?")
PURPOSE = r"(?:beslissing|besluitvorming|informatie|bespreking|ondertekening|kennisname|voorbereiding|advisering)"
NAMES_ITSELF = re.compile(
    rf"^(?:beslisnota\b|(?:.{{0,40}}\bnota )?ter {PURPOSE}\b.{{0,30}}$)", re.IGNORECASE | re.MULTILINE
)
ASKS = re.compile(
    r"\b(?:U wordt (?:geadviseerd|gevraagd|verzocht)|Bent u akkoord|Gaat u akkoord|Wij adviseren u|Ik adviseer u)\b"
)
SALUTATION = re.compile(r"^Geachte voorzitter|^Aan de [Vv]oorzitter van de (?:Tweede|Eerste) Kamer", re.MULTILINE)
FIELD = re.compile(
    r"(?P<field>Aan|Van|Datum|(?:Ons )?[Kk]enmerk|Onderwerp|Betreft|Afschrift|Kopie|Steller|Auteur|Nummer)"
    r"\b(?:\s*:\s*|\s+|$)(?P<value>.*)"
)
# Another field that stands further on in the line of one.
NEXT_FIELD = re.compile(
    r"\s+(?:Deadline|Datum|(?:Ons )?[Kk]enmerk|Referentie|Afschrift|Kopie|Steller|Auteur|Nummer|Telefoon|Bijlagen?"
    r"|Van|Onderwerp|Betreft)\s*:.*"
)
UNNAMED = re.compile(r"\[[^\]]*\]")  # what stands in the place of a name
COUNTED = re.compile(r"\d{1,2}|[Gg]een")  # stands below the field "Bijlagen", and below no heading
DIRECTIE = re.compile(r"(?:Programmad|D)irectie [A-ZÀ-Ý][^.:;?!]{2,70}")
# By itself, or at the end of the field above it.
NOTA = rf"nota(?:\s+ter {PURPOSE}\b.{{0,30}})?"
CALLED_NOTA = re.compile(rf"(?:(?:Aan|Van|Datum)\b.*\s)?{NOTA}", re.IGNORECASE)
AT_ITS_END = re.compile(rf"(?:^|\s){NOTA}$", re.IGNORECASE)
TITLE = re.compile(
    r"(?:[Bb]esluit|[Bb]eslis)nota (?!(?:aan|ter|van|voor|wordt|is|zal|maakt)\b).+[^.:]"
    r"|[Nn]ota (?:bij|over|inzake|betreffende|aangaande) .+[^.:]"
)
BEHIND_ITS_NAME = re.compile(
    rf"(?:(?i:ter {PURPOSE})\s+)?(?:[Nn]ota\s+(?=[A-ZÀ-Ý])|(?:[Bb]eslis)?[Nn]ota:\s+)"
    r"(?P<title>(?!(?i:ter|aan|van|voor|zie|wordt|is)\b)\w.+[^.:])"
)
OF_HEAD = re.compile(rf"{FIELD.pattern}|{LABEL}(?!\w)|\d{{1,2}} [a-z]+ \d{{4}}|Pagina \d")  # no title and no name
DOSSIER = re.compile(r"Dossier(?:nummer)?:?\s+(?P<dossier>\d{2} \d{3})\b")
HEAD = 40  # pieces
LONGEST_VALUE = 120  # characters
# A sentence has a verb, and what leads a list in may point to it.
SENTENCE = re.compile(
    r"\b(?:is|zijn|was|wordt|worden|heeft|hebben|kan|kunnen|doen|ontvangen|melden|(?:de|het) volgende|als volgt)\b"
)
MOST_WORDS = 12  # in a heading that ends in a colon
LEAST_WORDS = 4  # in a heading that stands on the line of its text
# A heading that ends in a colon, or one of more words that every note has.
RUN_IN = re.compile(
    rf"(?P<head>[A-ZÀ-Ý][^.:;?!]{{10,100}}:)\s+(?=[A-ZÀ-Ý])|(?P<known>(?:{ADVICE}|Politieke context|"
    r"Informatie die niet openbaar gemaakt kan worden):?)\s+(?=[A-ZÀ-Ý])"
)
_AN_OPTION = r"(?:Optie|Variant|Alternatief|Scenario) (?:\w|[A-Z]\w*)"
OPTION = re.compile(rf"{_AN_OPTION}\b.*")
OPTION_TOLD = re.compile(rf"{_AN_OPTION}(?:: | [–-] ).+")
WEIGHS = re.compile(r"(?:Voordelen|Nadelen|Voor- en nadelen|Argumenten (?:voor|tegen)\b.*|Risico['’]?s)")
NARROW = 30  # characters in a line of a margin


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """What the head of a note says; "" where it does not."""

    to: str = ""
    by: str = ""
    subject: str = ""


def is_beslisnota(text: str) -> bool:
    """Whether the text has the sections that decision notes have, and letters have not."""
    own = {match.group().strip(" :") for match in OWN_SECTION.finditer(text)}
    sections = {match.group().strip(" :") for match in SECTION.finditer(text)}
    if SALUTATION.search(text[:3000]) and not NAMES_ITSELF.search(text[:1500]):
        return False
    if len(sections) < 2:
        return False
    return bool(NAMES_ITSELF.search(text[:1500])) or (bool(own) and (bool(ASKS.search(text)) or len(own) >= 2))


def parse(layout: Layout) -> Parts:
    """Sections, lists, tables and redactions; everything is advice of civil servants."""
    pieces = pieces_of(layout)
    body = _body(pieces)
    rows = tuple(row for row in rows_of(pieces, lambda text: bool(SECTION.fullmatch(text))) if row.start >= body)
    inside = {*range(body), *(index for row in rows for index in row)}

    def heads(all_pieces: list[Piece], index: int) -> bool:
        return index not in inside and _heads(all_pieces, index)

    margin = {piece.unit.start for piece in pieces[body:] if _in_margin(piece)}
    blocks = [_beside(made) if made.start in margin else made for made in outlined(pieces, heads)]
    blocks = _weighed(_run_in(with_rows(blocks, rows), layout.text), layout.text)
    blocks = _gaps(_apart(_advised(with_redactions(blocks, layout.text)), layout.text), layout.text)
    fields = _fields(pieces[:body])
    return Parts(
        kind=Kind.BESLISNOTA,
        text=layout.text,
        blocks=tuple(hung(spoken(blocks, Speaker(role=Role.AMBTELIJK)), layout)),
        dropped=layout.dropped,
        title=fields.subject,
        date=date_of_letter(layout),
        sender=fields.by,
        recipient=fields.to,
        dossiers=tuple(found["dossier"] for piece in pieces[:body] if (found := DOSSIER.match(piece.text))),
    )


def _body(pieces: list[Piece]) -> int:
    """Where the first section of a note begins; before it stand the fields of its head."""
    sections = (at for at in range(len(pieces[:HEAD])) if _is_section(pieces, at))
    return next((at for at in sections if not _is_field_of_head(pieces, at)), 0)


def _is_field_of_head(pieces: list[Piece], index: int) -> bool:
    """Whether "Bijlagen" stands above their number, which the line below it may have run on with."""
    below = pieces[index + 1 : index + 2]
    return pieces[index].text.startswith("Bijlage") and bool(below) and below[0].shape is Shape.FOOTNOTE


def _is_section(pieces: list[Piece], index: int) -> bool:
    """Whether a line is called as a section of a note is; the field "Bijlagen" stands above a number."""
    counted = index + 1 < len(pieces) and COUNTED.fullmatch(pieces[index + 1].text)
    return SECTION.fullmatch(pieces[index].text) is not None and not counted


def _heads(pieces: list[Piece], index: int) -> bool:
    piece = pieces[index]
    if piece.shape in {Shape.TEXT, Shape.ITEM} and SECTION.fullmatch(piece.text):
        return _is_section(pieces, index)
    if piece.shape is Shape.TEXT and (is_blacked_out(piece.text) or _in_margin(piece)):
        return False
    if index and piece.text.endswith("?") and ADVICE_SECTION.fullmatch(pieces[index - 1].text):
        return False  # what the bewindspersoon is asked for
    return is_heading(pieces, index) or _heads_with_colon(pieces, index) or _heads_option(pieces, index)


def _heads_option(pieces: list[Piece], index: int) -> bool:
    """Whether a line names one of several options, "Optie B: een lening", and text follows that tells of it."""
    piece, behind = pieces[index], pieces[index + 1 : index + 2]
    is_line = piece.shape is Shape.TEXT and piece.unit.lines == 1 and not is_finished(piece.text)
    is_short = len(piece.text.split()) <= MOST_WORDS
    return bool(is_line and is_short and OPTION_TOLD.fullmatch(piece.text) and not _is_option(behind))


def _is_option(pieces: list[Piece]) -> bool:
    return not pieces or OPTION_TOLD.fullmatch(pieces[0].text) is not None


def _in_margin(piece: Piece) -> bool:
    """Whether a piece was broken over lines that had room enough: the column beside the text."""
    narrow = piece.unit.lines > 1 and len(piece.text) < NARROW * piece.unit.lines
    return narrow and piece.shape is Shape.TEXT and not re.search(r"[.:;?!]$|\d", piece.text)


def _beside(made: Block) -> Block:
    if made.kind is not BlockKind.PARAGRAPH:
        return made
    return replace(made, place="kantlijn", path=(), context=None)


def _heads_with_colon(pieces: list[Piece], index: int) -> bool:
    """A heading of a note may end in a colon; a sentence that leads a list in does not head it."""
    piece = pieces[index]
    if piece.shape is not Shape.TEXT or not piece.text.endswith(":") or index + 1 == len(pieces):
        return False
    below = pieces[index + 1]
    if below.text.removeprefix(below.unit.bullet).lstrip()[:1].islower():
        return False  # the list goes on with its sentence
    return piece.text[0].isupper() and len(piece.text.split()) <= MOST_WORDS and not _is_sentence(piece.text)


def _is_sentence(text: str) -> bool:
    """Whether words before a colon are a sentence, which may break off: "Wij stellen u voor om:"."""
    return SENTENCE.search(text) is not None or leads_on(text)


def _fields(pieces: list[Piece]) -> Fields:
    """To whom the note is, from whom, and about what: on the line of the field or on the next."""
    found: dict[str, str] = {}
    for piece, following in zip(pieces, [*pieces[1:], None], strict=False):
        field = FIELD.fullmatch(piece.text)
        if field is None or field["field"] in found or piece.text.endswith("."):
            continue
        value = field["value"] or (following.text if following and not FIELD.fullmatch(following.text) else "")
        value = AT_ITS_END.sub("", NEXT_FIELD.sub("", value)).strip()
        if value and len(value) < LONGEST_VALUE and not (is_blacked_out(value) or UNNAMED.fullmatch(value)):
            found[field["field"]] = value
    texts = [piece.text for piece in pieces if len(piece.text) < LONGEST_VALUE]
    subject = found.get("Onderwerp", "") or found.get("Betreft", "") or _title_in(texts) or _below_its_name(pieces)
    directies = ((label, name) for label, name in pairwise(texts) if label in {"Directie", "Programmadirectie"})
    labelled = (f"{label} {name}" for label, name in directies if not OF_HEAD.match(name))
    named = (text for text in [*texts, *labelled] if DIRECTIE.fullmatch(text) and text not in found.values())
    by = found.get("Van", "") or next(named, "")  # the name of who wrote it is taken out
    return Fields(to=found.get("Aan", ""), by=by, subject=subject)


def _title_in(texts: list[str]) -> str:
    """The title of a note: a line "Beslisnota over …", or what stands behind the word "nota"; "" without one."""
    behind = (found["title"] for text in texts if (found := BEHIND_ITS_NAME.fullmatch(text)))
    return next(filter(TITLE.fullmatch, texts), "") or next((title for title in behind if not OF_HEAD.match(title)), "")


def _below_its_name(pieces: list[Piece]) -> str:
    """What a note is about, where that stands right below the word "Nota"; "" elsewhere."""
    for piece, following in pairwise(pieces):
        if CALLED_NOTA.fullmatch(piece.text) and not FIELD.fullmatch(following.text):
            text = following.text
            fits = len(text) < LONGEST_VALUE and len(text.split()) > 1 and not NAMES_ITSELF.match(text)
            return text if fits and text[-1] not in ".:" else ""
    return ""


def _run_in(blocks: list[Block], text: str) -> list[Block]:
    """A heading that stands on one line with its text is cut off from it."""
    result: list[Block] = []
    path: tuple[str, ...] | None = None
    above: tuple[str, ...] = ()
    for made in blocks:
        found = RUN_IN.match(text, made.start, made.end) if made.kind is BlockKind.PARAGRAPH else None
        if found and _is_run_in(found):
            end = found.end(found.lastgroup or 0)
            heading, above = text[made.start : end].rstrip(":"), made.path
            path = (heading,) if OWN_SECTION.fullmatch(heading) else (*made.path[:-1], heading)
            place = f"paragraaf {heading}"
            result.append(replace(made, kind=BlockKind.HEADING, end=end, path=path[:-1], place=place, context=None))
            made = replace(made, start=found.end())
        elif made.kind is BlockKind.HEADING or made.path != above:
            path = None
        result.append(_placed(replace(made, path=path), f"paragraaf {path[-1]}") if path else made)
    return result


def _is_run_in(found: re.Match[str]) -> bool:
    if found["known"]:
        return True
    return LEAST_WORDS <= len(found["head"].split()) <= MOST_WORDS and not _is_sentence(found["head"])


def _weighed(blocks: list[Block], text: str) -> list[Block]:
    """What speaks for and against an option stands below that option."""
    result: list[Block] = []
    option = ""
    for made in blocks:
        if made.kind is BlockKind.HEADING:
            heading = text[made.start : made.end].rstrip(":")
            if not WEIGHS.fullmatch(heading):
                option = heading if OPTION.fullmatch(heading) else ""
        weighs = WEIGHS.fullmatch(made.path[-1] if made.path else "") is not None
        if option and made.kind is BlockKind.HEADING and WEIGHS.fullmatch(heading):
            made = replace(made, path=(option,), place=f"{option}, {heading.lower()}")
        elif option and weighs:
            made = _placed(replace(made, path=(option, made.path[-1])), f"{option}, {made.path[-1].lower()}")
        result.append(made)
    return result


def _placed(made: Block, place: str) -> Block:
    """A block with the place of what it stands in; footnotes and redactions have a place of their own."""
    return made if made.kind in {BlockKind.FOOTNOTE, BlockKind.REDACTION} else replace(made, place=place)


def _gaps(blocks: list[Block], text: str) -> list[Block]:
    """A sentence that begins in small letters after a full stop lost its first word; it goes on with its list."""
    result: list[Block] = []
    for made in blocks:
        before = next((each for each in reversed(result) if each.kind is not BlockKind.REDACTION), None)
        cut = made.kind is BlockKind.PARAGRAPH and text[made.start].islower() and made.context is None
        if cut and before is not None and before.kind is not BlockKind.TABLE and text[before.end - 1] in ".!?":
            kind = BlockKind.LIST_ITEM if before.kind is BlockKind.LIST_ITEM else BlockKind.PARAGRAPH
            place = ", ".join(filter(None, (made.place, "na een weggelakt begin")))
            made = replace(made, kind=kind, place=place, context=(before.start, before.end))
        result.append(made)
    return result


def _advised(blocks: list[Block]) -> list[Block]:
    """What stands under the heading of the advice is called so."""
    return [
        _placed(made, "geadviseerd besluit") if made.path and ADVICE_SECTION.fullmatch(made.path[-1]) else made
        for made in blocks
    ]


def _apart(blocks: list[Block], text: str) -> list[Block]:
    """Notes that stand in one file are numbered, so that a quote tells from which it is."""
    starts = {index for index in range(1, len(blocks)) if _begins(blocks, index, text)}
    if not starts:
        return blocks
    result: list[Block] = []
    number, lost = 1, False  # whether the headings above a block stood on a page that is not here
    for index, made in enumerate(blocks):
        if index in starts:
            number += 1
            lost = text[made.start].islower()
        lost = lost and made.kind is not BlockKind.HEADING
        path = () if lost else made.path
        place = "" if lost and made.kind is not BlockKind.REDACTION else made.place
        result.append(
            replace(made, path=(f"Nota {number}", *path), place=", ".join(filter(None, (f"nota {number}", place))))
        )
    return result


def _begins(blocks: list[Block], index: int, text: str) -> bool:
    """Whether another note begins: with its own head, or in mid-sentence after the closing table of the first."""
    made, before = blocks[index], blocks[index - 1]
    if before.kind is BlockKind.TABLE and made.kind is not BlockKind.TABLE:
        return text[made.start].islower()
    if made.end - made.start > LONGEST_VALUE or not NAMES_ITSELF.match(text[made.start : made.end]):
        return False
    return sum(each.kind is BlockKind.HEADING for each in blocks[:index]) > 2
