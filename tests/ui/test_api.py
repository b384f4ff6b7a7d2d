"""The HTTP API, asked as another program would; the examples of its documentation are run."""

import json
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from ui import api, opening
from ui.service import Service
from ui.settings import Settings

QUESTION = "Hoeveel OZA-aanvragen zijn er goedgekeurd?"
GUIDE = Path(__file__).parents[2] / "docs" / "api.md"

pytestmark = pytest.mark.filterwarnings("default")  # of the test client


@pytest.fixture(scope="module")
def service(builtin: Settings) -> Service:
    opened = opening.opened(builtin, print)
    return Service(lambda: opened)


@pytest.fixture(scope="module")
def client(service: Service) -> TestClient:
    return TestClient(api.build(service, api.Limiter(per_client=1000)), raise_server_exceptions=False)


def test_an_answer_has_the_form_of_ask_jsonl(client: TestClient) -> None:
    answer = client.post("/vraag", json={"question": QUESTION, "persona": "kamer"}).json()
    assert (answer["status"], answer["likely"]) == ("partial", True)
    assert "39" in answer["answer"]
    [paper] = [client.get(f"/stukken/{quote['document']}").json() for quote in answer["quotes"][:1]]
    quote = answer["quotes"][0]
    assert paper["text"][quote["start"] : quote["end"]] == quote["text"]


def test_a_follow_up_leans_on_the_earlier_questions(client: TestClient) -> None:
    asked = {"question": "En hoeveel zijn er afgewezen?", "history": [QUESTION]}
    assert "aanvragen" in client.post("/vraag", json=asked).json()["understood_as"]


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"question": "?"}, 422),
        ({"question": "x" * 2001}, 422),
        ({"question": QUESTION, "persona": "minister"}, 422),
        ({"vraag": QUESTION}, 422),
        ([], 422),
    ],
)
def test_a_bad_request_gets_a_dutch_sentence(client: TestClient, asked: object, status: int) -> None:
    response = client.post("/vraag", json=asked)
    assert response.status_code == status
    assert re.fullmatch(r"[A-Z][^{}]+\.", response.json()["error"])


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"question": QUESTION, "persona": "minister"}, "persona"),
        ({"history": ["Wat?"]}, "question"),
        ({"question": QUESTION, "personna": "kamer"}, "een veld dat niet bestaat"),
        ([], "de JSON"),
    ],
)
def test_what_is_wrong_is_told_by_its_field(client: TestClient, asked: object, told: str) -> None:
    error = client.post("/vraag", json=asked).json()["error"]
    assert error == f"De aanvraag klopt niet bij: {told}. Kijk in /api/openapi.json wat er wel kan."


def test_a_filter_with_a_slip_is_not_passed_over(client: TestClient) -> None:
    refused = client.get("/zoek", params={"question": "vervoer", "sincee": "2024-01-01", "until": "30-03-2023"})
    assert refused.status_code == 422
    assert "bij: until, een veld dat niet bestaat." in refused.json()["error"]


def test_a_quote_says_whose_words_it_has(client: TestClient) -> None:
    answer = client.post("/vraag", json={"question": QUESTION}).json()
    quote = answer["quotes"][0]
    assert (quote["kind"], quote["role"], quote["standing"]) == ("Samenvatting", "redactie", "onbekend")
    assert quote["url"].startswith("https://")
    assert answer["as_of"] == "2023-03-28"


@pytest.mark.parametrize(("method", "path"), [("GET", "/"), ("GET", "/vragen"), ("GET", "/vraag"), ("DELETE", "/zoek")])
def test_an_address_that_is_not_there_is_told_in_dutch(client: TestClient, method: str, path: str) -> None:
    response = client.request(method, path)
    assert response.status_code == 404
    assert response.json()["error"].startswith("Dit adres is er niet")


@pytest.mark.parametrize("content", [b"\xff{", b'{"question": "\xff"}', b"[" * 100_000])
@pytest.mark.parametrize("headers", [{}, {"Content-Type": "application/json"}])
def test_no_json_at_all_is_told(client: TestClient, content: bytes, headers: dict[str, str]) -> None:
    response = client.post("/vraag", content=content, headers=headers)
    assert response.status_code == 422
    assert "klopt niet bij: de JSON." in response.json()["error"]


def test_the_papers_are_listed_with_or_without_a_slash(client: TestClient) -> None:
    assert client.get("/stukken/").json() == client.get("/stukken").json() != []


@pytest.mark.parametrize("number", ["kst-00000-0", "kst-0%2F0"])
def test_a_paper_that_is_not_there_is_told(client: TestClient, number: str) -> None:
    assert client.get(f"/stukken/{number}/").json() == client.get(f"/stukken/{number}").json()
    response = client.get(f"/stukken/{number}")
    assert (response.status_code, response.json()) == (404, {"error": "Dit stuk ken ik niet."})


def test_passages_are_found_under_filters(client: TestClient) -> None:
    found = client.get("/zoek", params={"question": "leerlingenvervoer", "count": 3}).json()
    assert len(found) == 3
    assert all(hit["citation"] for hit in found)
    assert client.get("/zoek", params={"question": "leerlingenvervoer", "since": "2999-01-01"}).json() == []
    assert client.get("/zoek", params={"question": "leerlingenvervoer", "count": 0}).status_code == 422


def test_the_third_request_of_two_a_minute_waits_and_another_client_does_not(service: Service) -> None:
    limited = api.build(service, api.Limiter(per_client=2, in_all=100))
    first, other = TestClient(limited), TestClient(limited, client=("192.0.2.7", 1))
    assert [first.get("/stukken").status_code for _ in range(3)] == [200, 200, 429]
    refused = first.get("/stukken")
    assert refused.headers["retry-after"] == "60"
    assert refused.json()["error"] == "U vraagt te vaak achter elkaar. Wacht 60 seconden."
    assert other.get("/stukken").status_code == 200


def test_everybody_together_has_a_limit_too(service: Service) -> None:
    limited = api.build(service, api.Limiter(per_client=5, in_all=2))
    clients = [TestClient(limited, client=(f"192.0.2.{number}", 1)) for number in range(3)]
    assert [client.get("/stukken").status_code for client in clients] == [200, 200, 429]


def test_the_schema_names_every_path_and_its_answer(client: TestClient) -> None:
    schema = client.get("/openapi.json").json()
    assert set(schema["paths"]) == {"/vraag", "/stukken", "/stukken/{identifier}", "/zoek"}
    assert "Answered" in schema["components"]["schemas"]
    for path in schema["paths"].values():
        for told in path.values():
            assert {"200", "404", "422", "429", "500"} <= told["responses"].keys()
            assert told["responses"]["422"]["content"]["application/json"]["schema"]["$ref"].endswith("/Fault")


def test_the_examples_of_the_guide_work(client: TestClient) -> None:
    commands = re.findall(r"^curl (.+)$", GUIDE.read_text("utf-8"), re.MULTILINE)
    assert len(commands) >= 4
    for command in commands:
        path = re.search(r"127\.0\.0\.1:7860/api(/[^'\s]*)", command)
        assert path is not None
        body = re.search(r"-d '(.+?)'", command)
        response = client.post(path[1], json=json.loads(body[1])) if body else client.get(path[1])
        assert response.status_code == 200, command
