"""The MCP server, spoken to as a client does: over standard input and output of ``passend mcp``."""

import json
import os
import sys
from pathlib import Path

import anyio
import pytest
from mcp import Client
from mcp.client.stdio import StdioServerParameters, stdio_client

from ui import opening
from ui.settings import Settings

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
        answer = await client.call_tool("vraag", {"question": QUESTION})
        assert json.loads(answer.content[0].text)["status"] in {"answered", "partial", "unanswerable"}
        found = json.loads((await client.call_tool("zoek", {"question": QUESTION})).content[0].text)
        paper = found["passages"][0]
        later = {"question": QUESTION, "since": "2999-01-01"}
        assert json.loads((await client.call_tool("zoek", later)).content[0].text) == {"passages": []}
        listed = json.loads((await client.call_tool("stukken", {})).content[0].text)["stukken"]
        assert paper["document"] in {one["document"] for one in listed}
        whole = json.loads((await client.call_tool("stuk", {"document": paper["document"]})).content[0].text)
        assert whole["text"][paper["start"] : paper["end"]] == paper["text"]
        for tool, arguments, told in (
            ("vraag", {"question": QUESTION, "persona": "wethouder"}, "De aanroep klopt niet bij: persona."),
            (
                "zoek",
                {"question": QUESTION, "count": 0, "since": "gisteren"},
                "De aanroep klopt niet bij: count, since.",
            ),
            ("vraag", {}, "De aanroep klopt niet bij: question."),
            ("wandel", {}, "Dit hulpmiddel is er niet."),
            ("stuk", {"document": "kst-0-0"}, "Dit stuk ken ik niet."),
            ("vraag", {"question": "?"}, "Er staat geen vraag."),
            ("zoek", {"question": "boot " * 500}, "Uw vraag is te lang"),
            ("vraag", {"question": QUESTION, "history": ["boot " * 500]}, "Uw vraag of een eerdere vraag is te lang."),
        ):
            wrong = await client.call_tool(tool, arguments)
            assert wrong.is_error
            assert json.loads(wrong.content[0].text)["error"].startswith(told)


def test_a_server_that_runs_follows_the_newest_index(tmp_path: Path) -> None:
    anyio.run(_follow, tmp_path)


async def _follow(folder: Path) -> None:
    given, papers = Settings(data=folder / "data", own_data=True), folder / "papers"
    papers.mkdir()

    def build(name: str) -> None:
        (papers / f"{name}.txt").write_text(f"Geachte voorzitter,\n\nDe {name} vaart weer.\n", encoding="utf-8")
        opening.build(given, opening.gather([papers]).documents, None)

    build("veerboot")
    server = StdioServerParameters(
        command=sys.executable, args=["-m", "ui", "mcp", "--data", str(given.data)], env=dict(os.environ)
    )
    async with Client(stdio_client(server)) as client:

        async def titles() -> set[str]:
            listed = json.loads((await client.call_tool("stukken", {})).content[0].text)["stukken"]
            return {one["title"] for one in listed}

        assert await titles() == {"veerboot"}
        build("sleepboot")
        with anyio.fail_after(120):
            while await titles() != {"sleepboot", "veerboot"}:
                await anyio.sleep(0.2)
