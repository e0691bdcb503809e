"""An answer that goes on: it ends when its reader leaves, is too slow, or there is nothing more to say."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Mapping

from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

LEFT = "left"
TOO_SLOW = "too_slow"
ENDED = "ended"


class StreamResponse(Response):
    """Sends chunks as they come. At most one chunk waits for the reader, and not longer than `patience` seconds.

    `on_end` is called once, with the reason, whatever happens.
    """

    def __init__(
        self,
        chunks: AsyncIterator[bytes],
        headers: Mapping[str, str],
        *,
        patience: float,
        on_end: Callable[[str], None],
    ) -> None:
        super().__init__(headers=dict(headers))
        del self.headers["content-length"]
        self._chunks = chunks
        self._patience = patience
        self._on_end = on_end

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve."""
        del scope
        reason = LEFT
        sending = asyncio.create_task(self._send_all(send))
        watching = asyncio.create_task(_gone(receive))
        try:
            await asyncio.wait({sending, watching}, return_when=asyncio.FIRST_COMPLETED)
            if sending.done():
                reason = sending.result()
        finally:
            self._on_end(reason)
            sending.cancel()
            watching.cancel()
            await asyncio.gather(sending, watching, return_exceptions=True)

    async def _send_all(self, send: Send) -> str:
        try:
            await self._send(send, {"type": "http.response.start", "status": 200, "headers": self.raw_headers})
            async for chunk in self._chunks:
                if chunk:
                    await self._send(send, {"type": "http.response.body", "body": chunk, "more_body": True})
            await self._send(send, {"type": "http.response.body", "body": b"", "more_body": False})
        except TimeoutError:
            return TOO_SLOW
        except OSError:
            return LEFT
        finally:
            with contextlib.suppress(RuntimeError):
                await _close(self._chunks)
        return ENDED

    async def _send(self, send: Send, message: Message) -> None:
        async with asyncio.timeout(self._patience):
            await send(message)


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _close(chunks: AsyncIterator[bytes]) -> None:
    close = getattr(chunks, "aclose", None)
    if close is not None:
        await close()
