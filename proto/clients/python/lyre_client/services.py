"""The services' methods, and what most programs want of them."""

import asyncio

from lyre.rpc.v1 import health_pb2, reflection_pb2, status_pb2
from lyre.speech.v1 import audio_pb2, decoder_pb2, speech_pb2, text_pb2, tokens_pb2

from .call import Method
from .status import RPCError

SPEAK = Method("Speech/Speak", speech_pb2.SpeakRequest, speech_pb2.SpeakReply)
PREPARE = Method("Text/Prepare", text_pb2.PrepareRequest, text_pb2.PrepareReply)
GENERATE = Method("Tokens/Generate", tokens_pb2.GenerateRequest, tokens_pb2.GenerateReply)
SESSIONS = Method("Tokens/Sessions", tokens_pb2.SessionsRequest, tokens_pb2.SessionsReply)
DECODE = Method("Decoder/Decode", decoder_pb2.DecodeRequest, decoder_pb2.DecodeReply)
ENCODE = Method("Decoder/Encode", decoder_pb2.EncodeRequest, decoder_pb2.EncodeReply)
CHECK = Method("Health/Check", health_pb2.HealthRequest, health_pb2.HealthReply)
WATCH = Method("Health/Watch", health_pb2.HealthRequest, health_pb2.HealthReply)
METRICS = Method("Status/Metrics", status_pb2.MetricsRequest, status_pb2.MetricsReply)
DESCRIBE = Method(
    "Reflection/Describe", reflection_pb2.ReflectionRequest, reflection_pb2.ReflectionReply)

# Characters and codes of a message: far below 1 MiB, and whole frames of codes.
CHARACTERS = 16_384
CODES = 7 * 1024


async def speak(session, text, *, timeout=None, **start):
    """Has a text spoken, and yields what comes, lyre.speech.v1.SpeakReply.

    `text` is a string or an asynchronous iterator of strings, which are spoken as they become
    known. Other arguments are fields of SpeakStart: voice, seed, format, with_frames, ...
    """
    async def requests():
        yield speech_pb2.SpeakRequest(start=speech_pb2.SpeakStart(**start))
        async for part in parts(text):
            for first in range(0, len(part), CHARACTERS):
                yield speech_pb2.SpeakRequest(text=part[first:first + CHARACTERS])

    async for reply in converse(session.call(SPEAK, timeout), requests()):
        yield reply


async def decode(session, codes, *, timeout=None, **start):
    """Decodes codes, seven a frame, and yields samples: bytes, 16-bit unless `format` says else.

    `codes` is a list or an asynchronous iterator of lists. Other arguments are fields of
    DecodeStart: seed, noise_off, format, first_frame, context.
    """
    async def requests():
        yield decoder_pb2.DecodeRequest(start=decoder_pb2.DecodeStart(**start))
        async for part in parts(codes):
            for first in range(0, len(part), CODES):
                frames = audio_pb2.Frames(codes=part[first:first + CODES])
                yield decoder_pb2.DecodeRequest(frames=frames)

    async for reply in converse(session.call(DECODE, timeout), requests()):
        yield reply.audio.samples


async def prepare(session, text, *, timeout=None, **fields):
    """The prompts that a text becomes, lyre.speech.v1.SpokenPrompt."""
    request = text_pb2.PrepareRequest(text=text, **fields)
    return (await session.unary(PREPARE, request, timeout)).prompts


async def check_health(session, service="", *, timeout=None):
    """"SERVING", "NOT_SERVING" or "SERVICE_UNKNOWN"; without a service, of the whole server."""
    reply = await session.unary(CHECK, health_pb2.HealthRequest(service=service), timeout)
    return health_pb2.HealthReply.ServingStatus.Name(reply.status)


async def converse(call, requests):
    """Sends requests while it yields replies; neither waits for the other."""
    async def send():
        try:
            async for request in requests:
                await call.send(request)
            call.finish()
        except RPCError:
            # The call has ended, and whoever receives is told why.
            pass
        except BaseException:
            # There will be no further requests, so the call has no sense any more.
            call.cancel()
            raise

    async with call:
        sender = asyncio.create_task(send())
        try:
            async for reply in call:
                yield reply
        except RPCError:
            if sender.done():
                # Where the requests failed, that is what has gone wrong.
                sender.result()
            raise
        finally:
            sender.cancel()


async def parts(whole):
    if hasattr(whole, "__aiter__"):
        async for part in whole:
            yield part
    else:
        yield whole
