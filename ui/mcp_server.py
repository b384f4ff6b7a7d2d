"""The same answers for other programs' language models, by the Model Context Protocol: ``passend mcp``."""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated, Any

from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import CallToolResult, InputRequiredResult, TextContent
from pydantic import Field, ValidationError

from index.filters import Filters
from ingest.document import Kind
from ui import messages
from ui.errors import MalformedCall, NoSuchTool, Persona
from ui.service import MOST_HITS, Service

INSTRUCTIONS = (
    "Antwoorden over passend onderwijs uit officiële stukken. Elk citaat is letterlijk; geef het met zijn vindplaats "
    "door en voeg niets toe. Is „refused” waar, zeg dan dat het niet in de stukken gevonden is."
)


Question = Annotated[str, Field(description="De vraag, in gewoon Nederlands; hoogstens 2.000 tekens")]


class DutchServer(MCPServer[None]):
    """A server that tells in one Dutch sentence what is wrong with a call; the words of the caller are never in it."""

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[None, Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        """Call a tool by its name."""
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            told = json.dumps({"error": messages.explain(_fault(error))}, ensure_ascii=False)
            return CallToolResult(content=[TextContent(type="text", text=told)], is_error=True)


def _fault(error: ToolError) -> BaseException:
    """What is wrong with a call: an argument, the name of the tool, or what went wrong within it."""
    cause = error.__cause__
    if isinstance(cause, ValidationError):
        return MalformedCall(list(dict.fromkeys(str(one["loc"][0]) for one in cause.errors() if one["loc"])))
    return cause or NoSuchTool()


def build(service: Service) -> MCPServer[None]:
    """A server with four tools: to ask, to search, to list the papers and to read one."""
    server = DutchServer("vraagbaak-passend-onderwijs", instructions=INSTRUCTIONS, log_level="ERROR")

    @server.tool(name="vraag", title="Stel een vraag")
    def ask(
        question: Question,
        history: Annotated[list[str], Field(description="Van hetzelfde gesprek, oudste eerst")] = [],  # noqa: B006
        persona: Annotated[Persona, Field(description="Wie het antwoord leest: verandert de lengte")] = "ouder",
    ) -> dict[str, Any]:
        """Beantwoord een vraag in het Nederlands met letterlijke citaten en hun vindplaats, of weiger eerlijk."""
        return service.answer(question, history, persona)

    @server.tool(name="zoek", title="Zoek passages")
    def find(
        question: Question,
        count: Annotated[int, Field(ge=1, le=MOST_HITS)] = 10,
        kind: Annotated[list[Kind], Field(description="Alleen deze soorten stukken")] = [],  # noqa: B006
        since: Annotated[date | None, Field(description="Vanaf deze dag: 2023-03-30")] = None,
        until: Annotated[date | None, Field(description="Tot en met deze dag")] = None,
        person: Annotated[str, Field(description="Wie het zegt: een naam")] = "",
        party: Annotated[str, Field(description="Fractie van wie het zegt")] = "",
        dossier: Annotated[str, Field(description="Dossiernummer: 31 497")] = "",
    ) -> dict[str, Any]:
        """Geef de passages die over de vraag gaan, beste eerst, met vindplaats."""
        filters = Filters(kinds=frozenset(kind), since=since, until=until, person=person, party=party, dossier=dossier)
        return {"passages": service.passages(question, filters, count)}

    @server.tool(name="stukken", title="Welke stukken er zijn")
    def papers() -> dict[str, Any]:
        """Geef de stukken waaruit antwoorden komen: nummer, soort, titel, datum, afzender en vindplaats."""
        return {"stukken": service.papers()}

    @server.tool(name="stuk", title="Lees een stuk")
    def read(document: Annotated[str, Field(description="Het nummer uit „document”: kst-31497-448")]) -> dict[str, Any]:
        """Geef een heel stuk: wat het is, zijn tekst en zijn onderdelen."""
        return service.paper(document)

    return server
