"""Moves each prototype to the nearest feature of a training ECG that carries its class."""

import dataclasses

import numpy as np
import torch

from .fit import predict_at


@dataclasses.dataclass(frozen=True)
class Source:
    """Where a prototype came from. `position` is that of the ECG, `window` its first feature step."""

    position: int
    window: int
    similarity_before: float
    """The largest similarity over windows that led the prototype there."""
    similarity: float
    """The same after the prototype has moved there."""


def project(network, inputs, positions, labels, settings):
    """Projects all prototypes of a branch; `labels` are N x C, `positions` those of the training ECGs.

    Always in float32, so that what is recorded can be recomputed elsewhere. Returns a `Source` for each prototype.
    """
    precision, network.precision = network.precision, "float32"
    scores = predict_at(
        lambda batch: network.window_similarities(network.features(batch)).amax(2),
        network,
        inputs,
        positions,
        settings,
        f"{network.branch.name} projection",
    )
    identity = network.prototype_class_identity.cpu().numpy()
    chosen = choose_sources(scores, labels[positions], identity, settings.distinct_sources)
    sources = []
    with torch.no_grad():
        vectors = torch.empty_like(network.prototype_vectors)
        for prototype, row in enumerate(chosen):
            features = network.features(_one(inputs, positions[row], settings.device))
            before = network.window_similarities(features)[0, prototype]
            window = int(before.argmax())
            vectors[prototype] = features[0, :, window : window + vectors.shape[2]]
            sources.append((int(positions[row]), window, float(before[window])))
        network.prototype_vectors.copy_(vectors)
        after = [
            float(network.window_similarities(network.features(_one(inputs, position, settings.device)))[0, prototype].max())
            for prototype, (position, _, _) in enumerate(sources)
        ]
    network.precision = precision
    return [Source(*source, similarity) for source, similarity in zip(sources, after)]


def choose_sources(scores, labels, identity, distinct):
    """For each prototype the row of the ECG on which it scores highest among those that carry one of its classes.

    `scores` N x P, `labels` N x C, `identity` P x C. Where `distinct`, prototypes of one class take different ECGs as
    long as there are any, those with the highest scores first.
    """
    candidates = np.where(labels @ identity.T > 0, scores, -np.inf)
    if not distinct:
        return candidates.argmax(0)
    chosen = np.empty(len(identity), dtype=int)
    for own in np.unique(identity, axis=0):
        members = np.flatnonzero((identity == own).all(1))
        free = candidates[:, members].copy()
        open_members = set(range(len(members)))
        while open_members:
            remaining = sorted(open_members)
            if np.isneginf(free[:, remaining]).all():
                free[:, remaining] = candidates[:, members[remaining]]
            row, column = np.unravel_index(free[:, remaining].argmax(), (len(free), len(remaining)))
            chosen[members[remaining[column]]] = row
            open_members.remove(remaining[column])
            free[row] = -np.inf
    return chosen


def _one(inputs, position, device):
    return inputs[int(position)].unsqueeze(0).to(device)
