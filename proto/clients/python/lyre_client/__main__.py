"""Speaks, decodes and asks for health; see `python3 -m lyre_client --help`."""

import argparse
import asyncio
import contextlib
import os
import sys
import wave

from . import Code, Keys, RPCError, Session, check_health, decode, speak

RATE = 24_000


def arguments():
    parser = argparse.ArgumentParser(prog="python3 -m lyre_client", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("endpoint", help="such as tcp://127.0.0.1:7100")
    common.add_argument("--timeout", type=float, metavar="SECONDS", help="the call's deadline")
    common.add_argument(
        "--server-key", metavar="FILE", help="the server's public key, for CURVE")
    common.add_argument("--key", metavar="FILE", help="the own secret key, for CURVE")
    sound = argparse.ArgumentParser(add_help=False)
    sound.add_argument("-o", "--output", default="speech.wav", metavar="FILE")
    sound.add_argument(
        "--seconds", type=float, default=float("inf"), help="cancel the call after so much sound")

    command = commands.add_parser("speak", parents=[common, sound], help="text to a WAV file")
    command.add_argument("text", nargs="?", help="standard input when there is none")
    command.add_argument("--voice", default="")
    command.add_argument("--seed", type=int, default=0)
    command.set_defaults(run=run_speak, service="Speech")
    command = commands.add_parser("decode", parents=[common, sound], help="codes to a WAV file")
    command.add_argument("--codes", required=True, metavar="FILE", help="seven integers a line")
    command.add_argument("--noise", default="0", metavar="SEED|off")
    command.set_defaults(run=run_decode, service="Decoder")
    command = commands.add_parser("health", parents=[common], help="does it serve?")
    command.add_argument("--service", dest="asked", default="")
    command.set_defaults(run=run_health, service="Health")
    options = parser.parse_args()
    if options.key and not options.server_key:
        parser.error("--key needs --server-key")
    return options


async def run_speak(session, options):
    text = sys.stdin.read() if options.text is None else options.text
    async def samples():
        async for reply in speak(
                session, text, timeout=options.timeout, voice=options.voice, seed=options.seed):
            if reply.HasField("audio"):
                yield reply.audio.samples
    await write(samples(), options)


async def run_decode(session, options):
    with open(options.codes, encoding="ascii") as file:
        words = file.read().split()
    if not all(word.isdigit() for word in words):
        raise ValueError(f"the file '{options.codes}' holds more than integers")
    codes = [int(word) for word in words]
    noise = {"noise_off": True} if options.noise == "off" else {"seed": int(options.noise)}
    await write(decode(session, codes, timeout=options.timeout, **noise), options)


async def run_health(session, options):
    status = await check_health(session, options.asked, timeout=options.timeout)
    print(status)
    return {"SERVING": 0, "NOT_SERVING": 4}.get(status, 3)


async def write(samples, options):
    """Writes the samples of a call; nothing is left of a file where the call fails."""
    aside = f"{options.output}.{os.getpid()}"
    try:
        with open(aside, "wb") as raw, wave.open(raw, "wb") as file:
            file.setparams((1, 2, RATE, 0, "NONE", ""))
            async with contextlib.aclosing(samples):
                async for piece in samples:
                    file.writeframes(piece)
                    if file.getnframes() >= options.seconds * RATE:
                        break
        os.replace(aside, options.output)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.remove(aside)


async def run(options):
    keys = Keys.read(options.server_key, options.key) if options.server_key else None
    async with await Session.connect(options.endpoint, options.service, keys) as session:
        return await options.run(session, options) or 0


def main():
    options = arguments()
    try:
        return asyncio.run(run(options))
    except KeyboardInterrupt:
        return 130
    except (RPCError, OSError, ValueError) as error:
        print(f"Error: {error}", file=sys.stderr)
        return 2 if isinstance(error, RPCError) and error.code == Code.UNAVAILABLE else 1


if __name__ == "__main__":
    sys.exit(main())
