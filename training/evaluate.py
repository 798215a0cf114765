"""Measures a fusion checkpoint on ECGs in PTB-XL's layout.

    python training/evaluate.py --checkpoint OUT/fusion.ckpt --data DIR [--folds 10]

Writes beside the checkpoint, or to --out: `evaluation.json` (AUROC and confusion per statement), `thresholds.json` (chosen
on the validation folds) and `similarity_reference.json` (each prototype's similarity with and without its statement).
With `--thresholds FILE` those of an earlier evaluation are applied instead, to ECGs from elsewhere.
"""

import json
import pathlib

import numpy as np
import torch

from protoecg.auroc import auroc_per_label, macro_auroc
from protoecg.dataset import TEST_FOLDS, VALIDATION_FOLDS, open_ecgs
from protoecg.fusion import FusedNetwork
from protoecg.options import choose_device, parser, run_command
from protoecg.problem import Problem
from protoecg.saving import save_json
from protoecg.settings import Settings
from protoecg.similarity_reference import similarity_reference
from protoecg.statements import STATEMENTS
from protoecg.thresholds import choose_threshold, confusion


def choose_thresholds(network, ecgs, folds, criterion, device="cpu"):
    """The best threshold of each statement on the ECGs of these folds, by code."""
    chosen = _in_folds(ecgs, folds)
    probabilities = network.probabilities(_similarities(network, ecgs, chosen, device))
    return {
        code: choose_threshold(ecgs.labels[chosen, column], probabilities[:, column], criterion)
        for column, code in enumerate(STATEMENTS)
    }


def evaluate(network, ecgs, folds, thresholds, device="cpu"):
    """Evaluation and similarity reference on the ECGs of these folds, each as JSON has it."""
    chosen = _in_folds(ecgs, folds)
    similarities = _similarities(network, ecgs, chosen, device)
    probabilities, labels = network.probabilities(similarities), ecgs.labels[chosen]
    aurocs = auroc_per_label(labels, probabilities)
    evaluation = {
        "folds": list(folds),
        "ecgs": len(chosen),
        "macro_auroc": _number(macro_auroc(labels, probabilities)),
        "statements": {
            code: {
                "count": int(labels[:, column].sum()),
                "auroc": _number(aurocs[column]),
                "threshold": thresholds[code],
                **confusion(labels[:, column], probabilities[:, column], thresholds[code]),
            }
            for column, code in enumerate(STATEMENTS)
        },
    }
    return evaluation, _reference_by_branch(network, similarities, labels)


def _in_folds(ecgs, folds):
    chosen = ecgs.in_folds(folds)
    if len(chosen) == 0:
        raise Problem(f"No ECG is in fold {', '.join(map(str, folds))}.")
    return chosen


def _similarities(network, ecgs, positions, device):
    return network.similarities(torch.from_numpy(ecgs.inputs), positions, Settings(device=device, batch_size=64))


def _reference_by_branch(network, similarities, labels):
    reference, start = {}, 0
    for part in network.networks:
        branch, end = part.branch, start + part.branch.prototype_count
        identity = part.prototype_class_identity.cpu().numpy()
        reference[branch.name] = similarity_reference(similarities[:, start:end], labels[:, branch.columns], identity)
        start = end
    return reference


def _number(value):
    return None if np.isnan(value) else round(float(value), 4)


def main():
    options = parser("Measures a fusion checkpoint.")
    options.add_argument("--checkpoint", required=True)
    options.add_argument("--data", required=True, help="folder in PTB-XL's layout")
    options.add_argument("--folds", type=int, nargs="+", default=list(TEST_FOLDS))
    options.add_argument("--validation-folds", type=int, nargs="+", default=list(VALIDATION_FOLDS))
    options.add_argument("--criterion", choices=("f1", "youden"), default="f1", help="what a threshold maximises")
    options.add_argument("--thresholds", help="apply the thresholds of this file instead of choosing them")
    options.add_argument("--out", help="folder for the results (default: beside the checkpoint)")
    options.add_argument("--cache", help="folder for the filtered ECGs (default: OUT/cache)")
    options.add_argument("--device", default="auto")
    chosen = options.parse_args()
    out = pathlib.Path(chosen.out or pathlib.Path(chosen.checkpoint).parent)
    device = choose_device(chosen.device)
    ecgs = open_ecgs(chosen.data, chosen.cache or out / "cache")
    network = FusedNetwork(chosen.checkpoint, device)
    if chosen.thresholds:
        about = json.loads(pathlib.Path(chosen.thresholds).read_text())
    else:
        thresholds = choose_thresholds(network, ecgs, chosen.validation_folds, chosen.criterion, device)
        about = {"criterion": chosen.criterion, "folds": chosen.validation_folds, "thresholds": thresholds}
    evaluation, reference = evaluate(network, ecgs, chosen.folds, about["thresholds"], device)
    save_json(out / "evaluation.json", evaluation)
    save_json(out / "thresholds.json", about)
    save_json(out / "similarity_reference.json", {"folds": chosen.folds, **reference})
    print(f"{'':<9}ECGs   AUROC  sensitivity  specificity")
    for code, row in evaluation["statements"].items():
        if row["count"]:
            sensitivity = row["true_positive"] / row["count"]
            specificity = row["true_negative"] / max(1, evaluation["ecgs"] - row["count"])
            auroc = "   –  " if row["auroc"] is None else f"{row['auroc']:.4f}"
            print(f"{code:<8}{row['count']:>5}  {auroc}  {sensitivity:>11.3f}  {specificity:>11.3f}")
    print(f"macro-AUROC {evaluation['macro_auroc']} over {evaluation['ecgs']} ECGs")


if __name__ == "__main__":
    run_command(main)
