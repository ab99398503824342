"""Is the demo voice understood? The matrix sentence test through the farm, beside flite's sound.

For each flite voice, sentences of five words are spoken by `lyre speak` and by flite; pocketsphinx
hears both with the grammar of the test. Printed are the word error rates and the log-mel distance
of the two sounds. The exit status is 1 when a voice breaks a bound, 2 when the test could not run.
"""

import argparse
import json
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np

import flite
import logmel
import matrix
import recogniser
from speakers import LYRE_VOICES, CannotSpeak, Codec, Farm


def count(text):
    """A whole number from 1."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1")
    return int(text)


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__.split("\n\n")[0],
        epilog="Arguments after -- are passed on to `lyre speak`, "
        "for example: -- --endpoint tcp://127.0.0.1:7100",
    )
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--lyre", default=".build/release/lyre", help="program (default: %(default)s)")
    way.add_argument("--codec", metavar="MODEL_DIR", help="test a codec alone, without the farm")
    parser.add_argument("--sentences", type=count, default=40, help="for each voice (default 40)")
    parser.add_argument(
        "--voices", nargs="+", choices=flite.VOICES, default=flite.VOICES, help="flite voices"
    )
    parser.add_argument("--seed", type=int, default=1, help="draws other sentences")
    parser.add_argument("--most-errors", type=float, default=4, help="bound: points over flite's")
    parser.add_argument("--most-distance", type=float, default=2.5, help="bound: log-mel, dB")
    parser.add_argument("--jobs", type=count, default=2, help="sentences at once")
    parser.add_argument("--json", action="store_true", help="print JSON instead of the table")
    parser.add_argument("speak", nargs="*", help=argparse.SUPPRESS)
    return parser.parse_args()


def needed_programs():
    for program, package in (("flite", "flite"), (recogniser.PROGRAM, "pocketsphinx")):
        if not shutil.which(program):
            raise CannotSpeak(f"{program} is missing: install the package {package}")


def tested(speaker, number, text, voice):
    """Word errors of flite and of Lyre, and the log-mel distance, for one sentence."""
    original = flite.speak(text, voice)
    sound = speaker(number, text, voice, original)
    said = text.split()
    errors = [matrix.word_errors(said, recogniser.heard(s)) for s in (original, sound)]
    return *errors, logmel.distance(*logmel.aligned(sound, original))


def row(voice, results, words, options):
    """One voice's figures: word error rates in percent, their difference in points, dB."""
    flite_errors, lyre_errors, distances = zip(*results)
    of_flite, of_lyre = (100 * sum(e) / words for e in (flite_errors, lyre_errors))
    difference, distance = of_lyre - of_flite, float(np.mean(distances))
    return {
        "voice": voice,
        "lyre_voices": LYRE_VOICES[voice],
        "sentences": len(results),
        "flite_wer": of_flite,
        "lyre_wer": of_lyre,
        "difference": difference,
        "log_mel_distance": distance,
        "understood": difference <= options.most_errors and distance <= options.most_distance,
    }


def table(rows):
    lines = ["voice   flite WER   Lyre WER   difference   log-mel distance"]
    for r in rows:
        lines.append(
            f"{r['voice']:6}  {r['flite_wer']:7.1f} %  {r['lyre_wer']:7.1f} %  "
            f"{r['difference']:+10.1f}   {r['log_mel_distance']:13.2f} dB"
            + ("" if r["understood"] else "   over the bound")
        )
    return "\n".join(lines)


def measured(speaker, options):
    """The rows of all voices."""
    rows = []
    pool = ThreadPoolExecutor(options.jobs)
    try:
        for voice in options.voices:
            texts = matrix.sentences(options.sentences, f"{options.seed} {voice}")
            jobs = [pool.submit(tested, speaker, n, t, voice) for n, t in enumerate(texts)]
            results = []
            for job in jobs:
                results.append(job.result())
                if sys.stderr.isatty():
                    print(f"\r{voice}: {len(results)} of {len(jobs)} ", end="", file=sys.stderr)
            rows.append(row(voice, results, sum(len(t.split()) for t in texts), options))
    finally:
        pool.shutdown(cancel_futures=True)
        if sys.stderr.isatty():
            print(file=sys.stderr)
    return rows


def main():
    options = arguments()
    try:
        needed_programs()
        speaker = Codec(options.codec) if options.codec else Farm(options.lyre, options.speak)
        rows = measured(speaker, options)
    except CannotSpeak as reason:
        print(f"understood: {reason}", file=sys.stderr)
        sys.exit(2)
    print(json.dumps(rows, indent=2) if options.json else table(rows))
    sys.exit(0 if all(r["understood"] for r in rows) else 1)


if __name__ == "__main__":
    main()
