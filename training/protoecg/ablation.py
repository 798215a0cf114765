"""The variants that the paper compares, each trained from the same settings and measured on all 71 statements."""

import dataclasses
import pathlib
import shutil

import numpy as np
import torch

from .auroc import macro_auroc
from .branch_training import train_branch
from .branches import BRANCHES
from .dataset import TEST_FOLDS, TRAINING_FOLDS, VALIDATION_FOLDS
from .fit import Examples, fit, predict_at
from .fusion import train_fusion
from .network import BranchNetwork
from .stages import feature_stage
from .statements import STATEMENTS
from .training_run import train

VARIANTS = {
    "fused": "Three branches, fused",
    "no-contrastive": "The same without the contrastive term",
    "rhythm": "Rhythm branch alone (1-D), all statements",
    "morphology": "Morphology branch alone (2-D partial), all statements",
    "global": "Global branch alone (2-D global), all statements",
    "resnet-1d": "ResNet-18 1-D without prototypes",
    "resnet-2d": "ResNet-18 2-D without prototypes",
}
"""Name of each variant and what it is, in the order of the table."""


def run_variant(name, ecgs, settings, folder):
    """Trains a variant in `folder`, continuing what lies there, and returns its macro-AUROC on the test fold."""
    folder = pathlib.Path(folder)
    if name == "fused":
        return train(ecgs, settings, folder / name, resume=True)["auroc"]["test"]["macro"]
    if name == "no-contrastive":
        _share_features(folder / "fused", folder / name)
        weights = dataclasses.replace(settings.loss_weights, contrastive=0.0)
        without = dataclasses.replace(settings, loss_weights=weights)
        return train(ecgs, without, folder / name, resume=True)["auroc"]["test"]["macro"]
    if name.startswith("resnet"):
        return _plain(BRANCHES[0] if name == "resnet-1d" else BRANCHES[1], ecgs, settings, folder / name)
    branch = next(branch for branch in BRANCHES if branch.name == name)
    return _alone(branch, ecgs, settings, folder / name)


def reduced(ecgs, count, seed):
    """A smaller set: `count` training ECGs, drawn at random after at least ten of each statement; all others stay."""
    training = np.random.default_rng(seed).permutation(ecgs.in_folds(TRAINING_FOLDS))
    carriers = [training[ecgs.labels[training, column] > 0][:10] for column in range(len(STATEMENTS))]
    needed = np.unique(np.concatenate(carriers))
    rest = training[~np.isin(training, needed)][: max(0, count - len(needed))]
    kept = np.sort(np.concatenate([needed, rest, ecgs.in_folds(VALIDATION_FOLDS + TEST_FOLDS)]))
    return dataclasses.replace(
        ecgs, inputs=ecgs.inputs[kept], labels=ecgs.labels[kept], ecg_ids=ecgs.ecg_ids[kept], folds=ecgs.folds[kept]
    )


def _share_features(source, target):
    """The feature stage knows no prototypes: both variants have the same."""
    (target / "state").mkdir(parents=True, exist_ok=True)
    for file in (source / "state").glob("*-features.pt"):
        if not (target / "state" / file.name).exists():
            shutil.copy(file, target / "state" / file.name)


def _alone(branch, ecgs, settings, folder):
    sized = dataclasses.replace(branch, columns=tuple(range(len(STATEMENTS))))
    if settings.prototypes_per_class:
        per_class = settings.prototypes_per_class[BRANCHES.index(branch)]
        sized = dataclasses.replace(sized, prototypes_per_class=per_class)
    training, validation = ecgs.in_folds(TRAINING_FOLDS), ecgs.in_folds(VALIDATION_FOLDS)
    trained = train_branch(sized, ecgs, training, validation, settings, folder)
    classifier, _ = train_fusion(
        trained.similarities, ecgs.labels, training, validation, settings, folder / "state" / "fusion.pt"
    )
    test = ecgs.in_folds(TEST_FOLDS)
    with torch.no_grad():
        logits = classifier(torch.from_numpy(trained.similarities[test])).numpy()
    return macro_auroc(ecgs.labels[test], logits)


def _plain(branch, ecgs, settings, folder):
    everything = dataclasses.replace(branch, columns=tuple(range(len(STATEMENTS))), prototypes_per_class=1)
    training, validation = ecgs.in_folds(TRAINING_FOLDS), ecgs.in_folds(VALIDATION_FOLDS)
    examples = Examples(torch.from_numpy(ecgs.inputs), torch.from_numpy(ecgs.labels), training, validation)
    torch.manual_seed(settings.seed)
    network = BranchNetwork(everything, settings.base_width, settings.dropout, settings.precision).to(settings.device)
    stage = feature_stage(network, examples.labels[training])
    stage.module.to(settings.device)
    # As many epochs as the prototype variants have in both of their stages.
    epochs = {**settings.epochs, "features": settings.epochs["features"] + settings.epochs["joint"]}
    fit(stage, examples, dataclasses.replace(settings, epochs=epochs), folder / "state" / "features.pt")
    network.precision = "float32"
    test = ecgs.in_folds(TEST_FOLDS)
    return macro_auroc(ecgs.labels[test], predict_at(stage.logits, stage.module, examples.inputs, test, settings))
