"""Make the corpus: sentences spoken by flite, as training samples and held-out files.

Writes to the work folder: `train-VOICE.npy` (16-bit samples at 24 kHz, end to end), `held.json`
and `held/*.wav` (sentences that training never hears, half of them five-word sentences of the
matrix test with another seed than the test's). Sentences come from Debian's `fortunes`; a part is
made of numbers, and a part of the matrix test's words in orders that the test never has.
"""

import argparse
import itertools
import json
import random
import re
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
import soundfile

from flite import RATE, VOICES, speak

FORTUNES = (
    "computers cookie education food fortunes humorists kids linux literature magic medicine "
    "miscellaneous news people pets platitudes riddles science songs-poems sports startrek wisdom "
    "work"
).split()
PITCH = {"slt": 170, "rms": 100, "awb": 120, "kal16": 105}
MONTHS = (
    "January February March April May June July August September October November December"
).split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def fortune_sentences(folder):
    """Plain English sentences of 5 to 18 words in the fortune files of `folder`."""
    found = set()
    for name in FORTUNES:
        path = Path(folder) / name
        if not path.exists():
            continue
        for block in path.read_text("utf8", errors="ignore").split("\n%\n"):
            block = re.sub(r"\n\s*--.*", "", block, flags=re.S)
            for sentence in re.split(r"(?<=[.!?])\s+", re.sub(r"\s+", " ", block)):
                sentence = sentence.strip()
                plain = re.fullmatch(r"[A-Z][A-Za-z0-9 ,.'?!;-]+[.!?]", sentence)
                shouted = re.search(r"[A-Z]{3,}", sentence)
                if plain and not shouted and 5 <= len(sentence.split()) <= 18:
                    found.add(sentence)
    if not found:
        raise SystemExit(f"no fortune files in {folder}: install Debian's package fortunes")
    return sorted(found)


def number_sentence(rng):
    """A sentence of an announcement, with numbers and dates."""
    n = rng.randint
    return rng.choice(
        [
            f"We meet on {rng.choice(DAYS)}, {rng.choice(MONTHS)} {n(1, 28)}, {n(1950, 2030)}.",
            f"Your balance is {n(1, 999)} dollars and {n(1, 99)} cents.",
            f"It is {n(1, 12)} {n(10, 59)} in the afternoon.",
            f"Call {n(2, 9)} {n(0, 9)} {n(0, 9)}, {n(0, 9)} {n(0, 9)} {n(0, 9)} {n(0, 9)}.",
            f"The temperature is {n(-20, 40)} degrees in room {n(1, 400)}.",
            f"Flight {n(100, 999)} leaves from gate {n(1, 60)} at {n(1, 12)} thirty.",
            f"There are {n(2, 99999)} items in stock, {n(1, 100)} percent of the total.",
            f"Hello, this is test number {n(1, 1000)}.",
            f"Order {n(1000, 9999)} was shipped on {rng.choice(MONTHS)} {n(1, 28)}.",
            f"Page {n(1, 500)} of {n(500, 999)} has {n(3, 40)} lines.",
        ]
    )


def word_sentence(rng, words):
    """The matrix test's words in an order that the test never has."""
    name, verb, number, adjective, noun = (rng.choice(words[k]) for k in words)
    return rng.choice(
        [
            f"{name} {verb} the {adjective} {noun}",
            f"{number} {noun}, {name} {verb} {adjective} {noun}",
            f"those {number} {adjective} {noun}",
            f"{number} {noun} {name} {verb}, all {adjective}",
            f"who {verb} {adjective} {noun}, {name} {verb} {number}",
            f"{adjective} {noun} {name} {verb}",
        ]
    )


def matrix_sentence(rng, words):
    """A sentence of the matrix test: name, verb, number, adjective, noun."""
    return " ".join(rng.choice(words[k]) for k in words)


def jobs(rng, voice, sentences, words):
    """Endless jobs for `spoken`; a tenth each has another pitch or pace."""
    while True:
        kind = rng.random()
        if kind < 0.65:
            text = rng.choice(sentences)
        elif kind < 0.75:
            text = number_sentence(rng)
        else:
            text = word_sentence(rng, words)
        pitch = PITCH[voice] * rng.uniform(0.9, 1.15) if rng.random() < 0.1 else None
        stretch = rng.uniform(0.9, 1.2) if rng.random() < 0.1 else None
        yield voice, text, pitch, stretch


def spoken(job):
    """Speak (voice, text, pitch, stretch); returns 16-bit samples, none where flite fails."""
    voice, text, pitch, stretch = job
    try:
        samples = speak(text, voice, pitch, stretch)
    except Exception as error:
        print(f"left out: {text!r}: {error}", flush=True)
        return np.zeros(0, np.int16)
    return (samples * 32767).clip(-32767, 32767).astype(np.int16)


def main():
    here = Path(__file__).parent
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--work", type=Path, required=True, help="folder that gets the corpus")
    parser.add_argument("--minutes", type=float, default=30, help="training minutes a voice")
    parser.add_argument("--held", type=int, default=10, help="held-out sentences a voice and kind")
    parser.add_argument("--fortunes", default="/usr/share/games/fortunes", help="fortune files")
    parser.add_argument(
        "--words", type=Path, default=here / "../understood/words.json", help="matrix test's words"
    )
    parser.add_argument("--jobs", type=int, default=2, help="flite processes at once")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()

    rng = random.Random(options.seed)
    words = json.loads(options.words.read_text())
    sentences = fortune_sentences(options.fortunes)
    rng.shuffle(sentences)
    (options.work / "held").mkdir(parents=True, exist_ok=True)

    held = []
    for voice in VOICES:
        for _ in range(options.held):
            held.append({"text": sentences.pop(), "voice": voice, "kind": "open"})
            held.append({"text": matrix_sentence(rng, words), "voice": voice, "kind": "matrix"})
    for number, entry in enumerate(held):
        entry["file"] = f"held/{number:03d}.wav"
        samples = speak(entry["text"], entry["voice"])
        soundfile.write(options.work / entry["file"], samples, RATE)
    (options.work / "held.json").write_text(json.dumps(held, indent=1))

    with ProcessPoolExecutor(options.jobs) as pool:
        for voice in VOICES:
            pieces, length = [], 0
            source = jobs(rng, voice, sentences, words)
            while length < options.minutes * 60 * RATE:
                for samples in pool.map(spoken, itertools.islice(source, 32)):
                    pieces.append(samples)
                    length += len(samples)
            np.save(options.work / f"train-{voice}.npy", np.concatenate(pieces))
            print(f"{voice}: {len(pieces)} sentences, {length / RATE / 60:.1f} minutes", flush=True)


if __name__ == "__main__":
    main()
