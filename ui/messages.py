"""What people read when something does not go: a Dutch sentence per error and per reason to skip a file."""

from __future__ import annotations

import errno
import hashlib
import traceback
from html import escape

from assistant.word.language_model import Choice
from ingest.formats.paged_text import Reason
from ingest.notes import Note, NoteKind
from ui.errors import MAX_QUESTION

NOTHING_SAID = "Over dit onderwerp vond ik geen uitspraak in de stukken die ik ken."

# Error class to sentence; names instead of classes, so that no library is loaded to say what is wrong.
# ``{error}`` and its attributes are filled in. Bases stand in for classes that need no sentence of their own.
SENTENCES = {
    "index.errors.IndexFault": "Er is iets mis met de zoekindex. Maak hem opnieuw met: passend index",
    "index.errors.IndexMissing": "Er is nog geen zoekindex in deze map. Maak hem eerst met: passend index",
    "index.errors.IndexDamaged": "De zoekindex is beschadigd of half geschreven. Uw stukken zijn niet "
    "weg: maak hem "
    "opnieuw met: passend index",
    "index.errors.OtherFormat": "De zoekindex is door een andere versie van dit programma gemaakt. Uw stukken "
    "zijn niet weg: maak hem opnieuw met: passend index",
    "index.errors.IndexNotWritten": "De zoekindex is hier niet te schrijven. Is er nog ruimte op de schijf, en staan "
    "er niet te veel bestanden open? Aan de oude zoekindex is niets veranderd.",
    "index.errors.WrongModel": "De zoekindex is met een ander taalmodel gemaakt dan nu is ingesteld. "
    "Maak hem opnieuw "
    "met: passend index, of zet de instelling van het model terug.",
    "index.errors.IndexBusy": "Een ander programma maakt nu de zoekindex in deze map. Wacht tot dat klaar is.",
    "index.errors.NothingToIndex": "Er zijn geen stukken met tekst om een zoekindex van te maken.",
    "index.embedder.EmbedderUnavailable": "Het ingestelde taalmodel is niet gevonden of niet te laden. "
    "Kijk de "
    "instelling PASSEND_EMBEDDER na.",
    "index.rerank.RerankerUnavailable": "Het ingestelde model voor de volgorde is niet gevonden of niet te laden. "
    "Kijk de instelling PASSEND_RERANKER na.",
    "assistant.errors.QuestionTooLong": "Uw vraag of een eerdere vraag is te lang. Een vraag mag hoogstens 2.000 "
    "tekens hebben.",
    "assistant.errors.LanguageModelFault": "Er is iets mis met het taalmodel. Kijk de instelling PASSEND_LLM na.",
    "assistant.errors.UnusableLanguageModel": "De instelling PASSEND_LLM heeft geen bruikbare waarde. Geef "
    "openai:MODEL@https://adres/v1, ollama:NAAM of gguf:/pad/naar/model.gguf. Naar een andere computer gaat het alleen "
    "over https.",
    "assistant.errors.LanguageModelMissing": "Het taalmodel is niet te laden. Kijk het pad in PASSEND_LLM na, en "
    'installeer wat erbij hoort met: pip install ".[llm]"',
    "assistant.errors.NoAnswer": "Het taalmodel gaf geen antwoord.",
    "ingest.bounded.TookTooLong": "Dit kost meer rekentijd dan een stuk mag kosten.",
    "ingest.corpus_toml.DamagedCorpusToml": "Het bestand corpus.toml in de map met stukken is niet te lezen.",
    "ingest.library.DamagedDocument": "Een opgeslagen stuk is beschadigd. Maak de zoekindex opnieuw met: passend index",
    "ingest.formats.paged_text.UnreadableFile": "Dit bestand kan ik niet lezen als stuk.",
    "ingest.sources.errors.SourceFault": "Bij {error.source} ging iets niet.",
    "ingest.sources.errors.SourceUnreachable": "{error.source} gaf geen heel antwoord, ook niet na herhaald vragen. "
    "Probeer het later opnieuw; wat er al is, blijft.",
    "ingest.sources.errors.SourceRefuses": "{error.source} wijst de vraag af. Kijk het dossier en de woorden na.",
    "ingest.sources.errors.SourceBusy": "{error.source} vraagt om over {error.minutes} minuten terug te komen. Wat er "
    "al is, blijft.",
    "ingest.sources.errors.SourceChanged": "{error.source} geeft iets anders dan ik ken, dus daarvan neem ik niets "
    "over. Kijk wat er anders is met: passend fetch --check",
    "ingest.sources.errors.TooManyFailures": "Bij {error.source} mislukten te veel stukken na elkaar; de rest haal ik "
    "nu niet op. Dezelfde opdracht gaat later verder.",
    "ingest.sources.errors.NotThere": "{error.source} heeft dit bestand niet.",
    "ingest.sources.errors.WrongFile": "Het bestand van {error.source} is niet heel of niet wat het hoort te zijn, dus "
    "bewaar ik het niet.",
    "ingest.sources.errors.TooLarge": "{error.source} geeft meer dan 50 MB voor één bestand; dat lees ik niet.",
    "ingest.sources.errors.FetchingAlready": "Een ander programma haalt nu stukken op in {error.folder}. Wacht tot dat "
    "klaar is.",
    "ingest.sources.errors.NothingFetchedBefore": "In {error.folder} is nog niets opgehaald. Begin met: passend fetch "
    "--dossier NUMMER --since DATUM",
    "ingest.sources.errors.DamagedOrder": "Wat eerder is gevraagd, is niet te lezen: {error.path}. Verwijder dat "
    "bestand en vraag opnieuw met: passend fetch --dossier NUMMER --since DATUM",
    "ingest.sources.errors.UnusableAddresses": "Het bestand met adressen van de bronnen, {error.path}, is niet te "
    "gebruiken. Kijk de instelling PASSEND_SOURCES na.",
    "ingest.cluster.errors.ClusterFault": "Het Ray-cluster doet het niet. Aan de zoekindex is niets veranderd; zie "
    "/tmp/ray/session_latest/logs.",
    "ingest.cluster.errors.ClusterMissing": "Voor --ray is een extra pakket nodig. Installeer het met: pip install -e "
    '".[cluster]"',
    "ingest.cluster.errors.ClusterUnreachable": "Het Ray-cluster op {error.address} laat deze computer niet toe. Loopt "
    "het, hoort deze computer erbij (ray start), en is het dezelfde versie van Ray en Python?",
    "ingest.cluster.errors.ClusterLost": "Het Ray-cluster is uitgevallen. Aan de zoekindex is niets veranderd, en wat "
    "al gelezen is, wordt onthouden: herstel het cluster en geef dezelfde opdracht nog eens.",
    "ingest.cluster.errors.OtherProgram": "Op {error.node} staat een andere versie van de vraagbaak dan hier. Zet op "
    "alle computers van het cluster dezelfde.",
    "eval.gate.LevelsError": "De vastgelegde niveaus van de meting zijn niet te lezen.",
    "eval.history.HistoryError": "Het bestand met eerdere metingen is niet te lezen. Kies een ander bestand.",
    "eval.recorded.RecordingFault": "In {error.path} staat geen leesbare opname van een taalmodel.",
    "eval.items.ItemError": "De vragenlijst voor de meting is niet te vinden, of is geen tekst in UTF-8.",
    "eval.items.ItemFault": "Regel {error.number} van de vragenlijst: het veld „{error.field}” ontbreekt, is onbekend "
    "of klopt niet. Hoe een vraag eruitziet, staat in docs/jsonl.md.",
    "eval.items.NoObject": "Regel {error.number} van de vragenlijst is geen JSON-object.",
    "ui.errors.OutputUnwritable": "Wat ik te zeggen heb, is niet te schrijven waar de uitvoer heen gaat. Is daar nog "
    "ruimte?",
    "ui.errors.RequestFault": "Dat kan zo niet. Kijk wat er wel kan met: passend --help",
    "ui.errors.LineFault": "Regel {error.number} heeft niet de goede vorm.",
    "ui.errors.LineWithoutObject": "Regel {error.number} is geen JSON-object in UTF-8.",
    "ui.errors.LineField": "Regel {error.number}: het veld „{error.field}” ontbreekt of heeft niet de goede vorm.",
    "ui.errors.FolderMissing": "De map {error.folder} bestaat niet of is geen map.",
    "ui.errors.FolderWithoutPapers": "In de map {error.folder} staan geen stukken die ik kan lezen. Aan "
    "de zoekindex "
    "is niets veranderd.",
    "ui.errors.DataInFolder": "De zoekindex staat in {error.data}, en dat ligt in de map {error.folder} die u laat "
    "volgen. Kies met --data een map daarbuiten.",
    "ui.errors.BuiltinMissing": "De ingebouwde samenvattingen zijn niet gevonden. Geef zelf een map met "
    "stukken: "
    "passend index MAP --data DIR",
    "ui.errors.QuestionTooLong": f"Uw vraag is te lang. Stel een vraag van hoogstens {MAX_QUESTION:,} tekens.".replace(
        ",", "."
    ),
    "ui.errors.QuestionEmpty": "Er staat geen vraag. Typ uw vraag in gewone woorden.",
    "ui.errors.NothingToMeasure": "Er is niets te meten: geef de officiële stukken met passend eval --papers MAP",
    "ui.errors.NothingToRecord": "Er is geen taalmodel om op te nemen. Stel er een in met PASSEND_LLM.",
    "ui.errors.SameFile": "Het bestand met vragen en het bestand voor antwoorden zijn hetzelfde. Kies "
    "een ander bestand "
    "voor de antwoorden.",
    "ui.errors.PortTaken": "Poort {error.port} is al in gebruik. Kies een andere met: passend chat --port NUMMER",
    "ui.errors.AddressUnusable": "Op adres „{error.host}” en poort {error.port} kan of mag dit programma niet "
    "luisteren. Kies een andere poort met: passend chat --port NUMMER, of kijk de instelling PASSEND_HOST na.",
    "ui.errors.PaperMissing": "Dit stuk ken ik niet.",
    "ui.errors.TooOften": "U vraagt te vaak achter elkaar. Wacht {error.seconds} seconden.",
    "ui.errors.MalformedRequest": "De aanvraag klopt niet bij: {error.fields}. Kijk in /api/openapi.json wat er wel "
    "kan.",
    "ui.errors.MalformedCall": "De aanroep klopt niet bij: {error.fields}. Kijk in de beschrijving van het hulpmiddel "
    "wat er wel kan.",
    "ui.errors.NoSuchTool": "Dit hulpmiddel is er niet. Er zijn: vraag, zoek, stukken en stuk.",
    "ui.errors.NoSuchAddress": "Dit adres is er niet, of niet op deze manier. Kijk in /api/openapi.json wat er wel is.",
    "ui.errors.NoMcp": 'Voor deze opdracht is een extra pakket nodig. Installeer het met: pip install -e ".[mcp]"',
    "ui.errors.FieldTooLong": "Een onderwerp of naam mag niet langer zijn dan 200 tekens.",
    "ui.errors.RemarkTooLong": "Niets bewaard: uw toelichting is te lang. Schrijf hoogstens 1.000 tekens.",
    "ui.errors.DraftTooLong": "Dit antwoord is te lang om te bewaren.",
    "assistant.desk.kept.PersonalDataFound": "Niets bewaard: er staat zo te zien {error.found} in. Haal dat eerst weg.",
    "ui.errors.DateUnreadable": "„{error.typed}” is geen datum. Schrijf een datum als 31-12-2023.",
    "ui.errors.NothingAskedFor": "Noem een dossier of woorden, bijvoorbeeld: passend fetch --dossier 31497 --since "
    "2024-01-01, of werk bij met: passend fetch --update",
    "ui.errors.UpdateOfSome": "Met --update komt al het nieuwe van wat u eerder vroeg. Noem er geen dossier, woorden, "
    "datum of soort bij.",
    "ui.errors.OrderWithoutDay": "Zeg vanaf welke dag, bijvoorbeeld: --since 2024-01-01",
    "ui.errors.SubjectEmpty": "Noem een onderwerp voor de briefing, bijvoorbeeld: leerlingenvervoer",
    "ui.errors.NothingSaid": f"{NOTHING_SAID} Er is geen briefing gemaakt.",
    "ui.errors.FormatUnknown": "Kies een bestandsnaam die eindigt op .docx, .md of .pdf: aan {error.path} kan ik niet "
    "zien wat voor bestand het is.",
    "ui.errors.BriefingUnreadable": "Het bestand {error.path} is beschadigd of niet wat de naam zegt.",
    "assistant.briefing.receipt.ReceiptMissing": "In dit bestand staat geen leesbare bon, dus ik kan de citaten niet "
    "nagaan. Alleen een briefing van de vraagbaak heeft er een.",
    "ui.settings.SettingsFault": "Er is iets mis met de instelling „{error.key}”.",
    "ui.settings.UnknownSetting": "De instelling „{error.key}” bestaat niet.",
    "ui.settings.UnusableSetting": "De instelling „{error.key}” heeft geen bruikbare waarde.",
    "ui.settings.SecretInFile": "De sleutel van het taalmodel hoort niet in een bestand. Zet hem in de omgeving, in "
    "PASSEND_LLM_KEY.",
    "ui.settings.UnreadableSettings": "Het instellingenbestand {error.key} is niet te lezen als TOML.",
    "builtins.FileNotFoundError": "Het bestand of de map {error.filename} is niet gevonden.",
    "builtins.PermissionError": "U mag het bestand of de map {error.filename} niet lezen of schrijven.",
    "builtins.IsADirectoryError": "{error.filename} is een map en geen bestand.",
    "builtins.NotADirectoryError": "{error.filename} is een bestand en geen map.",
    "builtins.OSError": "Lezen of schrijven op de schijf lukte niet. Is er nog ruimte?",
    "builtins.MemoryError": "Er is te weinig geheugen om dit te doen.",
}

