"""The sources a model may be trained on, and those left out for their licence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where rows of the training data come from, as their publishers state it."""

    name: str  # as in the first column of the data files
    title: str
    licence: str
    share_alike: bool = False  # an adaptation must carry the same licence, which the EUPL is not


SOURCES = {
    source.name: source
    for source in (
        Source(name="esco", title="ESCO occupations, European Commission", licence="CC BY 4.0"),
        Source(name="nl_gov_covid", title="Dutch government corona applications (minvws)", licence="EUPL-1.2"),
        Source(name="hedy", title="Hedy", licence="EUPL-1.2"),
        Source(name="gnome_docs", title="GNOME user documentation", licence="CC BY 3.0"),
        Source(name="mozilla_www", title="Mozilla websites", licence="MPL-2.0"),
        Source(name="tldr", title="tldr pages", licence="CC BY 4.0"),
        Source(name="opensource_guide", title="Open Source Guides", licence="CC BY 4.0"),
        Source(name="qald", title="QALD questions", licence="MIT"),
        Source(
            name="tatoeba_xsid",
            title="Tatoeba sentences with the machine translation of xSID",
            licence="CC BY-SA 4.0 (English side CC BY 2.0 FR)",
            share_alike=True,
        ),
        Source(name="xsid_nlu", title="xSID", licence="CC BY-SA 4.0", share_alike=True),
        Source(name="privacyguides", title="Privacy Guides", licence="CC BY-SA 4.0", share_alike=True),
        Source(name="sib200_flores", title="SIB-200 / FLORES-200", licence="CC BY-SA 4.0", share_alike=True),
        Source(name="wiktionary", title="Wiktionary", licence="CC BY-SA 3.0", share_alike=True),
        Source(
            name="odwn",
            title="Open Dutch WordNet and Open English WordNet",
            licence="CC BY-SA 4.0",
            share_alike=True,
        ),
    )
}

# Sources of which only the English side is read; our own word list puts it into Dutch. They stand in
# the data files under the name of a set that joins them with someone's Dutch.
ENGLISH_SIDES = {
    "tatoeba_xsid": Source(name="tatoeba", title="Tatoeba, the English sentences only", licence="CC BY 2.0 FR"),
    "odwn": Source(name="english wordnet", title="Open English WordNet, words and definitions", licence="CC BY 4.0"),
}

# Files whose rows name no source.
OWN_SOURCES = {
    "bible": Source(name="bible", title="Statenvertaling with the ASV of 1901, short verses", licence="public domain"),
    "everyday words": Source(name="everyday words", title="Common words, our own", licence="EUPL-1.2"),
    "laws": Source(name="laws", title="Dutch laws of 2017, heading and article", licence="no copyright on laws"),
    "lay pairs": Source(name="lay pairs", title="Parents' words and official words, our own", licence="EUPL-1.2"),
    "lexicon": Source(name="lexicon", title="Glosses of terms, our own", licence="EUPL-1.2"),
    "pages": Source(name="pages", title="Algoritmekader (MinBZK), heading and section", licence="EUPL-1.2"),
    "word list": Source(name="word list", title="English words in Dutch, our own", licence="EUPL-1.2"),
}

# GPL or GFDL texts, and research sets whose texts are also what models are measured on.
LEFT_OUT = frozenset({"digikam_docs", "freedict", "gibbon_edu", "moodle", "osm_website", "stsb_nl", "wordpress_core"})
