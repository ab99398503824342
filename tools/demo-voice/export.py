"""Turn a checkpoint's averaged weights into a model folder: config.json and model.safetensors.

The file has the reference implementation's keys, in half precision; `snac.SNAC` must load it
and must find the same codes as before for the held-out sentences, or nearly.
"""

import argparse
import json
from pathlib import Path

import soundfile
import torch
from safetensors.torch import save_file
from snac import SNAC

import network


def without_whistle(weight):
    """The last convolution's weight (1, channels, taps), deaf to the Nyquist frequency.

    Training judges nothing above 9 kHz, and the transposed convolutions leave a faint tone at
    12 kHz, also in silence. What alternates from tap to tap is all that lets it through; below
    8 kHz the change is hardly to be measured.
    """
    alternating = (-1.0) ** torch.arange(weight.shape[2])
    response = (weight * alternating).mean(2, keepdim=True)
    return weight - response * alternating


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("checkpoint", type=Path, help="checkpoint of train.py")
    parser.add_argument("model", type=Path, help="model folder to write")
    parser.add_argument("--work", type=Path, help="work folder: compare codes on its files")
    parser.add_argument(
        "--noise", type=float, default=1, help="factor on the weights of the decoder's noise"
    )
    options = parser.parse_args()

    checkpoint = torch.load(options.checkpoint)
    weights = {
        key: value * options.noise if key.endswith(".linear.weight") else value
        for key, value in checkpoint["average"].items()
        if not key.startswith("auxiliary")
    }
    last = "decoder.model.7.weight"
    weights[last] = without_whistle(weights[last])
    state = network.unfold(weights)
    half = {key: value.half().contiguous() for key, value in state.items()}
    model = SNAC(**checkpoint["config"]).eval()
    model.load_state_dict(state)

    options.model.mkdir(parents=True, exist_ok=True)
    save_file(half, options.model / "model.safetensors")
    (options.model / "config.json").write_text(json.dumps(checkpoint["config"], indent=2) + "\n")
    print(f"{sum(value.numel() for value in weights.values())} parameters")

    if options.work:
        sounds = [
            torch.from_numpy(soundfile.read(file, dtype="float32")[0])[None, None]
            for file in sorted((options.work / "held").glob("*.wav"))[:8]
        ]
        with torch.inference_mode():
            whole = [model.encode(x) for x in sounds]
            model.load_state_dict({key: value.float() for key, value in half.items()})
            halved = [model.encode(x) for x in sounds]
        for level in range(3):
            same = torch.cat([(a[level] == b[level]).flatten() for a, b in zip(whole, halved)])
            print(f"level {level}: {100 * same.float().mean():.1f} % of codes the same in half")


if __name__ == "__main__":
    main()
