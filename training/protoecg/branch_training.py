"""The stages of one branch, one after the other: features, joint, projection, classifier."""

import dataclasses
import pathlib

import numpy as np
import torch

from .checkpoint import write_branch, write_metadata
from .fit import Examples, fit, predict_at
from .network import BranchNetwork
from .projection import Source, project
from .published_form import to_published
from .saving import save_tensors
from .stages import classifier_stage, feature_stage, joint_stage


@dataclasses.dataclass(frozen=True)
class TrainedBranch:
    """A projected branch. `similarities` are N x P of all ECGs, `histories` what each epoch of each stage gave."""

    network: BranchNetwork
    similarities: np.ndarray
    histories: dict


def train_branch(branch, ecgs, training, validation, settings, folder):
    """Trains `branch` on the ECGs at the positions `training` and writes its published files to `folder`.

    What was done before and lies in `folder/state` is not done again.
    """
    folder = pathlib.Path(folder)
    states = folder / "state"
    labels = np.ascontiguousarray(ecgs.labels[:, branch.columns])
    inputs = torch.from_numpy(ecgs.inputs)
    examples = Examples(inputs, torch.from_numpy(labels), training, validation)
    training_labels = examples.labels[training]
    torch.manual_seed(settings.seed)
    network = BranchNetwork(branch, settings.base_width, settings.dropout, settings.precision).to(settings.device)

    histories = {}
    stage = feature_stage(network, training_labels)
    stage.module.to(settings.device)
    histories["features"] = fit(stage, examples, settings, states / f"{branch.name}-features.pt")
    stage = joint_stage(network, training_labels, settings.loss_weights)
    histories["joint"] = fit(stage, examples, settings, states / f"{branch.name}-joint.pt")

    sources = _project(network, inputs, training, labels, settings, states / f"{branch.name}-projection.pt")
    similarities = _similarities(network, inputs, len(ecgs), settings, states / f"{branch.name}-similarities.npy")
    on_similarities = dataclasses.replace(examples, inputs=torch.from_numpy(similarities))
    stage = classifier_stage(network, training_labels, settings.l1)
    histories["classifier"] = fit(stage, on_similarities, settings, states / f"{branch.name}-classifier.pt")

    write_branch(folder, branch, to_published(network))
    write_metadata(folder, branch, sources, ecgs.ecg_ids, labels)
    return TrainedBranch(network, similarities, histories)


def _project(network, inputs, training, labels, settings, file):
    if file.exists():
        state = torch.load(file, map_location=settings.device)
        network.load_state_dict(state["network"])
        return [Source(*source) for source in state["sources"]]
    network.eval()
    sources = project(network, inputs, training, labels, settings)
    plain = [dataclasses.astuple(source) for source in sources]
    save_tensors(file, {"network": network.state_dict(), "sources": plain})
    return sources


def _similarities(network, inputs, count, settings, file):
    if file.exists():
        return np.load(file)
    # Features are computed once: neither they nor the prototypes move any more.
    precision, network.precision = network.precision, "float32"
    similarities = predict_at(
        lambda batch: network.similarities(network.features(batch)),
        network,
        inputs,
        np.arange(count),
        settings,
        f"{network.branch.name} similarities",
    )
    network.precision = precision
    partial = file.with_suffix(".partial.npy")
    np.save(partial, similarities)
    partial.replace(file)
    return similarities
