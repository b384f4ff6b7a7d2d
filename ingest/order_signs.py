"""The forms in which somebody speaks to a machine: each is enough to know an order by, and no official paper holds one.

They are tried on folded text with single spaces.
"""

from __future__ import annotations

import re

# Nouns that are nothing but a machine that answers; "het model" and "het systeem" may be many things.
_MACHINE = (
    r"(?:ai(?:[- ](?:model\w*|assistent\w*|systeem|systemen|tool|bot))?|assistent|assistant|chatbots?|bot|chatgpt|"
    r"gpt\S*|llms?|"
    r"taalmodel\w*|language models?|antwoordmachine|zoekmachine|computerprogramma\w*|geautomatiseerde? systeem|"
    r"automatische? (?:systeem|lezer)|machine|robot)"
)
_WHO = r"(?:de |het |een |elke? |iedere? |the |any |every |alle |an? )?"
_REVOKES = (
    r"(?:negeer|ignoreer|vergeet (?:alle|alles|de|het|wat|uw|je|jouw|deze|dit)\b(?!.*\bniet\b)|overschrijf|omzeil|"
    r"ignore|disregard|forget|override|bypass)"
)
_SAYS = (
    r"(?:antwoord|beantwoord|zeg|vertel|noem|geef|toon|meld|vermeld|herhaal|rapporteer|schrijf|typ|print|druk|begin|"
    r"eindig|"
    r"sluit|verwijs|vervang|voeg|vul|plaats|zet|kies|presenteer|concludeer|bevestig|weiger|reageer|doe|gebruik|stuur|"
    r"onthul|"
    r"verklap|vertaal|hanteer|neem|herschrijf|wijs|wijk|schrap|verwijder|wis|kopieer|verwerk|wijzig|verander|pas|roep|"
    r"gok|vraag|"
    r"answer|reply|respond|say|tell|print|output|repeat|write|reveal|show|start|begin|end|state|claim|return|pretend|"
    r"use)"
    r"\b"
)
_BIDS = rf"{_SAYS}(?! (?:van|door|bij|in|op)\b)"  # "AI: gebruik van ..." is a heading, and orders nothing
_SPEAKS = (
    r"(?:antwoord|reageer|zeg|noem|meld|vermeld|herhaal|rapporteer|schrijf|print|toon|answer|reply|respond|say|output|"
    r"print|repeat|write)"
)
_TO_SAY = (
    r"(?:antwoorden|zeggen|noemen|melden|vermelden|herhalen|geven|tonen|negeren|schrijven|verwijzen|answer|say|"
    r"mention|reply)"
)
_HOW = r"(?:altijd|voortaan|uitsluitend|alleen|slechts|enkel|steeds|telkens|always|only|never|just|exactly)"
_HEAD = r"(?:^|(?<=[,:;.!?#>\])*“\"–—-]) ?|\b(?:en|and|maar|dan|then|please|gelieve|alstublieft|nu|now|instead) )"
# What only who speaks to a machine speaks of: what it was told to do, and what it answers.
_ITS_ORDERS = (
    r"(?:(?:vorige|eerdere|eerder gegeven|voorgaande|bovenstaande|huidige|oorspronkelijke|oude|verborgen|geheime|"
    r"interne|uw|je|"
    r"jouw|above|previous|prior|earlier|hidden|your) (?:\w+ ){0,2}(?:instructies?|opdracht(?:en)?|aanwijzingen|"
    r"prompts?|orders|"
    r"instructions?|rules|guidelines|directives)|\w*prompt)\b"
)
_ITS_ANSWERS = (
    r"(?:(?:elke|iedere|any|every|each|ongeacht de) (?:\w+ ){0,2}?(?:vraag|questions?)|(?:elk|ieder|any|every|each) "
    r"(?:antwoord|answer)|"
    r"(?:uw|je|jouw|your) (?:\w+ )?(?:antwoord(?:en)?|answers?|reply|uitvoer|output)|vragen over (?:dit|deze) \w+|"
    r"wat er (?:verder |ook )*(?:staat|gevraagd wordt)|geen (?:antwoord|citaat|citaten|bron(?:nen)?|bronvermelding)|"
    r"no matter what|"
    r"alles hierboven|wat hierboven staat|(?:de|the) (?:gebruiker|user|vraagsteller))\b"
)
_REVOKED = (
    rf"(?:{_ITS_ORDERS}|(?:alle|deze|all|any|these|bovenstaande|eerdere) (?:\w+ )?(?:regels|richtlijnen|rules|"
    rf"guidelines)|the above)"
)
_DEMANDS = r"(?:moet|moeten|dient|dienen|wilt|wil|mag|zult|zal|must|should|will|gelieve|verplicht)"

