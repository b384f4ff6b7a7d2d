"""The same answers for other programs' language models, by the Model Context Protocol: ``passend mcp``."""

from __future__ import annotations

from typing import Any

from mcp.server.mcpserver import MCPServer

from index.filters import NO_FILTERS
from ui import messages
from ui.errors import RequestFault
from ui.service import Service

INSTRUCTIONS = (
    "Antwoorden over passend onderwijs uit officiële stukken. Elk citaat is letterlijk; geef het met zijn vindplaats "
    "door en voeg niets toe. Is „refused” waar, zeg dan dat het niet in de stukken staat."
)


def build(service: Service) -> MCPServer[None]:
    """A server with three tools: to ask, to search and to read."""
    server: MCPServer[None] = MCPServer("vraagbaak-passend-onderwijs", instructions=INSTRUCTIONS, log_level="ERROR")

    @server.tool(name="vraag", title="Stel een vraag")
    def ask(vraag: str, eerdere_vragen: list[str] | None = None) -> dict[str, Any]:
        """Beantwoord een vraag in het Nederlands met letterlijke citaten en hun vindplaats, of weiger eerlijk."""
        return _told(lambda: service.answer(vraag, eerdere_vragen or ()))

    @server.tool(name="zoek", title="Zoek passages")
    def find(vraag: str, aantal: int = 10) -> dict[str, Any]:
        """Geef de passages die over de vraag gaan, beste eerst, met vindplaats."""
        return _told(lambda: {"passages": service.passages(vraag, NO_FILTERS, aantal)})

    @server.tool(name="stuk", title="Lees een stuk")
    def read(document: str) -> dict[str, Any]:
        """Geef een heel stuk: wat het is, zijn tekst en zijn onderdelen."""
        return _told(lambda: service.paper(document))

    return server


def _told(verb: Any) -> dict[str, Any]:
    """What a tool gives, or the Dutch sentence of what was wrong."""
    try:
        record: dict[str, Any] = verb()
    except RequestFault as fault:
        return {"error": messages.explain(fault)}
    return record
