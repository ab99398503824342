"""Against a real farm of 90 tokens a second; LYRE_FRONTEND is it, with room for one call."""

import asyncio
import contextlib
import os

import pytest
from lyre.rpc.v1.health_pb2 import HealthReply, HealthRequest
from lyre_client import Code, Method, RPCError, Session, check_health, prepare, speak

ENDPOINT = os.environ.get("LYRE_FRONTEND")
pytestmark = pytest.mark.skipif(not ENDPOINT, reason="LYRE_FRONTEND names no text frontend")
LONG = "The lazy cat has seven green boxes, and keeps them. " * 6


def with_session(test):
    def run():
        async def body():
            async with await Session.connect(ENDPOINT) as session:
                await asyncio.wait_for(test(session), 60)
        asyncio.run(body())
    return run


async def when_free(task):
    """What a function brings once there is a place: one of an earlier call becomes free soon."""
    while True:
        try:
            return await task()
        except RPCError as error:
            if error.reason != "full":
                raise
            assert (error.code, error.never_started) == (Code.RESOURCE_EXHAUSTED, True)
            await asyncio.sleep(error.retry_after)


@with_session
async def test_a_cancelled_call_frees_its_place(session):
    async def begin():
        async with contextlib.aclosing(speak(session, LONG)) as replies:
            return await anext(replies)
    for _ in range(3):
        assert (await when_free(begin)).prompt.prompt.text


@with_session
async def test_a_second_call_is_refused_and_the_first_goes_on(session):
    async def both():
        async with contextlib.aclosing(speak(session, LONG)) as first:
            await anext(first)
            with pytest.raises(RPCError) as caught:
                await anext(speak(session, "No room."))
            assert await check_health(session) == "SERVING"
            await anext(first)
            return caught.value
    error = await when_free(both)
    assert (error.reason, error.never_started, error.retry_after) == ("full", True, 0.25)


@with_session
async def test_a_deadline(session):
    async def too_long():
        return [reply async for reply in speak(session, LONG, timeout=0.5)]
    with pytest.raises(RPCError) as caught:
        await when_free(too_long)
    assert (caught.value.code, caught.value.reason) == (Code.DEADLINE_EXCEEDED, "deadline")


@with_session
async def test_what_there_is_not(session):
    with pytest.raises(RPCError) as caught:
        await session.unary(Method("Text/Nothing", HealthRequest, HealthReply), HealthRequest())
    assert (caught.value.code, caught.value.reason) == (Code.UNIMPLEMENTED, "no_method")
    assert caught.value.never_started
    with pytest.raises(RPCError) as caught:
        await prepare(session, "Hi.", voice="nobody")
    assert (caught.value.code, caught.value.reason) == (Code.INVALID_ARGUMENT, "unknown_voice")
    assert [prompt.text for prompt in await prepare(session, "It is 5 p.m.")] == ["It is five PM."]


@with_session
async def test_text_in_parts_is_the_same_speech(session):
    async def parts():
        for word in "Łódź has seven trams.".split(" "):
            yield f"{word} "

    async def sound(text):
        return b"".join([reply.audio.samples async for reply in speak(session, text, seed=7)])

    whole = await when_free(lambda: sound("Łódź has seven trams. "))
    assert len(whole) > 24_000
    assert await when_free(lambda: sound(parts())) == whole
