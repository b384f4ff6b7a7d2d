"""The chat by several processes on a Ray cluster, behind one address.

Each replica is the whole site of ``ui.serve`` over an index that it maps itself, and follows the commits of that index
as a single chat does; nothing of Ray stands between a question and its answer. The folder of the index is one that
all nodes see.

A conversation lives in the replica that began it, so who comes back is sent to the same one (``visitors``). When that
one is lost they go to another, where the page asks its questions anew, as after a reload.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace

from ray import serve as ray_serve
from ray.serve.config import RequestRouterConfig
from starlette.types import ASGIApp

from ingest.cluster.errors import ClusterFault
from ui import opening, settings
from ui.following import Following
from ui.serve import SWITCH, address_of, checked_port, own_names, site
from ui.sessions import MOST
from ui.settings import Settings
from ui.visitors import Marked, by_visitor
from ui.wordless import errors_without_words

NAME = "passend"
MOST_AT_ONCE = 2 * MOST  # requests of one replica: each page that is open holds one; the queue decides who is answered
LOGS = {"enable_access_log": False, "log_level": "ERROR"}  # an address may hold a question, and nobody's is kept


def serve(given: Settings, *, replicas: int, port: int | None, announce: Callable[[str], None]) -> None:
    """Serve the page by replicas on the cluster that this process joined, until somebody stops it.

    Raises:
        PortTaken: The port that was asked for is in use.
        ClusterFault: The replicas did not come up.
    """
    chosen = checked_port(given, port)
    try:
        start(given, replicas=replicas, port=chosen)
        address = address_of(given.host, chosen)
        announce(f"De vraagbaak staat open op {address}, met {replicas} processen (stop met Ctrl+C)")
        threading.Event().wait()
    except KeyboardInterrupt:
        announce("De vraagbaak is gestopt.")
    except (RuntimeError, TimeoutError) as error:  # of Serve
        raise ClusterFault("the replicas did not come up") from error
    finally:
        ray_serve.shutdown()


def start(given: Settings, *, replicas: int, port: int) -> None:
    """Start the replicas on the cluster that this process joined; gives back control when all of them answer."""
    ray_serve.start(
        proxy_location="HeadOnly",
        http_options={"host": given.host, "port": port},
        logging_config=LOGS,
    )
    deployed = ray_serve.deployment(
        ray_serve.ingress()(Replica),
        name=NAME,
        num_replicas=replicas,
        max_ongoing_requests=MOST_AT_ONCE,
        # As many as were asked for, whatever the number of cores; and as quiet as this process.
        ray_actor_options={"num_cpus": 0, "runtime_env": {"env_vars": settings.quiet(given)}},
        logging_config=LOGS,
        # Without others to fall back on: a replica that is slow to say how busy it is still holds the conversation.
        request_router_config=RequestRouterConfig(
            request_router_class=by_visitor(), request_router_kwargs={"num_fallback_replicas": 0}
        ),
    )
    # A key goes into nobody's memory but that of who uses it: each node has it in its own environment.
    ray_serve.run(deployed.bind(replace(given, llm_key="")), name=NAME)


class Replica:
    """The site, in a process of the cluster."""

    def __init__(self, given: Settings) -> None:
        self._open = ExitStack()  # until the process ends
        environment = settings.read_environment()
        self._open.callback(settings.remove_folder, settings.private_folder(environment))
        self._given = replace(given, llm_key=settings.key(environment))

    def __serve_build_asgi_app__(self) -> ASGIApp:  # how Ray asks for it
        """What answers requests: the site over the newest index, which it follows from now on."""
        given = self._given
        following = self._open.enter_context(Following(opening.opened(given, _say), given, _say))
        sys.setswitchinterval(SWITCH)
        self._open.enter_context(errors_without_words())
        return Marked(
            site(
                following.now,
                waiting=given.waiting,
                language_model=opening.chosen_model(given),
                data=given.data,
                names=own_names(given),
            )
        )

    def __del__(self) -> None:
        self._open.close()


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