# The imperative of telling. Whoever writes of himself says "en meld ik"; whoever writes of others says "zegt".
_NOT_I = r"(?!.*\b(?:ik|wij|we|mijn|ons|onze|mij)\b)"
_TELL = (
    r"(?:zeg|noem|meld|toon|herhaal|roep|citeer|bevestig|rapporteer|verklap|onthul|verzwijg|print|concludeer|geef toe|"
    r"antwoord dan)"
)

SIGNS = tuple(
    re.compile(pattern)
    for pattern in (
        # it takes back what was said before
        rf"{_HEAD}{_REVOKES}\b",
        rf"(?:{_HEAD}(?:laat|zet|schuif|sla|stop|wis|drop|skip|stop)\b.{{0,20}}|\b(?:negeren|ignore|"
        rf"disregard)\b.{{0,20}}|\b){_REVOKED}"
        rf".{{0,30}}\b(?:los|opzij|over|uit|niet meer|negeren|vervallen|do not apply|no longer)\b",
        rf"{_HEAD}(?:stop met|sla) .{{0,20}}(?:citeren|antwoorden|bronvermelding\w*|citaten) (?:over |en |and )",
        r"\b(?:admin|beheer(?:der)?s?|ontwikkel(?:aar)?s?|developer|debug|god|onderhouds?|jailbreak|dan)[- ]?(?:modus|"
        r"mode)\b",
        rf"{_HEAD}(?:(?:vanaf|van) (?:nu(?: af aan| af)?|dit punt|hier|heden)|from now on)\b.{{0,40}}(?:{_ITS_ORDERS}|"
        rf"\b{_TO_SAY}\b|\b(?:antwoordt|zegt|noemt)\b)",
        # it tells how to answer, whatever is asked
        rf"{_HEAD}{_SAYS}.{{0,60}}(?:{_ITS_ORDERS}|{_ITS_ANSWERS})",
        rf"(?:{_ITS_ORDERS}|{_ITS_ANSWERS}).{{0,40}}{_HEAD}{_SAYS}",
        rf"{_HEAD}{_SPEAKS}\b (?:(?:the|de|het|nog|dan) )?{_HOW}\b",
        rf"\b{_HOW} (?:nog )?{_SPEAKS}\b",
        rf"{_HEAD}(?:antwoord|reageer|answer|reply|respond) (?:\w+ ){{0,2}}?(?:met|with|dat|that|as|als)\b",
        r"(?:[,:;] |\b(?:en|and) )(?<!vraag en )(?<!vragen en )(?:antwoord|zeg|roep|gok|say|answer|respond|return|"
        r"output) \S+$",
        rf"{_HEAD}(?:herhaal na mij|repeat after me|zeg mij na|praat mij na)\b",
        rf"{_HEAD}(?:zeg|vertel|tell|meld|wijs) (?:aan )?(?:de |the )?(?:gebruiker|lezer|vraagsteller|ouder|user|"
        rf"reader)s?\b",
        rf"{_HEAD}(?:gebruik|neem|geef|noem|kies|use|take) \S+ (?:als|as) (?:het |the )?(?:\w+ )?(?:antwoord|uitkomst|"
        rf"answer|output)\b",
        rf"\b(?:op|bij|voor|onder) (?:elke|iedere) vraag\b(?!.*\b(?:ik|wij|we)\b).*\b{_TO_SAY}\b",
        r"\b(?:elk|ieder) antwoord dat (?:u|je|jij)\b",
        r"\b(?:in|bij|onder|achter|voor|aan) (?:elk|ieder) antwoord\b(?!.*\b(?:ik|wij|we)\b)",
        r"\bwat er (?:ook )?(?:gevraagd|gezegd) wordt\b.*\b(?:reactie|antwoord|uitkomst)\b",
        r"\b(?:het|the) (?:enige |juiste |correcte |only |correct |right |true )+(?:antwoord|answer)\b.{0,60}\b(?:is|"
        r"luidt)\b",
        r"\byou (?:must|should|will|may|can|have to) (?:\w+ )?(?:answer|say|reply|respond|output|ignore|not|only)\b",
        r"\b(?:when|if|whenever) (?:you are |you're )?asked\b",
        r"\b(?:do not|don't|never|always|instead) (?:cite|quote|say|answer|mention|reveal|respond|reply|follow)\b",
        r"\b(?:luidt|is|wordt) (?:uw|je|jouw) (?:antwoord|reactie|uitvoer)\b|\b(?:je|jouw|your) (?:antwoord|answer|"
        r"uitvoer|output)\b",
        r"\b(?:uw|je|jouw) (?:enige )?uitvoer\b",
        r"\bik wil dat (?:u|je|jij) .*\b(?:antwoordt|zegt|noemt|geeft)\b",
        r"\b(?:bronnen|stukken|brief|stuk|document|tekst|cijfers) (?:te |kunt |mag )+negeren\b",
        r"\b(?:should|must|will|please|kindly|and|just|only|now|always) (?:now |only )?(?:say|reply|respond|answer|"
        r"output|print|state)\b",
        r"\bnew (?:task|instructions?|orders?|prompt)\b",
        r"\b(?:uw|je|jouw) instructies\b|\b(?:geachte|beste|hallo|hoi) ai\b",
        r"\bthe user\b",
        # it gives its reader another part to play
        r"\b(?:u|je|jij|you) (?:bent|ben|are) (?:vanaf nu|voortaan|nu|now|from now on|geen (?:\w+ )+meer|no longer)\b",
        r"\b(?:uw|je|jouw|your) (?:\w+ )?(?:taak|rol|task|role) (?:is|wordt|has) (?:nu |now )?(?:gewijzigd|veranderd|"
        r"changed|om|to)\b",
        r"\b(?:uw|je|jouw|your) (?:nieuwe|new) (?:\w+ )?(?:instructies|opdracht|orders|instructions|task)\b",
        r"\b(?:u|je|jij|you) (?:hebt|heeft|have) (?:\w+ )?(?:nieuwe|new) (?:\w+ )?(?:instructies|opdrachten|orders|"
        r"instructions)\b",
        r"(?:^|[.,;:!] ?)(?:doe (?:net )?alsof|gedraag je als|gedraagt u zich als|act as|pretend|roleplay as)\b",
        r"\b(?:je|u|jij|you) (?:mag|may|can)\b.{0,30}\b(?:de stukken|de bronnen|de papieren|the sources) niet\b",
        r"\b(?:je|jouw|uw) (?:nieuwe )?(?:opdracht|taak|rol|naam) (?:is|luidt|wordt)\b",
        r"\bhet is (?:jouw|je|uw) (?:opdracht|taak) om\b",
        r"\bje hoeft (?:de|dit|deze|het) (?:brief|stuk|document|tekst|bronnen|stukken)\b",
        r"\b(?:speel|neem) (?:nu )?de rol (?:van|aan)\b",
        # it speaks to a machine by name, or in its marks
        r"<\|?/?\w*(?:system|im_start|im_end|inst)\w*\|?>|</?(?:system|instructions?|assistant|prompt)>|"
        r"\[/?inst(?:ructie|ruction)?s?\]",
        rf"(?:^|[#>*\[({{\-] ?)(?:system|systeem|assistant|assistent|ai|instructies?|nieuwe \w+|new \w+|prompt|"
        rf"override)\b"
        rf"[ \w-]{{0,30}}[:\])}}].{{0,40}}\b{_BIDS}",
        rf"\b{_MACHINE},? let op\b",
        rf"\b{_MACHINE}\b(?: die [^,:]{{1,40}}|[^,:.;]{{0,20}})?[,:!](?: \w+){{0,3}}? {_BIDS}",
        rf"(?:^|[.!:,] ?){_MACHINE}[,:].{{0,80}}(?:{_ITS_ANSWERS}|{_ITS_ORDERS}|\bantwoord\b|\banswer\b|werkelijke "
        rf"waarde)",
        rf"\b(?:voor|aan|for|to) {_WHO}{_MACHINE}\b[^.]{{0,60}}: .*\b(?:antwoord|answer|getal|number)\b",
        rf"\b(?:instructie|opdracht|bericht|mededeling|aanwijzing|note|message|instructions?) (?:aan|voor|to|for) "
        rf"{_WHO}{_MACHINE}\b",
        r"\b(?:ai|llm|chatbot|assistent|model)-?(?:instructie|opdracht|instruction|prompt)\w*\b ?:",
        rf"\b(?:als|indien|wie|if|since|omdat)\b (?:\w+ ){{0,2}}?{_WHO}{_MACHINE}\b.{{0,30}},? (?:dan )?{_BIDS}",
        rf"\b(?:als|indien|if|since|omdat) (?:u|je|jij|you) (?:are )?{_WHO}{_MACHINE}\b",
        rf"\b{_MACHINE} (?:\w+ ){{0,2}}?{_DEMANDS}\b.{{0,20}}\b(?:deze (?:passage|tekst|zin|regel)|dit (?:stuk|"
        rf"document)|{_ITS_ANSWERS})",
        rf"\b(?:het|de|dit|deze) (?:{_MACHINE}|model|systeem) {_DEMANDS}\b.{{0,30}} \S*\d\S* (?:te )?{_TO_SAY}\b",
        r"\b(?:user|assistant|system): ",
        r"\bik ben (?:je|jouw|uw|de|jullie) (?:\w+ )?(?:beheerder|ontwikkelaar|maker|programmeur|eigenaar|baas)\b",
        rf"\bwie dit (?:verwerkt|leest|samenvat|indexeert)\b.*\b{_DEMANDS}\b",
        r"\baan (?:het|de) (?:systeem|model|programma) (?:dat|die) dit\b",
    )
)
# The same in a paper, which bids its readers nothing; who asks a question here may well begin it with "noem".
IN_PAPERS = (
    *SIGNS,
    *(
        re.compile(pattern)
        for pattern in (
            rf"^{_NOT_I}(?:.*(?:[,:;] |\b(?:en|maar) ))?{_TELL}\b(?! (?:u|je) (?:aan|af|bij)\b| (?:van|in|op|uw)\b)",
            rf"^{_NOT_I}.*\ben geef (?:verder |dan )?(?:geen|alleen|enkel|uitsluitend)\b",
            r"^(?:sluit|begin|eindig) (?:\w+ )?(?:af )?met \S+$",
            r"^(?:gebruik|lees|volg|citeer) (?:niet|nooit|geen) ",
            r"\b(?:u|je|jij) (?:moet|moeten|dient|zult|zal|gaat)\b.*\b(?:antwoorden|zeggen|noemen|in (?:uw|je|jouw) "
            r"(?:reactie|antwoord))\b",
            r"\b(?:beantwoord|antwoord|zeg|noem) (?:je|jij)\b|\b(?:beantwoordt|antwoordt|zegt|noemt) u\b(?!.*\?)",
            rf"{_HEAD}(?:vertel|schrijf|verklaar|beweer)\b .{{0,20}}\b(?:dat|alleen|enkel)\b",
            rf"{_HEAD}{_SAYS}.{{0,30}}\b(?:alle|elk|ieder) (?:aantal|aantallen|getal|getallen|cijfer|cijfers)\b",
            r"^(?:maak|neem aan|verander|vervang)\b.{0,30}\b(?:alle|elk|ieder) (?:aantal|aantallen|getal|getallen|"
            r"cijfer|cijfers)\b",
            r"^(?:speel|onderbreek|vermom|gooi je|verander het onderwerp|voer (?:de|deze) (?:volgende "
            r")?opdracht)\b",
            r"^schrijf .{0,30}\d+\W*$|^beantwoord .* met \S+$",
        )
    ),
)
# Behind an order a sentence with one of these at its head goes on with it.
GOES_ON = re.compile(
    rf"{_SAYS}\b|(?:uw|je|jouw|your) antwoord|(?:het|the) (?:antwoord|answer)\b|dit gaat voor|this overrides"
)

