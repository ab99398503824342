"""Hold the fused network and its gradients against the reference implementation."""

import argparse
from pathlib import Path

import torch
from snac import SNAC

import network
from quantizer import STRIDES, Quantizer, codebook_keys


def apart(a, b):
    """Largest difference, relative to the largest magnitude."""
    return ((a - b).abs().max() / b.abs().max().clamp_min(1e-12)).item()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True, help="folder for compiled kernels")
    options = parser.parse_args()
    network.build_kernels(options.work)
    torch.manual_seed(0)
    model = SNAC(
        sampling_rate=24_000, encoder_dim=16, encoder_rates=list(network.ENCODER_RATES),
        decoder_dim=256, decoder_rates=list(network.DECODER_RATES), attn_window_size=None,
        codebook_size=4096, codebook_dim=8, vq_strides=list(STRIDES), noise=False, depthwise=True,
    )  # fmt: skip
    for key, value in model.named_parameters():
        if key.endswith("alpha"):
            value.data.uniform_(0.5, 2)
        if "codebook" in key:
            value.data.copy_(torch.nn.functional.normalize(value.data, dim=-1))
    weights = {key: value.detach() for key, value in network.fold(model.state_dict()).items()}
    # Without noise blocks the reference numbers the residual units of a decoder block from 2.
    for key in sorted(weights):
        head, dot, rest = key.partition(".block.")
        unit, _, tail = rest.partition(".")
        if head.startswith("decoder") and dot and unit in "234":
            weights[f"{head}.block.{unit}+.{tail}"] = weights.pop(key)
    weights = {
        key.replace("2+.", "3.").replace("3+.", "4.").replace("4+.", "5."): value.contiguous()
        for key, value in weights.items()
    }
    x = 0.3 * torch.randn(2, 8192)
    worst = {}

    latents = model.encoder(x[:, None])
    ours = network.encoder(weights, x)
    worst["encoder"] = apart(ours, latents.transpose(1, 2))

    quantized, _ = model.quantizer(latents)
    with torch.no_grad():
        mine, _ = Quantizer(weights)(latents.transpose(1, 2))
    worst["quantizer"] = apart(mine, quantized.transpose(1, 2))

    sound = model.decoder(latents.detach())
    worst["decoder"] = apart(
        network.decoder(weights, latents.detach().transpose(1, 2), noise=0)[:, None], sound
    )

    there = x.clone().requires_grad_()
    here = x.clone().requires_grad_()
    probe = torch.randn_like(sound)
    (model.decoder(model.encoder(there[:, None])) * probe).sum().backward()
    again = network.decoder(weights, network.encoder(weights, here), noise=0)
    (again * probe[:, 0]).sum().backward()
    worst["gradient"] = apart(here.grad, there.grad)

    back = network.unfold(network.fold(model.state_dict()))
    model.load_state_dict(back)
    worst["unfold"] = apart(model.decoder(latents.detach()), sound)

    for name, value in worst.items():
        print(f"{name}: {value:.1e}")
    if max(worst.values()) > 2e-4:
        raise SystemExit("the fused network differs from the reference")


if __name__ == "__main__":
    main()
