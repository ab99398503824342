"""A Python client: takes all streams of a server at once, and prints what an event cost it.

Usage: client.py openai|aiohttp URL STREAMS

`openai` is what Orpheus servers use. `aiohttp` with the json module is the least that Python can
do. Both run on uvloop, and end where lyre-tokens goes on: they pass no frame to anybody.
"""

import asyncio
import json
import resource
import sys

import aiohttp
import openai
import uvloop

SLOTS, CODES, FIRST_CODE = 7, 4096, 128_266


def request(stream: int) -> dict:
    """What lyre-tokens asks for, too."""
    return {
        "model": "orpheus",
        "prompt": "Hello from the replay.",
        "max_tokens": 100_000,
        "stream": True,
        "seed": stream,
    }


class Frames:
    """Puts ids together into frames, as every server has to."""

    def __init__(self):
        self.events = 0
        self.frames = []
        self.pending = []

    def push(self, ids: list[int] | None):
        self.events += 1
        for token in ids or []:
            slot, code = divmod(token - FIRST_CODE, CODES)
            if slot != len(self.pending):
                continue
            self.pending.append(code)
            if len(self.pending) == SLOTS:
                self.frames.append(tuple(self.pending))
                self.pending = []


async def by_openai(url: str, streams: int) -> list[Frames]:
    client = openai.AsyncOpenAI(base_url=url + "/v1", api_key="none")

    async def run(stream: int) -> Frames:
        frames = Frames()
        answer = await client.completions.create(
            **request(stream), extra_body={"return_token_ids": True}
        )
        async for chunk in answer:
            if chunk.choices:
                frames.push(getattr(chunk.choices[0], "token_ids", None))
        return frames

    return await asyncio.gather(*(run(stream) for stream in range(streams)))


async def by_aiohttp(url: str, streams: int) -> list[Frames]:
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:

        async def run(stream: int) -> Frames:
            frames = Frames()
            body = request(stream) | {"return_token_ids": True}
            async with session.post(url + "/v1/completions", json=body) as answer:
                async for line in answer.content:
                    if line.startswith(b"data: {"):
                        choices = json.loads(line[6:])["choices"]
                        if choices:
                            frames.push(choices[0].get("token_ids"))
            return frames

        return await asyncio.gather(*(run(stream) for stream in range(streams)))


def main():
    name, url, streams = sys.argv[1], sys.argv[2], int(sys.argv[3])
    run = {"openai": by_openai, "aiohttp": by_aiohttp}[name]
    before = resource.getrusage(resource.RUSAGE_SELF)
    results = uvloop.run(run(url, streams))
    after = resource.getrusage(resource.RUSAGE_SELF)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    events = sum(r.events for r in results)
    figures = {
        "streams": streams,
        "frames": sum(len(r.frames) for r in results),
        "cpu_microseconds_per_event": seconds * 1e6 / events,
    }
    print(json.dumps(figures))


main()
