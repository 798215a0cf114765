"""The training loop of every stage: Adam, a cosine schedule, early stopping on validation AUROC, resumable."""

import dataclasses
import math
import pathlib
import time
import typing
import zlib

import numpy as np
import torch

from .augmentation import augment
from .auroc import macro_auroc
from .progress import Progress
from .saving import save_tensors


@dataclasses.dataclass(frozen=True)
class Examples:
    """N inputs with their N x C labels, and the positions of those to train on and to validate on."""

    inputs: torch.Tensor
    labels: torch.Tensor
    training: np.ndarray
    validation: np.ndarray


@dataclasses.dataclass(frozen=True)
class Stage:
    """What a stage trains. `label` names it in progress and random streams, `kind` in the settings."""

    kind: str
    label: str
    module: torch.nn.Module
    parameters: typing.Sequence[torch.nn.Parameter]
    loss: typing.Callable[[torch.Tensor, torch.Tensor], torch.Tensor]
    """Of a batch of inputs and labels."""
    logits: typing.Callable[[torch.Tensor], torch.Tensor]


def fit(stage, examples, settings, state_file):
    """Trains until the schedule ends or validation macro-AUROC has not risen for `patience` epochs.

    Leaves the module with the weights of its best epoch and returns a list of what each epoch gave. Continues from
    `state_file` where that exists: every epoch draws its random numbers from the seed, the stage and its own number,
    so that an interrupted training ends as an uninterrupted one.
    """
    state_file = pathlib.Path(state_file)
    epochs = settings.epochs[stage.kind]
    steps = math.ceil(len(examples.training) / settings.batch_size)
    rate = settings.learning_rates[stage.kind]
    optimiser = torch.optim.Adam(stage.parameters, lr=rate, weight_decay=settings.weight_decay)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: 0.5 * (1 + math.cos(math.pi * min(1.0, step / max(1, epochs * steps))))
    )
    state = {"epoch": 0, "best_epoch": 0, "best_auroc": -1.0, "best": None, "history": [], "finished": epochs == 0}
    movable = {"module": stage.module, "optimiser": optimiser, "schedule": schedule}
    if state_file.exists():
        state = torch.load(state_file, map_location=settings.device)
        for name, content in state.pop("moving", {}).items():
            movable[name].load_state_dict(content)
    while not state["finished"]:
        epoch, began = state["epoch"] + 1, time.monotonic()
        label = f"{stage.label}, epoch {epoch} of {epochs}"
        loss = _train_epoch(stage, examples, settings, optimiser, schedule, epoch, label)
        score = _validate(stage, examples, settings)
        seconds = time.monotonic() - began
        print(f"{label}: loss {loss:.4f}, validation macro-AUROC {score:.4f}, {seconds:.0f} s", flush=True)
        # Without both values of any label there is no AUROC: then the last epoch counts.
        known = not math.isnan(score)
        state["history"].append({"epoch": epoch, "loss": loss, "validation_auroc": score if known else None})
        if not known or score > state["best_auroc"]:
            best = {key: value.clone() for key, value in stage.module.state_dict().items()}
            state.update(best_epoch=epoch, best_auroc=score if known else -1.0, best=best)
        state.update(epoch=epoch, finished=epoch >= epochs or epoch - state["best_epoch"] >= settings.patience)
        moving = {} if state["finished"] else {name: part.state_dict() for name, part in movable.items()}
        save_tensors(state_file, {**state, "moving": moving})
    if state["best"] is not None:
        stage.module.load_state_dict(state["best"])
    stage.module.eval()
    return state["history"]


def predict_at(function, module, inputs, positions, settings, label=None):
    """`function` of the inputs at these positions, batch by batch, as one float32 array."""
    module.eval()
    batch = max(64, settings.batch_size)
    progress = Progress(label, len(positions)) if label else None
    results = []
    with torch.no_grad():
        for first in range(0, len(positions), batch):
            chosen = positions[first : first + batch]
            results.append(function(_take(inputs, chosen, settings.device)).float().cpu().numpy())
            if progress:
                progress.show(first + len(chosen))
    return np.concatenate(results)


def _validate(stage, examples, settings):
    logits = predict_at(stage.logits, stage.module, examples.inputs, examples.validation, settings)
    return macro_auroc(examples.labels[examples.validation].numpy(), logits)


def _train_epoch(stage, examples, settings, optimiser, schedule, epoch, label):
    seed = zlib.crc32(f"{settings.seed}/{stage.label}/{epoch}".encode())
    torch.manual_seed(seed)
    generator = torch.Generator().manual_seed(seed)
    order = examples.training[torch.randperm(len(examples.training), generator=generator).numpy()]
    is_ecg = examples.inputs.dim() == 3
    stage.module.train()
    progress = Progress(label, len(order))
    total, began = 0.0, time.monotonic()
    for first in range(0, len(order), settings.batch_size):
        chosen = order[first : first + settings.batch_size]
        inputs = _take(examples.inputs, chosen, settings.device)
        if settings.augment and is_ecg:
            inputs = augment(inputs, generator)
        loss = stage.loss(inputs, _take(examples.labels, chosen, settings.device))
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
        total += loss.item() * len(chosen)
        done = first + len(chosen)
        if is_ecg:
            progress.show(done, f" ({1000 * (time.monotonic() - began) / done:.2f} ms an ECG)")
    return total / len(order)


def _take(tensor, positions, device):
    return tensor[torch.from_numpy(positions)].to(device)
