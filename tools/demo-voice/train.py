"""Train the demo codec on a CPU, from nothing or from weights at hand.

Stages, in this order when starting from nothing: `autoencoder` (noise stands in for the codes),
`codes` (the quantizer, with the auxiliary head) and `decoder` (encoder and codes are frozen). The
averaged weights are measured on the held-out sentences every few minutes; the best of them are
kept as a checkpoint that `export.py` turns into a model folder.
"""

import argparse
import json
import math
import os
import tempfile
import time
from pathlib import Path

import numpy as np
import soundfile
import torch
import torch.distributed as distributed
import torch.nn.functional as F
from safetensors.torch import load_file
from scipy.signal import firwin
from snac import SNAC

import logmel
import network
from flite import RATE, VOICES
from losses import SpectralLoss, mel_bank, spectrum
from quantizer import CODE_SIZE, CODES, STRIDES, Quantizer, codebook_keys

CROP = 16_384


def configuration(options):
    """The model's config.json."""
    return {
        "sampling_rate": RATE,
        "encoder_dim": options.encoder_dim,
        "encoder_rates": list(network.ENCODER_RATES),
        "decoder_dim": options.decoder_dim,
        "decoder_rates": list(network.DECODER_RATES),
        "attn_window_size": None,
        "codebook_size": CODES,
        "codebook_dim": CODE_SIZE,
        "vq_strides": list(STRIDES),
        "noise": True,
        "depthwise": True,
    }


class Corpus:
    """Random crops of the training samples, and the held-out sentences."""

    def __init__(self, folder, shares):
        self.shares = np.array(shares) / sum(shares)
        files = [folder / f"train-{voice}.npy" for voice in VOICES]
        self.samples = [torch.from_numpy(np.load(file)) for file in files]
        self.held = json.loads((folder / "held.json").read_text())
        for entry in self.held:
            sound, _ = soundfile.read(folder / entry["file"], dtype="float32")
            entry["sound"] = torch.from_numpy(sound)

    def batch(self, size, louder=(0.85, 1.1)):
        crops = []
        for voice in np.random.choice(len(VOICES), size, p=self.shares):
            samples = self.samples[voice]
            start = np.random.randint(0, len(samples) - CROP)
            crops.append(samples[start : start + CROP])
        gains = torch.from_numpy(np.random.uniform(*louder, (size, 1)).astype(np.float32))
        return torch.stack(crops).float() * (gains / 32768)