# What the disk says, by its number.
DISK = {
    errno.EROFS: "De map waarin {error.filename} moet komen is alleen te lezen. Kies een andere map met: --data MAP",
    errno.ENOSPC: "De schijf is vol. Maak ruimte, of kies een andere map met: --data MAP",
    errno.EDQUOT: "U mag op deze schijf niet meer bewaren. Maak ruimte, of kies een andere map met: --data MAP",
    errno.EFBIG: "Een bestand wordt groter dan deze schijf toestaat. Kies een andere map met: --data MAP",
    errno.EIO: "De schijf geeft een fout. Kies een map op een andere schijf met: --data MAP",
    errno.EMFILE: "Er staan te veel bestanden open. Sluit andere programma's en probeer het opnieuw.",
    errno.ENFILE: "Er staan te veel bestanden open. Sluit andere programma's en probeer het opnieuw.",
    errno.ENOLCK: "Op deze schijf is niet bij te houden wie er schrijft. Kies een map op een andere schijf met: --data "
    "MAP",
    errno.ENAMETOOLONG: "De naam {error.filename} is te lang voor deze schijf.",
}

SKIPPED = {
    Reason.LEEG: "het bestand is leeg",
    Reason.BINAIR: "dit is geen tekst",
    Reason.CODERING: "de tekens zijn niet te lezen",
    Reason.TE_GROOT: "het bestand is te groot",
    Reason.GEEN_TEKST: "er staat geen tekst in",
    Reason.SOORT: "dit soort bestand kan ik niet lezen",
    Reason.BESCHADIGD: "het bestand is beschadigd",
    Reason.WACHTWOORD: "er zit een wachtwoord op",
    Reason.KOPPELING: "dit is een koppeling naar buiten de map",
    Reason.ONLEESBAAR: "het bestand is niet te openen",
    Reason.VOORBLAD: "dit is alleen een voorblad",
    Reason.FOUT: "door een fout in dit programma is het niet gelezen; meld dit alstublieft",
    Reason.ONLEESBARE_LETTERS: "de letters zijn door elkaar geraakt; met tekstherkenning (Tesseract met Nederlands) "
    "lukt het misschien wel",
}

