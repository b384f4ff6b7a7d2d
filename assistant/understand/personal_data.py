"""Does a question hold something about a person that had better not be typed, and must never be sent away?"""

from __future__ import annotations

import re

from assistant.understand.asking import SENTENCE

DIAGNOSIS = "een diagnose"

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
# "06-12345678", "+31 (0)6 1234 5678", "(020) 123 45 67".
_PHONE = re.compile(
    r"(?<![\w.,])(?!\d{1,2}[.-]\d{1,2}[.-]\d{4}\b)"  # no day
    r"\(?(?:(?:\+31|0031)\)?[\s.-]?(?:\(0\))?|0)[\s.-]?[1-9](?:(?:\)?[\s.-]?| - ?)\d){8}(?!\w)"
)
_NINE_DIGITS = re.compile(r"(?<![\w.,-])(?:\d{9}|\d{4}\.\d{2}\.\d{3})(?![\w-])")
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)  # the eleven-test of a burgerservicenummer
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b", re.ASCII | re.IGNORECASE)

# "1234 AB 5", "1234ab, nr 5", "Dorpsstraat 5, 1234 AB"; small letters behind a space are words: "2023 in 5 gemeenten".
_POSTCODE = r"(?<![\d-])[1-9]\d{3}(?:[A-Za-z]{2}| [A-Z]{2})\b"
_ADDRESS = re.compile(
    rf"{_POSTCODE},?\s+(?:(?:huis)?(?:nummer|nr\.?)\s*)?\d{{1,5}}\b"
    rf"|[A-ZÀ-Ý][\w.'’-]+ \d{{1,5}} ?[a-zA-Z]?,?\s+{_POSTCODE}"
    r"|\b[A-ZÀ-Ý][\w'’-]*(?:straat|laan|plein|gracht|singel|kade|dijk|dreef|steeg) \d{1,5}\b"
)
_MONTH = r"(?:jan|feb|maart|mrt|apr|mei|juni?|juli?|aug|sept?|okt|nov|dec)[a-z]*\.?"
_DAY = re.compile(
    rf"(?<![\d/-])(?:\d{{1,2}}(?:[-/. ]\d{{1,2}}[-/. ]|\s+{_MONTH}\s+)(?:19|20)?\d{{2}}"
    r"|(?:19|20)\d{2}-\d{2}-\d{2})(?![\d/-])",
    re.IGNORECASE,
)
_BORN = re.compile(r"\b(?:geboren|geb\.|geboortedatum|geboortedag|jarig)", re.IGNORECASE)
_CHILD = re.compile(
    r"\b(?:zoon|zoontje|dochter|dochtertje|kind|kleinkind|leerling|jongen|meisje|broertje|zusje|nichtje|neefje)\b"
)
_NAME = re.compile(r"(?<=[\w,(:] )[A-ZÀ-Ý][a-zà-ÿ][\w'’-]*")
_OWN_CHILD = (
    r"\b(?i:mijn|m'n|onze|ons) (?:\w+ ){0,2}?"
    r"(?:zoon|zoontje|dochter|dochtertje|kind|kleinkind|pleegkind|stiefkind|kleinzoon|kleindochter|jongste|oudste)\b"
)
_HAS_OWN_CHILD = re.compile(_OWN_CHILD)
_NAMES_SOMEBODY = re.compile(
    rf"(?:{_OWN_CHILD},?(?: heet)?|\b(?i:ik|hij|zij|ze) heet|\b(?i:mijn|zijn|haar) naam is) [A-ZÀ-Ý][a-zà-ÿ]+"
)
_MEDICAL = re.compile(
    r"\b(?:autis\w+|asperger|pdd-?nos|adhd|add|odd|ptss|epilep\w+|depressi\w+|\w+stoornis\w*|\w*syndroom|"
    r"\w*diagnose|gediagnosticeerd|medicijn\w*|medicatie)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[?!\n]+|(?<=[a-z)])\.\s")


def personal_data(question: str) -> list[str]:
    """What a question seems to hold, in Dutch: "een BSN", "een geboortedatum", "een diagnose" of somebody's child."""
    found = []
    if any(is_bsn(match[0].replace(".", "")) for match in _NINE_DIGITS.finditer(question)):
        found.append("een BSN")
    if _PHONE.search(_IBAN.sub(" ", question)):
        found.append("een telefoonnummer")
    if _MAIL.search(question):
        found.append("een e-mailadres")
    if any(is_iban(match[0]) for match in _IBAN.finditer(question)):
        found.append("een rekeningnummer")
    if _ADDRESS.search(question):
        found.append("een adres")
    if any(_tells_birth(sentence) for sentence in _SENTENCE.split(question)):
        found.append("een geboortedatum")
    if _NAMES_SOMEBODY.search(question):
        found.append("een naam")
    if _HAS_OWN_CHILD.search(question) and _MEDICAL.search(question):
        found.append(DIAGNOSIS)
    return found


def searchable(question: str) -> str:
    """A question without the sentences that only tell who somebody is: no paper knows, and they bury what is asked.

    A diagnosis stays, the papers may be about it; so does everything where no sentence ends with a question mark.
    """
    sentences = [match[0] for match in SENTENCE.finditer(question)]
    asking = [sentence.endswith("?") for sentence in sentences]
    kept = [
        sentence
        for sentence, asks in zip(sentences, asking, strict=True)
        if asks or not set(personal_data(sentence)) - {DIAGNOSIS}
    ]
    return question if len(kept) == len(sentences) or not any(asking) else "".join(kept).strip()


def is_bsn(digits: str) -> bool:
    """Whether nine digits pass the eleven-test of a burgerservicenummer.

    Source: Logisch Ontwerp BSN, weights 9 to 2 and -1; the sum is a multiple of 11, the number not 0.
    """
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True))
    return total % 11 == 0 and int(digits) > 0


def is_iban(text: str) -> bool:
    """Whether letters and digits pass the test of a bank account number (ISO 13616: mod 97 leaves 1)."""
    signs = text.replace(" ", "").upper()
    return int("".join(str(int(sign, 36)) for sign in signs[4:] + signs[:4])) % 97 == 1


def _tells_birth(sentence: str) -> bool:
    """Whether a sentence holds a day with a word for birth, or with a child that it names."""
    if not _DAY.search(sentence):
        return False
    child = _CHILD.search(sentence)
    return bool(_BORN.search(sentence) or (child and _NAME.search(sentence)))
