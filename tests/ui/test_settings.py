"""Command line beats environment beats file beats default; what is unknown fails."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.settings import (
    DEFAULT_PORT,
    Settings,
    UnknownSetting,
    UnreadableSettings,
    UnusableSetting,
    load,
    prepare,
    private_folder,
    remove_folder,
)


def config(folder: Path, text: str) -> dict[str, str]:
    path = folder / "passend.toml"
    path.write_text(text, encoding="utf-8")
    return {"PASSEND_CONFIG": str(path)}


def test_without_any_setting_the_defaults_hold(tmp_path: Path) -> None:
    chosen = load({"XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)})
    assert chosen == Settings(data=tmp_path / "passend")
    assert (chosen.own_data, chosen.port, chosen.host, chosen.offline) == (False, DEFAULT_PORT, "127.0.0.1", True)


def test_the_command_line_beats_the_environment_beats_the_file(tmp_path: Path) -> None:
    environment = config(tmp_path, 'data = "/file"\nport = 1\nwaiting = 2\n')
    assert load(environment).data == Path("/file")
    environment |= {"PASSEND_DATA": "/environment", "PASSEND_PORT": "3"}
    chosen = load(environment)
    assert (chosen.data, chosen.port, chosen.waiting, chosen.own_data) == (Path("/environment"), 3, 2, True)
    assert load(environment, data=Path("/line")).data == Path("/line")


def test_the_file_of_the_user_is_read_without_being_named(tmp_path: Path) -> None:
    config(tmp_path, "offline = false\n")
    assert load({"XDG_CONFIG_HOME": str(tmp_path)}).offline is False


@pytest.mark.parametrize("environment", [{"PASSEND_PROT": "80"}, {"PASSEND_OWN_DATA": "1"}, {"PASSEND_": "x"}])
def test_an_unknown_setting_fails(environment: dict[str, str]) -> None:
    with pytest.raises(UnknownSetting):
        load(environment)


def test_an_unknown_setting_in_the_file_fails(tmp_path: Path) -> None:
    with pytest.raises(UnknownSetting) as failed:
        load(config(tmp_path, "colour = 1\n"))
    assert failed.value.key == "colour"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "veel"),
        ("PORT", "65536"),
        ("PORT", "-1"),
        ("OFFLINE", "misschien"),
        ("DATA", " "),
        ("WAITING", "1.5"),
        ("WAITING", "0"),
        ("HOST", ""),
        ("DATA", "~niemand-hier/stukken"),
        ("CONFIG", "~niemand-hier/passend.toml"),
    ],
)
def test_a_value_of_the_wrong_form_fails(name: str, value: str) -> None:
    with pytest.raises(UnusableSetting) as failed:
        load({f"PASSEND_{name}": value})
    assert failed.value.key == name.lower()


@pytest.mark.parametrize(
    "line", ["port = true", "port = inf", "port = nan", "port = 1.0", "host = 1", "data = 1", "offline = 1"]
)
def test_a_value_of_the_wrong_type_in_the_file_fails(tmp_path: Path, line: str) -> None:
    with pytest.raises(UnusableSetting):
        load(config(tmp_path, line))


@pytest.mark.parametrize("text", ["port = ", "port = 1\nport = 2"])
def test_a_file_that_is_no_toml_fails(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableSettings):
        load(config(tmp_path, text))


def test_a_named_file_that_is_not_there_fails(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSettings):
        load({"PASSEND_CONFIG": str(tmp_path / "weg.toml")})


@pytest.mark.parametrize(("word", "truth"), [("ja", True), ("Nee ", False), ("1", True), ("false", False)])
def test_yes_and_no_are_read(word: str, truth: bool) -> None:
    assert load({"PASSEND_OFFLINE": word}).offline is truth


def test_a_relative_home_is_ignored_as_the_standard_tells() -> None:
    assert load({"XDG_DATA_HOME": "ergens"}).data == Path.home() / ".local/share/passend"


@given(st.integers(min_value=0, max_value=65535))
def test_every_port_in_range_is_taken_over(port: int) -> None:
    assert load({"PASSEND_PORT": str(port)}).port == port


def test_libraries_are_kept_off_the_network_unless_the_user_says_otherwise() -> None:
    environment = {"HF_HUB_OFFLINE": "0"}
    prepare(Settings(data=Path()), environment)
    assert environment["HF_HUB_OFFLINE"] == "0"
    assert environment["TRANSFORMERS_OFFLINE"] == "1"
    online: dict[str, str] = {}
    prepare(Settings(data=Path(), offline=False), online)
    assert "HF_HUB_OFFLINE" not in online
    assert online["GRADIO_ANALYTICS_ENABLED"] == "False"
    assert online["ORT_DISABLE_TELEMETRY"] == "1"
    assert online["GRADIO_ANALYTICS_MAX_EVENTS"] == "1"


def test_small_products_are_not_shared_out_unless_the_user_says_otherwise() -> None:
    environment: dict[str, str] = {}
    prepare(Settings(data=Path()), environment)
    assert environment["OPENBLAS_NUM_THREADS"] == "1"
    prepare(Settings(data=Path()), environment := {"OPENBLAS_NUM_THREADS": "4"})
    assert environment["OPENBLAS_NUM_THREADS"] == "4"


def test_the_folder_of_gradio_is_closed_to_others_and_removed() -> None:
    environment: dict[str, str] = {}
    folder = private_folder(environment)
    assert environment["GRADIO_TEMP_DIR"] == str(folder)
    assert folder.stat().st_mode & 0o077 == 0
    remove_folder(folder)
    assert not folder.exists()
