"""Train the reader on the corpus and put the weights into the package: `python -m training.train`.

Deterministic for one machine: fixed seeds, one order of the corpus. bfloat16 is used where the processor has it.
"""

from __future__ import annotations

import argparse
import os
import random
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch

from training.augment import NamePool, vary
from training.corpus import Marked, is_held_out, read_corpus
from training.examples import Example, answers_of, example_of
from training.export import READER, export
from training.losses import Weights, batch_loss, collate
from training.model import ReaderModel, base_tokenizer
from training.windows import shared_windows

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Settings", "main", "train"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How to train. `batch_pieces` bounds the word pieces of one step; `average` is the decay of the mean weights."""

    epochs: int = 8
    seed: int = 7
    rate: float = 3e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.9
    batch_pieces: int = 3072
    warmup: float = 0.1
    average: float = 0.99
    window: int = 254
    hold_out: bool = False
    varied: bool = True
    weights: Weights = field(default_factory=Weights)


def _windows(reports: list[Marked], names: NamePool, settings: Settings, rng: random.Random) -> Iterator[Example]:
    tokenizer: Any = base_tokenizer()
    for report in reports:
        shown = vary(report, names, rng) if settings.varied else report
        answers = answers_of(shown, tokenizer)
        size = (
            rng.choice((settings.window, settings.window, settings.window, 150)) if settings.varied else settings.window
        )
        for window in shared_windows(answers.words, size, 12):
            yield example_of(answers, window)


def _batches(examples: list[Example], limit: int, rng: random.Random) -> list[list[Example]]:
    """Windows of like length together, at most `limit` pieces a batch, batches in random order."""
    rng.shuffle(examples)
    examples.sort(key=lambda e: len(e.pieces) // 24)
    batches: list[list[Example]] = []
    for example in examples:
        longest = len(example.pieces) + 2
        if batches and (len(batches[-1]) + 1) * max(longest, *(len(e.pieces) + 2 for e in batches[-1])) <= limit:
            batches[-1].append(example)
        else:
            batches.append([example])
    rng.shuffle(batches)
    return batches


def _rate_factor(step: int, total: int, warmup: float) -> float:
    opening = max(1, int(total * warmup))
    return step / opening if step < opening else max(0.02, (total - step) / (total - opening))


def train(reports: list[Marked], settings: Settings, keep: Path) -> ReaderModel:
    """A model trained on the reports, with the running mean of its weights; written to `keep` after every epoch."""
    torch.manual_seed(settings.seed)
    torch.use_deterministic_algorithms(True)  # else two threads add gradients in chance order: 1e-5 apart in six steps
    rng = random.Random(settings.seed)
    names = NamePool(reports)
    model = ReaderModel()
    groups = model.groups(settings.rate, settings.head_rate, settings.layer_decay)
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    averaged = torch.optim.swa_utils.AveragedModel(
        model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(settings.average)
    )
    base_rates = [group["lr"] for group in optimiser.param_groups]
    step, total, began = 0, 0, time.monotonic()
    for epoch in range(settings.epochs):
        batches = _batches(list(_windows(reports, names, settings, rng)), settings.batch_pieces, rng)
        total = total or int(len(batches) * settings.epochs * 1.02)
        model.train()
        mean = 0.0
        for examples in batches:
            for group, rate in zip(optimiser.param_groups, base_rates, strict=True):
                group["lr"] = rate * _rate_factor(step, total, settings.warmup)
            mean += _step(model, optimiser, examples, settings) / len(batches)
            averaged.update_parameters(model)
            step += 1
        torch.save(averaged.module.state_dict(), keep)
        print(f"epoch {epoch + 1} loss {mean:.3f} steps {step} {time.monotonic() - began:.0f} s", flush=True)
    result: ReaderModel = averaged.module
    return result.eval()


def _step(model: ReaderModel, optimiser: torch.optim.Optimizer, examples: list[Example], settings: Settings) -> float:
    batch = collate(examples)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        heads = model(batch.pieces, batch.shape, batch.mask)
    loss = batch_loss(model, heads.float(), batch, settings.weights)
    optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimiser.step()
    return float(loss.detach())


def main() -> None:
    """Train, and export into the package unless the weights are only for measuring."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/reader"))
    parser.add_argument("--into", type=Path, default=READER, help="where to put the exported weights")
    parser.add_argument("--epochs", type=int, default=Settings().epochs)
    parser.add_argument("--seed", type=int, default=Settings().seed)
    parser.add_argument("--threads", type=int, default=min(2, os.cpu_count() or 1))
    parser.add_argument("--hold-out", action="store_true", help="keep one report in ten for measuring")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    reports = read_corpus()
    if options.hold_out:
        reports = [report for report in reports if not is_held_out(report)]
    settings = Settings(epochs=options.epochs, seed=options.seed, hold_out=options.hold_out)
    options.out.mkdir(parents=True, exist_ok=True)
    model = train(reports, settings, options.out / "reader.pt")
    print(f"{export(model, options.into)} in {options.into}")


if __name__ == "__main__":
    main()
