"""Whether something answers yet: one question for each kind of process."""

import asyncio
import struct

import aiohttp

from deploy.local.ports import HOST, Ports

_PATIENCE = 2.0
_API_VERSIONS = 18
_NOT_YET = (OSError, asyncio.IncompleteReadError, TimeoutError)


async def accepts(port: int) -> bool:
    """Tell whether a port takes connections."""
    try:
        async with asyncio.timeout(_PATIENCE):
            _, writer = await asyncio.open_connection(HOST, port)
            writer.close()
            await writer.wait_closed()
    except _NOT_YET:
        return False
    return True


async def kafka_answers(port: int) -> bool:
    """Tell whether a broker serves requests, by asking which versions it speaks."""
    request = struct.pack(">hhih", _API_VERSIONS, 0, 1, -1)
    try:
        async with asyncio.timeout(_PATIENCE):
            reader, writer = await asyncio.open_connection(HOST, port)
            try:
                writer.write(struct.pack(">i", len(request)) + request)
                await reader.readexactly(4)
            finally:
                writer.close()
    except _NOT_YET:
        return False
    return True


async def http_answers(url: str) -> bool:
    """Tell whether a page is there with status 200."""
    try:
        timeout = aiohttp.ClientTimeout(total=_PATIENCE)
        async with aiohttp.ClientSession(timeout=timeout) as session, session.get(url) as answer:
            return answer.status == 200  # noqa: PLR2004 - the number is the name
    except (aiohttp.ClientError, *_NOT_YET):
        return False


async def part_answers(name: str, ports: Ports) -> bool:
    """Tell whether a part of a stack does its work, by the question that suits its kind."""
    if name == "kafka":
        return await kafka_answers(ports["kafka"])
    if name == "store":
        return await accepts(ports["store"])
    pages = {"issuer": "/jwks.json", "mail": "/messages?after=9"}
    return await http_answers(ports.url(name) + pages.get(name, "/health/ready"))


def answers(name: str, ports: Ports) -> bool:
    """Ask the same outside an event loop."""
    return asyncio.run(part_answers(name, ports))