_AS_PAPER = "sla het op als PDF of .docx en zet dat in de map"
# What to do with a file of a sort that is not read, by its extension.
ADVICE = {
    **dict.fromkeys((".doc", ".dot", ".wpd", ".wps", ".pages"), _AS_PAPER),
    **dict.fromkeys((".ppt", ".pptx", ".odp", ".xls", ".xlsx", ".ods", ".epub"), _AS_PAPER),
    **dict.fromkeys((".zip", ".rar", ".7z", ".gz", ".tar", ".pst"), "pak het uit en zet de stukken zelf in de map"),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".tif", ".tiff", ".heic"), "maak er een PDF met herkende tekst van"),
}

NOTES = {
    NoteKind.SAME_BYTES: "{note.file} is hetzelfde als {note.kept} en telt één keer.",
    NoteKind.OTHER_FORM: "{note.file} is hetzelfde stuk als {note.kept}, in een minder officiële vorm. "
    "{note.kept} telt.",
    NoteKind.SUPERSEDED: "{note.file} is een oudere versie. Antwoorden komen uit {note.kept}.",
    NoteKind.SAME_IDENTIFIER: "{note.file} heeft hetzelfde nummer als een ander stuk ({note.left}) en "
    "heet nu "
    "{note.kept}.",
    NoteKind.DIFFERS: "{note.file}: corpus.toml noemt een andere waarde voor „{note.field}” dan de "
    "tekst. De tekst "
    "telt.",
    NoteKind.UNKNOWN_FILE: "corpus.toml noemt {note.file}, maar dat bestand is er niet.",
    NoteKind.UNREAD_PAGES: "{note.file}: deze bladzijden zijn niet gelezen, omdat ze een afbeelding of beschadigd "
    "zijn: {note.left}.",
    NoteKind.READ_PLAINLY: "{note.file}: eenvoudig gelezen, zonder tabellen, kolommen of koppen, zijn deze "
    "bladzijden of onderdelen: {note.left}.",
    NoteKind.WITHOUT_STRUCTURE: "{note.file}: eenvoudig gelezen, zonder vragen, antwoorden, paragrafen en voetnoten.",
}

