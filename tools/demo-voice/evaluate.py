"""Measure a model folder by the reference implementation on the held-out sentences.

Prints the log-mel distance of each voice in dB, how often voiced and unvoiced frames agree and
the error of the pitch, and how many codes are in use. tools/understood has the recogniser's word.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import soundfile
import torch
from safetensors.torch import load_file
from snac import SNAC

import logmel
from flite import RATE, VOICES


def pitch(samples, window=1024, hop=240):
    """Pitch in Hz by autocorrelation for every frame, 0 where unvoiced or silent."""
    shortest, longest = RATE // 350, RATE // 65
    found = []
    for start in range(0, len(samples) - window, hop):
        frame = samples[start : start + window] - samples[start : start + window].mean()
        if np.mean(frame**2) < 2e-4:
            found.append(0.0)
            continue
        match = np.correlate(frame, frame, "full")[window - 1 :]
        lag = shortest + match[shortest:longest].argmax()
        clear = match[lag] / match[0] * window / (window - lag) > 0.5
        found.append(RATE / lag if clear else 0.0)
    return np.array(found)


def load(folder):
    """The reference model of a folder, in float32."""
    model = SNAC.from_config(str(folder / "config.json")).eval()
    stored = load_file(folder / "model.safetensors")
    model.load_state_dict({key: value.float() for key, value in stored.items()})
    return model


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("model", type=Path, help="model folder")
    parser.add_argument("--work", type=Path, required=True, help="folder with the corpus")
    parser.add_argument("--noise", type=float, default=1, help="factor on the decoder's noise")
    parser.add_argument("--sounds", type=Path, help="write original and decoded files here")
    options = parser.parse_args()

    torch.set_num_threads(1)
    torch.manual_seed(0)
    model = load(options.model)
    for key, value in model.named_parameters():
        if ".linear.parametrizations.weight.original0" in key:
            value.data *= options.noise
    held = json.loads((options.work / "held.json").read_text())

    distances, agreement, cents, codes = {}, [], [], [[], [], []]
    for number, entry in enumerate(held):
        x, _ = soundfile.read(options.work / entry["file"], dtype="float32")
        with torch.inference_mode():
            found = model.encode(torch.from_numpy(x)[None, None])
            y = model.decode(found)[0, 0, : len(x)].numpy()
        distances.setdefault((entry["kind"], entry["voice"]), []).append(logmel.distance(y, x))
        before, after = pitch(x), pitch(y)
        both = (before > 0) & (after > 0)
        agreement.append(np.mean((before > 0) == (after > 0)))
        if both.any():
            cents.append(np.median(np.abs(1200 * np.log2(after[both] / before[both]))))
        for level in range(3):
            codes[level].append(found[level][0].numpy())
        if options.sounds:
            options.sounds.mkdir(parents=True, exist_ok=True)
            for name, sound in (("original", x), ("decoded", y)):
                soundfile.write(options.sounds / f"{number:03d}-{name}.wav", sound, RATE)

    for kind in sorted({kind for kind, _ in distances}):
        row = ", ".join(f"{voice} {np.mean(distances[kind, voice]):.2f}" for voice in VOICES)
        print(f"log-mel distance in dB, {kind} sentences: {row}")
    print(f"voicing agrees in {100 * np.mean(agreement):.1f} % of frames; ", end="")
    print(f"median pitch error {np.mean(cents):.1f} cents" if cents else "no pitch in common")
    for level in range(3):
        share = np.bincount(np.concatenate(codes[level]), minlength=4096) / sum(
            map(len, codes[level])
        )
        used = share[share > 0]
        perplexity = np.exp(-(used * np.log(used)).sum())
        print(f"level {level}: {len(used)} codes in use, perplexity {perplexity:.0f}")


if __name__ == "__main__":
    main()
