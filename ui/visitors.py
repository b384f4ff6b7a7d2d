"""Who comes back to a site of several replicas is sent to the one that holds their conversation.

A cookie tells that it is the same visitor. It holds a random number and nothing else, ends with the browser, and is
kept by nobody. Serve's proxy imports this module, so nothing heavy is imported here.
"""

from __future__ import annotations

import pickle
import secrets
from functools import cache
from http.cookies import CookieError, SimpleCookie
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "passend-bezoek"


class Marked:
    """Gives a visitor without a mark a new one, with the first answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http" or scope["path"].startswith("/api/") or visitor(scope):
            await self._app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                cookie = f"{COOKIE}={secrets.token_hex(8)}; Path=/; HttpOnly; SameSite=Lax"
                MutableHeaders(scope=message).append("Set-Cookie", cookie)
            await send(message)

        await self._app(scope, receive, sending)


@cache
def by_visitor() -> type:
    """What sends who comes back to the replica where they were, and who is new to any.

    A class made when it is asked for, since Ray need not be installed.
    """
    from ray.serve.experimental.consistent_hash_router import ConsistentHashRouter

    class ByVisitor(ConsistentHashRouter):  # type: ignore[misc]  # Ray bears no types
        def _routing_key(self, pending_request: Any) -> str | None:
            mark = visitor(pickle.loads(pending_request.args[0]).asgi_scope) if pending_request else ""
            return mark or super()._routing_key(pending_request)

    return ByVisitor


def __getattr__(name: str) -> type:
    """Serve's processes look for the class by its name in this module."""
    if name == "ByVisitor":
        return by_visitor()
    raise AttributeError(name)


def visitor(scope: Scope) -> str:
    """The mark of a visitor; "" without one."""
    try:
        found = SimpleCookie(Headers(scope=scope).get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""
