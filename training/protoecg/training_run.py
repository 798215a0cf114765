"""A whole training: the branches, then the fusion layer, with their published files and metrics."""

import dataclasses
import hashlib
import json
import pathlib

import numpy as np

from .auroc import auroc_per_label, macro_auroc
from .branch_training import train_branch
from .branches import BRANCHES
from .checkpoint import write_fusion
from .dataset import TEST_FOLDS, TRAINING_FOLDS, VALIDATION_FOLDS
from .fusion import train_fusion
from .problem import Problem
from .published_form import to_published
from .saving import save_json
from .statements import STATEMENTS


def train(ecgs, settings, folder, only=None, resume=False):
    """Trains all branches and the fusion layer, or the branch named `only`, on folds 1-8, validated on fold 9.

    Writes checkpoints, metadata and `metrics.json` to `folder`, and returns the metrics. Raises Problem where `folder`
    holds a run that this one does not continue, or a statement has no training ECG to project prototypes onto.
    """
    folder = pathlib.Path(folder)
    _claim(folder, settings, ecgs, resume)
    training, validation = ecgs.in_folds(TRAINING_FOLDS), ecgs.in_folds(VALIDATION_FOLDS)
    branches = [branch for branch in _sized(settings) if only in (None, branch.name)]
    _require_examples(ecgs, training, validation, branches)

    metrics = {"training_ecgs": len(training), "validation_ecgs": len(validation), "branches": {}}
    trained = []
    for branch in branches:
        result = train_branch(branch, ecgs, training, validation, settings, folder)
        trained.append(result)
        metrics["branches"][branch.name] = result.histories
        save_json(folder / "metrics.json", metrics)
    if only is not None:
        return metrics

    similarities = np.concatenate([result.similarities for result in trained], axis=1)
    classifier, metrics["fusion"] = train_fusion(
        similarities, ecgs.labels, training, validation, settings, folder / "state" / "fusion.pt"
    )
    write_fusion(
        folder,
        {result.network.branch.name: to_published(result.network) for result in trained},
        classifier,
        epoch=len(metrics["fusion"]),
        hyper_parameters=dataclasses.asdict(settings),
    )
    logits = similarities @ classifier.weight.detach().numpy().T + classifier.bias.detach().numpy()
    metrics["auroc"] = {
        name: _auroc(ecgs.labels[chosen], logits[chosen])
        for name, chosen in (("validation", validation), ("test", ecgs.in_folds(TEST_FOLDS)))
        if len(chosen)
    }
    save_json(folder / "metrics.json", metrics)
    return metrics


def _auroc(labels, logits):
    values = auroc_per_label(labels, logits)
    known = {code: round(float(value), 4) for code, value in zip(STATEMENTS, values) if not np.isnan(value)}
    return {"macro": round(macro_auroc(labels, logits), 4), "labels": known}


def _sized(settings):
    counts = settings.prototypes_per_class or [branch.prototypes_per_class for branch in BRANCHES]
    return [dataclasses.replace(branch, prototypes_per_class=count) for branch, count in zip(BRANCHES, counts)]


def _require_examples(ecgs, training, validation, branches):
    if len(validation) == 0:
        raise Problem("No ECG is in fold 9, which validation needs.")
    counts = ecgs.labels[training].sum(0)
    absent = [STATEMENTS[column] for branch in branches for column in branch.columns if counts[column] == 0]
    if absent:
        raise Problem(f"No training ECG (folds 1-8) carries {', '.join(absent)}, so these prototypes cannot be projected.")


def _claim(folder, settings, ecgs, resume):
    """Notes settings and data of a new run, or checks that they are those of the run to be continued."""
    note = folder / "run.json"
    data = hashlib.sha256(b"".join(array.tobytes() for array in (ecgs.ecg_ids, ecgs.folds, ecgs.labels))).hexdigest()
    wanted = {**json.loads(json.dumps(dataclasses.asdict(settings))), "ecgs_sha256": data}
    if not note.exists():
        save_json(note, wanted)
        return
    if not resume:
        raise Problem(f"{folder} holds a training run already: continue it with --resume, or choose another --out.")
    found = json.loads(note.read_text())
    changed = [key for key in wanted if key != "device" and found.get(key) != wanted[key]]
    if changed:
        raise Problem(
            f"{folder} was begun with {changed[0]} = {found.get(changed[0])}, not {wanted[changed[0]]}: "
            "a run continues with the settings and ECGs it was begun with."
        )
