"""Makes a small SNAC with seeded weights and what the reference implementation computes with it.

    python make.py OUT                     the files of Tests/SNACTests/Resources
    python make.py OUT --full              the same at the full 24 kHz configuration (not committed)
    python make.py OUT --model FOLDER      vectors of a trained model

OUT gets config.json, model.safetensors (half precision) and vectors.safetensors: `codes` (a row of
1 + 2 + 4 codes a frame, level after level), `latents` (row a latent step), `silent` and
`noisy` (samples; the noise is the counter-based generator's, seed 7), `sound` and `sound_codes`
(the encoder).
"""
import argparse
import json
import pathlib

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from snac import SNAC
from snac.layers import NoiseBlock, Snake1d

from counter_noise import draws

SEED = 7
SMALL = dict(encoder_dim=6, latent_dim=96, decoder_dim=96, codebook_size=60)
FULL = dict(encoder_dim=48, latent_dim=768, decoder_dim=1024, codebook_size=4096)
COMMON = dict(sampling_rate=24000, encoder_rates=[2, 4, 8, 8], decoder_rates=[8, 8, 4, 2],
              attn_window_size=None, codebook_dim=8, vq_strides=[4, 2, 1], noise=True,
              depthwise=True)


class CounterNoise(torch.nn.Module):
    """The reference's noise block with our draws in place of torch.randn."""

    def __init__(self, block, index):
        super().__init__()
        self.linear, self.index, self.seed = block.linear, index, None

    def forward(self, x):
        if self.seed is None:
            return x
        noise = torch.from_numpy(draws(self.seed, self.index, 0, x.shape[-1]))
        return x + noise * self.linear(x)


def randomise(model):
    """Weights whose activations neither vanish nor explode: each layer keeps its variance."""
    for module in model.modules():
        if isinstance(module, Snake1d):
            module.alpha.data = torch.exp(0.5 * torch.randn_like(module.alpha))
        elif isinstance(module, (torch.nn.Conv1d, torch.nn.ConvTranspose1d)):
            weight = module.parametrizations.weight
            weight.original1.data.normal_()
            gain = 1.0
            if isinstance(module, torch.nn.ConvTranspose1d):
                gain = (module.stride[0] / 2) ** 0.5
            weight.original0.data = gain * torch.exp(0.1 * torch.randn_like(weight.original0))
            if module.bias is not None:
                module.bias.data.normal_(0, 0.1)
        elif isinstance(module, torch.nn.Embedding):
            module.weight.data.normal_()
    for name, module in model.named_modules():
        if hasattr(module, "parametrizations"):
            if name.endswith("block.3"):
                module.parametrizations.weight.original0.data *= 0.4
            if name.endswith("block.2.linear"):
                module.parametrizations.weight.original0.data *= 0.1
    # The last layer, so that the samples lie where tanh is neither straight nor flat.
    codes = [torch.randint(model.codebook_size, (1, 12 * n)) for n in (1, 2, 4)]
    with torch.no_grad():
        before_tanh = model.decoder.model[:-1](model.quantizer.from_codes(codes))
    last = model.decoder.model[7]
    last.parametrizations.weight.original0.data *= 0.4 / before_tanh.std().item()
    last.bias.data.zero_()


def build(arguments):
    if arguments.model:
        config = json.loads((arguments.model / "config.json").read_text())
        model = SNAC(**config)
        model.load_state_dict({k: v.float() for k, v in
                               load_file(arguments.model / "model.safetensors").items()})
        return config, model
    config = dict(COMMON, **(FULL if arguments.full else SMALL))
    model = SNAC(**config)
    randomise(model)
    # As the file has them.
    model.load_state_dict({k: v.half().float() for k, v in model.state_dict().items()})
    return config, model


def sound(length):
    """A few gliding tones over noise."""
    t = torch.arange(length) / 24000
    tones = sum(torch.sin(2 * torch.pi * (90 * k * t + 60 * k * t * t)) / k for k in (1, 2, 3, 5))
    return 0.15 * tones + 0.05 * torch.randn(length)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--model", type=pathlib.Path)
    parser.add_argument("--frames", type=int, default=12)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    config, model = build(arguments)
    model.eval()
    state = {k: v.half().contiguous() for k, v in model.state_dict().items()}
    if not arguments.model:
        (arguments.out / "config.json").write_text(json.dumps(config, indent=2) + "\n")
        save_file(state, arguments.out / "model.safetensors")

    noises = []
    for index in range(4):
        block = model.decoder.model[index + 2].block
        assert isinstance(block[2], NoiseBlock)
        block[2] = CounterNoise(block[2], index)
        noises.append(block[2])

    frames = arguments.frames
    codes = [torch.randint(config["codebook_size"], (1, frames * n)) for n in (1, 2, 4)]
    with torch.no_grad():
        latents = model.quantizer.from_codes(codes)
        silent = model.decode(codes)
        for noise in noises:
            noise.seed = SEED
        noisy = model.decode(codes)
        # Not a whole number of frames.
        wave = sound(frames * 2048 - 700)
        found = model.encode(wave[None, None])
    rows = torch.cat([c.reshape(-1, n) for c, n in zip(codes, (1, 2, 4))], dim=1)
    found_rows = torch.cat([c.reshape(-1, n) for c, n in zip(found, (1, 2, 4))], dim=1)
    save_file({
        "codes": rows.float().contiguous(), "latents": latents[0].T.contiguous(),
        "silent": silent.flatten(), "noisy": noisy.flatten(),
        "sound": wave, "sound_codes": found_rows.float().contiguous(),
        "noise": torch.from_numpy(np.stack([draws(SEED, b, 0, 64) for b in range(4)])),
    }, arguments.out / "vectors.safetensors")
    difference = (noisy - silent).square().mean().sqrt().item()
    print(f"RMS {silent.square().mean().sqrt().item():.3f}, peak {silent.abs().max().item():.3f}, "
          f"noise {difference:.3f}, codes in use {len(found[2].unique())}")


if __name__ == "__main__":
    main()
