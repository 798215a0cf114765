"""Writes the published files: fusion checkpoint, branch files, prototype metadata."""

import pathlib

from .branches import BRANCHES
from .saving import save_json, save_tensors


def write_branch(folder, branch, published):
    """Writes `<branch>_projection.pth`: a bare state dict."""
    save_tensors(pathlib.Path(folder) / f"{branch.name}_projection.pth", published)


def write_fusion(folder, published_branches, classifier, epoch, hyper_parameters):
    """Writes `fusion.ckpt` as PyTorch-Lightning lays it out; `published_branches` has a state dict for each branch."""
    state = {
        f"model.{branch.module_name}.{key}": value
        for branch in BRANCHES
        for key, value in published_branches[branch.name].items()
    }
    state.update({f"model.classifier.{key}": value.cpu() for key, value in classifier.state_dict().items()})
    save_tensors(
        pathlib.Path(folder) / "fusion.ckpt",
        {"epoch": epoch, "state_dict": state, "hyper_parameters": hyper_parameters},
    )


def write_metadata(folder, branch, sources, ecg_ids, labels):
    """Writes `<reference name>_prototype_metadata.json`.

    `similarity_score` is the largest similarity over windows that the projected prototype has on its own ECG, so that
    it can be recomputed; the one that led it there stands beside it. `labels` are N x C of the branch's classes.
    """
    entries = {}
    for prototype, source in enumerate(sources):
        entries[str(prototype)] = {
            "ecg_id": int(ecg_ids[source.position]),
            "prototype_class": branch.classes[prototype // branch.prototypes_per_class],
            "true_labels": [float(value) for value in labels[source.position]],
            "class_type": "single",
            "similarity_score": source.similarity,
            "similarity_before_projection": source.similarity_before,
        }
    save_json(pathlib.Path(folder) / f"{branch.metadata_name}_prototype_metadata.json", entries)
