"""The MCP server, spoken to as a client does: over standard input and output of ``passend mcp``."""

import json
import os
import sys
from pathlib import Path

import anyio
import pytest
from mcp import Client
from mcp.client.stdio import StdioServerParameters, stdio_client

QUESTION = "Hoeveel veerboten varen er?"

pytestmark = pytest.mark.filterwarnings("default")  # of the protocol's package


def test_a_client_asks_searches_and_reads(indexed: Path) -> None:
    anyio.run(_talk, indexed)


async def _talk(indexed: Path) -> None:
    server = StdioServerParameters(
        command=sys.executable, args=["-m", "ui", "mcp", "--data", str(indexed)], env=dict(os.environ)
    )
    async with Client(stdio_client(server)) as client:
        tools = await client.list_tools()
        assert {tool.name for tool in tools.tools} == {"vraag", "zoek", "stukken", "stuk"}
        assert all(tool.description for tool in tools.tools)
        answer = await client.call_tool("vraag", {"vraag": QUESTION})
        assert json.loads(answer.content[0].text)["status"] in {"answered", "partial", "unanswerable"}
        found = json.loads((await client.call_tool("zoek", {"vraag": QUESTION})).content[0].text)
        paper = found["passages"][0]
        later = {"vraag": QUESTION, "sinds": "2999-01-01"}
        assert json.loads((await client.call_tool("zoek", later)).content[0].text) == {"passages": []}
        listed = json.loads((await client.call_tool("stukken", {})).content[0].text)["stukken"]
        assert paper["document"] in {one["document"] for one in listed}
        whole = json.loads((await client.call_tool("stuk", {"document": paper["document"]})).content[0].text)
        assert whole["text"][paper["start"] : paper["end"]] == paper["text"]
        missing = json.loads((await client.call_tool("stuk", {"document": "kst-0-0"})).content[0].text)
        assert missing == {"error": "Dit stuk ken ik niet."}
