"""The matrix sentence test: name, verb, number, adjective, noun, ten words each.

Every one of the 100,000 sentences is as likely as another, so nothing but the sound tells which
was said.
"""

import json
import random
from pathlib import Path

WORDS = json.loads((Path(__file__).parent / "words.json").read_text())


def sentences(count, seed):
    """`count` sentences, the same for the same seed."""
    rng = random.Random(seed)
    return [" ".join(rng.choice(words) for words in WORDS.values()) for _ in range(count)]


def grammar():
    """The test as a JSGF grammar."""
    slots = " ".join("(" + " | ".join(words) + ")" for words in WORDS.values())
    return f"#JSGF V1.0;\ngrammar matrix;\npublic <sentence> = {slots};\n"


def word_errors(said, heard):
    """Fewest substitutions, insertions and deletions that turn `said` into `heard` (word lists)."""
    row = list(range(len(heard) + 1))
    for i, word in enumerate(said, 1):
        diagonal, row[0] = row[0], i
        for j, other in enumerate(heard, 1):
            cost = min(row[j] + 1, row[j - 1] + 1, diagonal + (word != other))
            diagonal, row[j] = row[j], cost
    return row[-1]
