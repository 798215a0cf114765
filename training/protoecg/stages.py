"""The published stages of one branch, each with its loss and the parameters it moves."""

import torch
import torch.nn.functional as F

from .fit import Stage
from .losses import positive_weights, prototype_loss, prototype_overlap
from .network import LinearHead


def feature_stage(network, training_labels):
    """Trains the trunk under a linear head by binary cross-entropy."""
    module = LinearHead(network)
    return _classification_stage("features", network.branch.name, module, module.parameters(), training_labels)


def joint_stage(network, training_labels, loss_weights):
    """Trains all but the classifier, which stays at +1 for a prototype's own class and -0.5 for the others."""
    device = network.prototype_vectors.device
    weight = positive_weights(training_labels).to(device)
    overlap = prototype_overlap(network.prototype_class_identity, training_labels.to(device))

    def loss(inputs, labels):
        logits, similarities = network(inputs)
        return prototype_loss(
            logits,
            similarities,
            labels,
            network.prototype_vectors,
            network.prototype_class_identity,
            overlap,
            weight,
            loss_weights,
        )

    moved = [parameter for name, parameter in network.named_parameters() if name != "classifier.weight"]
    return Stage("joint", f"{network.branch.name} joint", network, moved, loss, lambda inputs: network(inputs)[0])


def classifier_stage(network, training_labels, l1):
    """Trains the branch's own classifier on similarities; L1 pulls the weights of other classes' prototypes to zero.

    It begins at zero: projected prototypes are features, which have no negative value, so that all similarities are
    positive and the -0.5 of the joint stage would begin at logits of minus thousands.
    """
    classifier = network.classifier
    torch.nn.init.zeros_(classifier.weight)
    foreign = 1 - network.prototype_class_identity.T
    return _classification_stage(
        "classifier",
        network.branch.name,
        classifier,
        classifier.parameters(),
        training_labels,
        lambda: l1 * (classifier.weight * foreign).abs().sum(),
    )


def fusion_stage(classifier, training_labels, l1):
    """Trains the one layer that reads all branches' similarities, by cross-entropy plus L1 of its weights."""
    return _classification_stage(
        "fusion",
        "fusion",
        classifier,
        classifier.parameters(),
        training_labels,
        lambda: l1 * classifier.weight.abs().sum(),
    )


def _classification_stage(kind, name, module, parameters, training_labels, penalty=lambda: 0.0):
    parameters = list(parameters)
    weight = positive_weights(training_labels).to(parameters[0].device)

    def loss(inputs, labels):
        return F.binary_cross_entropy_with_logits(module(inputs), labels, pos_weight=weight) + penalty()

    return Stage(kind, name if kind == name else f"{name} {kind}", module, parameters, loss, module)