TOO_BUSY = "Het is nu te druk. Wacht een minuut en stel uw vraag dan opnieuw."


NOWHERE = "Uw vragen gaan niet naar anderen en worden nergens bewaard, tenzij u daar zelf een vinkje voor zet."


def where_questions_go(choice: Choice | None) -> str:
    """What a person must know before the first question: whether it leaves this machine."""
    if choice is None:
        return NOWHERE
    if not choice.remote:
        return f"Een taalmodel op deze computer leest mee en schrijft de antwoorden. {NOWHERE}"
    return (
        f"Let op: een taalmodel op een andere computer ({choice.host}) leest mee en schrijft de antwoorden. Uw vraag, "
        "de vraag daarvoor en stukken tekst gaan daarheen, maar niet als er zo te zien een naam, BSN, geboortedatum, "
        "diagnose, adres, rekening- of telefoonnummer of e-mailadres in staat. Hier wordt niets bewaard, tenzij u daar "
        "zelf een vinkje voor zet."
    )


def skip_reason(reason: Reason, detail: str = "") -> str:
    """Why a file was skipped, and what to do where its sort tells."""
    advice = ADVICE.get(detail.lower()) if reason is Reason.SOORT else None
    return f"{SKIPPED[reason]}: {advice}" if advice else SKIPPED[reason]


def note(told: Note) -> str:
    """What is worth telling about a file that was read."""
    return NOTES[told.kind].format(note=told)


def sentence(error: BaseException) -> str | None:
    """The Dutch sentence for an error; None if it is one that nobody foresaw."""
    if isinstance(error, OSError) and error.errno in DISK:
        return DISK[error.errno].format(error=error)
    for known in type(error).__mro__:
        template = SENTENCES.get(f"{known.__module__}.{known.__qualname__}")
        if template:
            return template.format(error=error)
    return None


def explain(error: BaseException) -> str:
    """What to tell a person about an error: its sentence, or a code under which it can be reported."""
    return sentence(error) or f"Er ging iets mis (code {code(error)})."


def on_page(error: BaseException) -> str:
    """The same as HTML: what somebody typed may stand in it, and is only words there."""
    return escape(explain(error))


def code(error: BaseException) -> str:
    """Four hexadecimal digits, the same whenever the same error arises at the same place in the code.

    The words of the error stay out of it: they may hold what a person typed.
    """
    frames = [f"{frame.filename}:{frame.name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]
    return hashlib.sha256("\n".join([type(error).__qualname__, *frames[-3:]]).encode()).hexdigest()[:4]