# Words without any of which a sentence bears no sign: most sentences of papers need no closer look.
CUES = frozenset(
    """
    aanwijzingen above ai answer answered answers antwoord antwoorden antwoordmachine antwoordt asked assistant
    assistent automatische beantwoord beantwoordt begin bevestig beweer bot bypass chatbot chatbots chatgpt cite
    citeer computerprogramma concludeer dan disregard doe drop druk eindig follow forget geautomatiseerde gebruik
    gebruiker gedraag geef genoeg gok gooi gpt guidelines hanteer heden herhaal herhalen herschrijf ignore ignoreer
    im_start indexeert inst instruct instructie instructies instruction instructions je jij jouw jullie kies kindly
    kopieer laat lees lezer llm llms maak machine meld melden mention mode model models modus naam neem negeer
    negeren new nieuwe noem noemen noemt nu omzeil onderbreek onthul opdracht opdrachten order orders output
    override overschrijf pas plaats presenteer pretend print programma prompt question quote rapporteer reactie
    reageer regels repeat reply respond return reveal richtlijnen robot roep rol role roleplay rules samenvat say
    schrap schrijf schrijven schuif show skip sla sluit speel start stop stuur systeem system systemen taak
    taalmodel taalmodellen task tell tonen tool toon typ uitkomst uitvoer use user uw vanaf verander vergeet
    verklaar verklap vermeld vermelden vermom vertaal vertel vervang verwerk verwerkt verwijder verwijs verwijzen
    verzwijg voeg voer volg voortaan vraag vraagsteller vragen vul weiger wijk wijs wijzig wis write you your zeg
    zeggen zegt zet zoekmachine
    """.split()
)
