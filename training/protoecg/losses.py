"""The published training loss, term by term.

`similarities` are B x P, `labels` B x C (0 or 1), `identity` P x C: 1 where a prototype stands for a class. Each
prototype stands for one class and each class has as many, as in the published sizes.
"""

import dataclasses

import torch
import torch.nn.functional as F


@dataclasses.dataclass(frozen=True)
class LossWeights:
    """Published weights of the four prototype terms beside binary cross-entropy."""

    cluster: float = 0.004
    separation: float = 0.0004
    diversity: float = 250.0
    contrastive: float = 300.0


def positive_weights(labels):
    """Weight of each class's positives in the cross-entropy: (sum of all counts - n) / n, from the N x C training labels.

    1 for a class without a positive, whose weight meets no example.
    """
    counts = labels.sum(0)
    return torch.where(counts > 0, (counts.sum() - counts) / counts.clamp(min=1), torch.ones_like(counts))


def label_overlap(labels):
    """Jaccard overlap of each pair of label columns: C x C, 1 on the diagonal of every class that occurs."""
    both = labels.T @ labels
    counts = labels.sum(0)
    return both / (counts[:, None] + counts[None, :] - both).clamp(min=1e-6)


def class_maxima(similarities, identity):
    """The largest similarity to the prototypes of each class, and to those of all other classes: both B x C.

    Grouped by class, this is some 50 times less work than masking B x P x C numbers.
    """
    classes = identity.shape[1]
    by_class = identity.argmax(1).argsort(stable=True)
    own = similarities[:, by_class].reshape(len(similarities), classes, -1).amax(2)
    (best, second), leader = own.topk(2, dim=1).values.T, own.argmax(1, keepdim=True)
    is_leader = torch.arange(classes, device=own.device) == leader
    return own, torch.where(is_leader, second[:, None], best[:, None])


def cluster_loss(similarities, labels, identity):
    """Minus the mean over (b, c) of `max_p s[b, p] M[p, c] y[b, c]`: near to the classes that the ECG has."""
    own, _ = class_maxima(similarities, identity)
    return -(own.clamp(min=0) * labels).mean()


def separation_loss(similarities, labels, identity):
    """The mean over (b, c) of `max_p s[b, p] (1 - M[p, c] y[b, c])`: far from all other prototypes."""
    own, others = class_maxima(similarities, identity)
    return torch.where(labels > 0, others.clamp(min=0), torch.maximum(own, others)).mean()


def prototype_cosines(prototypes):
    """Cosine of each pair of prototypes: P x P."""
    unit = F.normalize(prototypes.flatten(1), dim=1)
    return unit @ unit.T


def diversity_loss(cosines):
    """Squared Frobenius distance of the prototypes' cosines from the identity, over P squared."""
    return (cosines - torch.eye(len(cosines), device=cosines.device)).square().mean()


def prototype_overlap(identity, labels):
    """How often the classes of two prototypes occur together in N x C labels: Q = M L Mᵀ, P x P."""
    return identity @ label_overlap(labels) @ identity.T


def contrastive_loss(cosines, overlap):
    """Pulls prototypes of classes together that occur together and pushes the others apart; `overlap` is P x P."""
    cosines, apart = cosines.clamp(-1 + 1e-6, 1 - 1e-6), 1 - overlap
    attraction = (cosines * overlap).sum() / (overlap.sum() + 1e-6)
    repulsion = (cosines * apart).sum() / (apart.sum() + 1e-6)
    return -(attraction - repulsion) / len(cosines) ** 0.5


def prototype_loss(logits, similarities, labels, prototypes, identity, overlap, positive_weight, weights):
    """Binary cross-entropy plus the four weighted prototype terms: a scalar. `overlap` as from `prototype_overlap`."""
    cosines = prototype_cosines(prototypes)
    return (
        F.binary_cross_entropy_with_logits(logits, labels, pos_weight=positive_weight)
        + weights.cluster * cluster_loss(similarities, labels, identity)
        + weights.separation * separation_loss(similarities, labels, identity)
        + weights.diversity * diversity_loss(cosines)
        + weights.contrastive * contrastive_loss(cosines, overlap)
    )
