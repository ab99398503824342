"""A real vLLM on the CPU, and what the tests ask of it."""

import json
import os
import subprocess
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from lyre_vllm.slots import END_OF_SPEECH, SLOTS, START_OF_SPEECH, codes_of, slot_of

ROOT = Path(__file__).resolve().parents[3]
RUN = ROOT / "tools/vllm-cpu/run"
HEADER = [128_259, 128_000, 3000, 128_009, 128_260, 128_261, START_OF_SPEECH]


def codes(count, code=17):
    """The ids of the first so many codes of a stream."""
    return [codes_of(n % SLOTS)[code] for n in range(count)]


class Refused(Exception):
    """A server's error; its status and its words."""


class Server:
    def __init__(self, url):
        self.url = url

    def complete(self, prompt=None, slots=None, tokens=300, seed=1, **more):
        """The ids of an answer, and why it ended."""
        request = {
            "model": "orpheus",
            "prompt": prompt or HEADER,
            "max_tokens": tokens,
            "seed": seed,
            "temperature": 0.6,
            "top_p": 1,
            "stop_token_ids": [END_OF_SPEECH],
            "return_token_ids": True,
            **({"vllm_xargs": {"lyre_slots": slots}} if slots else {}),
            **more,
        }
        answer = json.loads(self.ask("/v1/completions", request))["choices"][0]
        return answer["token_ids"], answer["finish_reason"]

    def complete_all(self, requests, at_once=4):
        with ThreadPoolExecutor(at_once) as threads:
            return list(threads.map(lambda request: self.complete(**request), requests))

    def metric(self, name):
        """The sum of a counter over its labels."""
        lines = self.ask("/metrics").splitlines()
        return sum(float(line.split()[-1]) for line in lines if line.startswith(name + "{"))

    def ask(self, path, body=None):
        data = json.dumps(body).encode() if body else None
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(self.url + path, data, headers)
        try:
            with urllib.request.urlopen(request, timeout=600) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            raise Refused(error.code, error.read().decode()) from None


@contextmanager
def serving(*options, packages=None):
    """Runs a server for as long as the block takes."""
    environment = dict(os.environ)
    if packages:
        environment["PYTHONPATH"] = str(packages)
    command = [RUN, *map(str, options)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, env=environment, text=True, **pipes) as process:
        try:
            url = process.stdout.readline().strip()
            assert url, "the server did not start"
            yield Server(url)
        finally:
            process.stdin.close()


def fault(ids, pending=0):
    """What is wrong with a stream that goes on behind so many codes of a frame, or None."""
    slot = pending
    for place, token in enumerate(ids):
        if token == END_OF_SPEECH:
            if slot != 0:
                return f"it ends within a frame, before slot {slot}"
            return None if place == len(ids) - 1 else "it goes on behind its end"
        if slot_of(token) != slot:
            return f"id {token} at {place} where slot {slot} is due"
        slot = (slot + 1) % SLOTS
    return None