class AuxiliaryHead:
    """Predicts log-mel and the low-passed wave from the quantized latents.

    Without it the latents collapse in the first steps: the decoder learns to use them too late.
    """

    MEL_BANDS = 64

    def __init__(self, latent):
        self.weights = {
            "auxiliary.weight1": torch.randn(3 * latent, 192) / math.sqrt(3 * latent),
            "auxiliary.bias1": torch.zeros(192),
            "auxiliary.weight2": torch.randn(192, 2 * self.MEL_BANDS + 32) * 0.03,
            "auxiliary.bias2": torch.zeros(2 * self.MEL_BANDS + 32),
        }
        self.bank = mel_bank(1024, self.MEL_BANDS, 9000)
        self.low_pass = torch.from_numpy(firwin(385, 450, fs=RATE).astype(np.float32))[None, None]
        smooth = torch.hann_window(61)[1:-1]
        self.smooth = (smooth / smooth.sum())[None, None]

    def targets(self, x):
        """For each latent frame two frames of log-mel and 32 samples of the levelled low band."""
        batch, time = x.shape
        power = spectrum(x, 1024)[:, : time // 256].square().sum(-1)
        mel = torch.log(torch.sqrt(power + 4e-8) @ self.bank)
        low = F.conv1d(x[:, None], self.low_pass, padding=192, stride=16)
        level = F.conv1d(low.square(), self.smooth, padding=29).sqrt()
        low = (low / (level + 0.008))[:, 0, : time // 16]
        frames = time // network.HOP
        return (mel.view(batch, frames, -1) + 5) / 2, low.reshape(batch, frames, 32)

    def loss(self, weights, latents, x):
        around = F.pad(latents, (0, 0, 1, 1)).unfold(1, 3, 1).flatten(2)
        hidden = around @ weights["auxiliary.weight1"] + weights["auxiliary.bias1"]
        hidden = F.leaky_relu(hidden, 0.1)
        out = hidden @ weights["auxiliary.weight2"] + weights["auxiliary.bias2"]
        mel, low = self.targets(x)
        to_mel = (out[..., : mel.shape[-1]] - mel).abs().mean()
        return to_mel + 0.7 * (out[..., mel.shape[-1] :] - low).square().mean()


@torch.no_grad()
def measure(weights, held):
    """Log-mel distances in dB on the held-out sentences: {(voice, kind): mean}."""
    quantizer, found = Quantizer(weights), {}
    state = torch.get_rng_state()
    torch.manual_seed(0)
    for entry in held:
        x = entry["sound"]
        padding = -len(x) % (network.HOP * STRIDES[0])
        latents, _ = quantizer(network.encoder(weights, F.pad(x, (0, padding))[None]))
        y = network.decoder(weights, latents)[0, : len(x)]
        apart = logmel.distance(y.numpy(), x.numpy())
        found.setdefault((entry["voice"], entry["kind"]), []).append(apart)
    torch.set_rng_state(state)
    return {key: float(np.mean(values)) for key, values in found.items()}


def shown(distances):
    kinds = sorted({kind for _, kind in distances})
    parts = []
    for kind in kinds:
        row = " ".join(f"{voice} {distances[voice, kind]:.3f}" for voice in VOICES)
        parts.append(f"{kind}: {row}")
    return "; ".join(parts)


def initial(options, config):
    """Folded weights: those of a model folder or a checkpoint, or the reference's own start."""
    start = options.start
    if start and start.is_dir():
        stored = load_file(start / "model.safetensors")
        weights = network.fold({key: value.float() for key, value in stored.items()})
    elif start:
        checkpoint = torch.load(start)
        weights = checkpoint["average" if options.from_average else "weights"]
    else:
        weights = network.fold(SNAC(**config).state_dict())
        for key in codebook_keys():
            weights[key] = torch.randn_like(weights[key])
    for key in codebook_keys():
        weights[key] = F.normalize(weights[key], dim=-1)
    return {key: value.detach().contiguous().clone() for key, value in weights.items()}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--work", type=Path, required=True, help="folder with the corpus; gets all")
    parser.add_argument("--stage", choices=["autoencoder", "codes", "decoder"], required=True)
    parser.add_argument("--start", type=Path, help="model folder or checkpoint to start from")
    parser.add_argument("--from-average", action="store_true", help="start from averaged weights")
    parser.add_argument("--name", help="name of this run's files (default: the stage)")
    parser.add_argument("--minutes", type=float, default=60, help="length of the run")
    parser.add_argument("--rate", type=float, default=6e-4, help="learning rate at the start")
    parser.add_argument("--last-rate", type=float, default=2e-5, help="and at the end (cosine)")
    parser.add_argument("--warm-up", type=int, default=200, help="steps to reach the rate")
    parser.add_argument("--batch", type=int, default=4, help="crops of 16,384 samples a step")
    parser.add_argument("--average", type=float, default=0.999, help="decay of averaged weights")
    parser.add_argument("--energy", type=float, default=0, help="weight of the energy distance")
    parser.add_argument("--judged", type=float, default=1, help="weight of the judged distance")
    parser.add_argument("--complex", type=float, default=0.7, help="weight of the complex spectrum")
    parser.add_argument("--commitment", type=float, default=0.2, help="weight of the commitment")
    parser.add_argument("--auxiliary", type=float, default=1, help="weight of the auxiliary head")
    parser.add_argument("--windows", type=int, nargs="*", help="only these windows in the loss")
    parser.add_argument(
        "--shares", type=float, nargs=len(VOICES), default=[1] * len(VOICES), metavar="SHARE",
        help="how often a crop is of " + ", ".join(VOICES),
    )  # fmt: skip
    parser.add_argument("--encoder-dim", type=int, default=16)
    parser.add_argument("--decoder-dim", type=int, default=256)
    parser.add_argument("--measure", type=float, default=10, help="minutes between measurements")
    parser.add_argument("--processes", type=int, default=2, help="processes of one thread each")
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


class Training:
    def __init__(self, options):
        self.options = options
        self.rank, self.processes = distributed.get_rank(), distributed.get_world_size()
        self.config = configuration(options)
        self.config["latent_dim"] = options.encoder_dim * 2 ** len(network.ENCODER_RATES)
        self.name = options.name or options.stage
        self.corpus = Corpus(options.work, options.shares)
        self.weights = initial(options, self.config)
        self.quantizer = Quantizer(self.weights)
        self.head = AuxiliaryHead(self.config["latent_dim"])
        if options.auxiliary and options.stage != "decoder":
            for key, value in self.head.weights.items():
                self.weights.setdefault(key, value)
        if options.stage == "codes" and not options.start.is_dir():
            if "codes" not in torch.load(options.start)["stages"]:
                latents = [self._encode() for _ in range(100)]
                self.quantizer.fit(torch.cat(latents))
        for value in self.weights.values():
            distributed.broadcast(value, 0)
        self.average = {key: value.clone() for key, value in self.weights.items()}
        self.trained = [key for key in self.weights if self._is_trained(key)]
        for key in self.trained:
            self.weights[key].requires_grad_()
        self.loss = SpectralLoss(options.complex, options.energy, options.judged, options.windows)
        self.optimizer = torch.optim.AdamW(
            [self.weights[key] for key in self.trained],
            lr=options.rate, betas=(0.8, 0.99), weight_decay=1e-3, fused=True,
        )  # fmt: skip
        self.best = math.inf
        self.minutes = 0.0
        self.started = time.monotonic()

    def _is_trained(self, key):
        if key in codebook_keys():
            return False
        return self.options.stage != "decoder" or key.startswith("decoder")

    @torch.no_grad()
    def _encode(self, size=16):
        return network.encoder(self.weights, self.corpus.batch(size))

    def step(self):
        """One step; returns the loss and the judged distance in dB."""
        options = self.options
        x = self.corpus.batch(options.batch // self.processes)
        commitment = 0.0
        if options.stage == "decoder":
            with torch.no_grad():
                latents, _ = self.quantizer(network.encoder(self.weights, x))
        elif options.stage == "codes":
            encoded = network.encoder(self.weights, x)
            latents, commitment = self.quantizer(encoded, learn=True)
        else:
            latents = self.quantizer.noisy(network.encoder(self.weights, x))
        twice = torch.cat([latents, latents]) if options.energy else latents
        loss, judged = self.loss(network.decoder(self.weights, twice), x)
        loss = loss + options.commitment * commitment
        if options.auxiliary and options.stage != "decoder":
            loss = loss + options.auxiliary * self.head.loss(self.weights, latents, x)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        trained = [self.weights[key] for key in self.trained]
        self._share([value.grad for value in trained])
        torch.nn.utils.clip_grad_norm_(trained, 2.0, foreach=True)
        self.optimizer.step()
        return loss.item(), judged.item()

    @torch.no_grad()
    def _share(self, gradients):
        """Average gradients, codes and time over the processes, so that all stop together."""
        now = torch.tensor([(time.monotonic() - self.started) / 60])
        codebooks = [self.weights[key] for key in codebook_keys()]
        shared = [*gradients, *codebooks, now]
        flat = torch.cat([value.flatten() for value in shared]) / self.processes
        distributed.all_reduce(flat)
        parts = flat.split([value.numel() for value in shared])
        for value, part in zip(shared, parts):
            value.copy_(part.view_as(value))
        for codebook in codebooks:
            codebook.copy_(F.normalize(codebook, dim=-1))
        self.minutes = now.item()

    def _revive(self):
        report = self.quantizer.revive(self._encode(48)) if self.rank == 0 else ""
        for key in codebook_keys():
            distributed.broadcast(self.weights[key], 0)
        return report

    @torch.no_grad()
    def follow(self, step):
        """Move the averaged weights; codes are taken as they are."""
        decay = min(self.options.average, (step + 1) / (step + 20))
        averages = [self.average[key] for key in self.trained]
        torch._foreach_lerp_(averages, [self.weights[key] for key in self.trained], 1 - decay)
        for key in codebook_keys():
            self.average[key].copy_(self.weights[key])

    def measure(self, step, minutes):
        """Measure the averaged weights, save them, and keep them apart when they are the best."""
        if self.rank:
            return
        if self.options.stage == "autoencoder":
            self._save(f"{self.name}.pt")
            return
        distances = measure(self.average, self.corpus.held)
        # What counts is the worst voice; the mean decides between equals.
        values = [distances[key] for key in distances if key[1] == "matrix"]
        score = max(values) + float(np.mean(list(distances.values())))
        print(f"step {step}, {minutes:.1f} min, log-mel dB {shown(distances)}", flush=True)
        self._save(f"{self.name}.pt")
        if score < self.best:
            self.best = score
            self._save(f"{self.name}-best.pt", distances)

    def _save(self, file, distances=None):
        path = self.options.work / file
        start = self.options.start
        before = torch.load(start)["stages"] if start and not start.is_dir() else []
        checkpoint = {
            "config": self.config,
            "weights": {key: value.detach() for key, value in self.weights.items()},
            "average": self.average,
            "stages": before + [self.options.stage],
            "distances": distances,
        }
        torch.save(checkpoint, path.with_suffix(".part"))
        path.with_suffix(".part").rename(path)

    def run(self):
        options = self.options
        measured, step, recent = 0, 0, []
        if options.start and options.stage != "autoencoder":
            self.measure(0, 0)
        while True:
            minutes = self.minutes
            progress = minutes / options.minutes
            if progress >= 1:
                break
            fall = 0.5 * (1 + math.cos(math.pi * progress))
            rate = options.last_rate + (options.rate - options.last_rate) * fall
            for group in self.optimizer.param_groups:
                group["lr"] = rate * min(1, (step + 1) / options.warm_up)
            recent.append(self.step())
            self.follow(step)
            step += 1
            if options.stage == "codes" and step % 250 == 0 and progress < 0.5:
                report = self._revive()
                if step % 1000 == 0 and self.rank == 0:
                    print(f"codes {report}", flush=True)
            if step % 200 == 0 and self.rank == 0:
                loss, judged = np.mean(recent, 0)
                pace = minutes * 60 / step
                print(
                    f"step {step}, {minutes:.1f} min, loss {loss:.4f}, judged {judged:.3f} dB, "
                    f"rate {rate:.1e}, {pace:.3f} s a step",
                    flush=True,
                )
                recent = []
            if minutes - measured > options.measure:
                self.measure(step, minutes)
                measured = minutes
        self.measure(step, minutes)


def train(rank, options, meeting):
    """One process of the training."""
    os.environ["GLOO_SOCKET_IFNAME"] = "lo"
    distributed.init_process_group(
        "gloo", init_method=f"file://{meeting}", rank=rank, world_size=options.processes
    )
    torch.set_num_threads(1)
    torch.manual_seed(options.seed + rank)
    np.random.seed(options.seed + rank)
    torch.set_float32_matmul_precision("medium")
    network.build_kernels(options.work)
    Training(options).run()
    distributed.destroy_process_group()


def main():
    options = arguments()
    network.build_kernels(options.work)
    with tempfile.TemporaryDirectory(dir=options.work) as folder:
        meeting = Path(folder).resolve() / "processes"
        torch.multiprocessing.spawn(train, (options, meeting), nprocs=options.processes)


if __name__ == "__main__":
    main()
