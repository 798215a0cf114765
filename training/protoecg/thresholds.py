"""The probability from which a statement counts as predicted, chosen on validation ECGs."""

import numpy as np

PUBLISHED = 0.5


def choose_threshold(labels, probabilities, criterion="f1"):
    """The threshold that is best for one statement: largest F1, or largest Youden index (sensitivity + specificity).

    `labels` N (0 or 1), `probabilities` N. It lies halfway between two neighbouring probabilities, so that rounding
    moves no ECG across it. 0.5 as published where not both labels occur.
    """
    labels = np.asarray(labels) > 0
    if labels.all() or not labels.any():
        return PUBLISHED
    order = np.argsort(-probabilities, kind="stable")
    sorted_probabilities = probabilities[order].astype(np.float64)
    true_positives = np.cumsum(labels[order])
    predicted = np.arange(1, len(labels) + 1)
    if criterion == "f1":
        quality = 2 * true_positives / (predicted + labels.sum())
    else:
        false_positives = predicted - true_positives
        quality = true_positives / labels.sum() - false_positives / (~labels).sum()
    below = np.append(sorted_probabilities[1:], 0.0)
    quality = np.where(sorted_probabilities > below, quality, -np.inf)
    best = int(quality.argmax())
    return float((sorted_probabilities[best] + below[best]) / 2)


def confusion(labels, probabilities, threshold):
    """Counts of one statement at its threshold."""
    labels, predicted = np.asarray(labels) > 0, probabilities >= threshold
    return {
        "true_positive": int((labels & predicted).sum()),
        "false_positive": int((~labels & predicted).sum()),
        "false_negative": int((labels & ~predicted).sum()),
        "true_negative": int((~labels & ~predicted).sum()),
    }
