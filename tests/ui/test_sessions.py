"""What the server holds of each visitor."""

import asyncio

import gradio as gr
import pytest

from ui.sessions import Sessions

pytestmark = pytest.mark.filterwarnings("default")  # of Gradio
ROOM = 3


@pytest.fixture(scope="module")
def page() -> gr.Blocks:
    return asyncio.run(_page())  # without a loop that runs Gradio opens several and closes none


async def _page() -> gr.Blocks:
    with gr.Blocks(analytics_enabled=False) as page:
        gr.State((), time_to_live=60)
        gr.HTML("Dag")
    page.state_session_capacity = ROOM
    return page


@pytest.fixture
def sessions(page: gr.Blocks) -> Sessions:
    held = Sessions()
    held.set_blocks(page)
    return held


def test_a_visitor_gets_no_copy_of_the_whole_page(page: gr.Blocks, sessions: Sessions) -> None:
    session = sessions["a"]
    assert session.config_values == {}
    assert set(session.blocks_config.blocks) == set(page.blocks)


def test_what_a_visitor_was_told_is_held_and_nobody_else_sees_it(page: gr.Blocks, sessions: Sessions) -> None:
    (state,) = [key for key, block in page.blocks.items() if isinstance(block, gr.State)]
    sessions["a"][state] = ("een vraag",)
    assert sessions["a"][state] == ("een vraag",)
    assert sessions["b"][state] == ()


def test_the_visitor_who_was_silent_longest_is_forgotten_first(sessions: Sessions) -> None:
    for number in range(ROOM + 2):
        sessions[str(number)]
    assert len(sessions.session_data) == ROOM
    assert "0" not in sessions and "1" not in sessions and "2" in sessions
