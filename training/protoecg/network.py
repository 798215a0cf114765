"""One branch of ProtoECGNet in the form in which it is trained: trunk, add-on layers, prototypes."""

import contextlib

import torch
import torch.nn as nn
import torch.nn.functional as F

from .branches import FEATURE_STEPS
from .trunk import Trunk

EPSILON = 1e-4
"""Guard of the windows' norms, as published."""


class BranchNetwork(nn.Module):
    """`branch` with prototypes P x F x T; T is 1 where features are averaged over time.

    `precision` bfloat16 runs the trunk alone in that type; features, prototypes and losses stay float32.
    """

    def __init__(self, branch, base_width=64, dropout=0.0, precision="float32"):
        super().__init__()
        self.branch, self.precision = branch, precision
        self.trunk = Trunk(base_width, 0.0 if branch.is_flat else dropout)
        features = self.trunk.feature_count
        self.add_on_layers = nn.Sequential(
            nn.Conv2d(features, features, 1), nn.ReLU(inplace=True), nn.Conv2d(features, features, 1), nn.Sigmoid()
        )
        for layer in (self.add_on_layers[0], self.add_on_layers[2]):
            nn.init.kaiming_normal_(layer.weight, mode="fan_out", nonlinearity="relu")
            nn.init.zeros_(layer.bias)
        shape = (branch.prototype_count, features, branch.window_steps or 1)
        self.prototype_vectors = nn.Parameter(torch.randn(shape))
        identity = torch.eye(len(branch.columns)).repeat_interleave(branch.prototypes_per_class, 0)
        self.register_buffer("prototype_class_identity", identity)
        self.classifier = nn.Linear(branch.prototype_count, len(branch.columns), bias=False)
        # The fixed classifier of the joint stage: +1 for a prototype's own class, -0.5 for the others.
        self.classifier.weight.data.copy_(1.5 * identity.T - 0.5)
        self.to(memory_format=torch.channels_last)

    def trunk_features(self, inputs):
        """B x 12 x 1000 filtered millivolts to B x 512 x 32."""
        images = inputs.unsqueeze(2).contiguous(memory_format=torch.channels_last)
        reduced = self.precision == "bfloat16"
        with torch.autocast(images.device.type, torch.bfloat16) if reduced else contextlib.nullcontext():
            features = self.trunk(images)
        return features.squeeze(2).float()

    def features(self, inputs):
        """B x 12 x 1000 filtered millivolts to what prototypes are compared with: B x 512 x 32, or x 1 (time-averaged)."""
        features = self.trunk_features(inputs)
        if self.branch.is_flat:
            features = features.mean(2, keepdim=True)
        return self.add_on_layers(features.unsqueeze(2)).squeeze(2)

    def similarities(self, features):
        """The similarity that the classifier sees, B x P: the mean over windows."""
        if self.branch.is_flat:
            return F.normalize(features.squeeze(2), dim=1) @ F.normalize(self.prototype_vectors.squeeze(2), dim=1).T
        # The mean of dot products is one dot product with the mean of the unit windows: 30 times less work.
        width = self.branch.window_steps
        unit = self._window_norms(features).reciprocal()
        windows = unit.shape[2]
        mean = torch.stack([(features[:, :, t : t + windows] * unit).mean(2) for t in range(width)], 2)
        return self._scale() * mean.flatten(1) @ self._unit_prototypes().flatten(1).T

    def window_similarities(self, features):
        """The similarity in each window: B x P x windows."""
        if self.branch.is_flat:
            return self.similarities(features).unsqueeze(2)
        return self._scale() * F.conv1d(features, self._unit_prototypes()) / self._window_norms(features)

    def forward(self, inputs):
        """Logits B x C of the branch's own classifier, and similarities B x P."""
        similarities = self.similarities(self.features(inputs))
        return self.classifier(similarities), similarities

    def _scale(self):
        length = self.prototype_vectors[0].numel()
        return int(length**0.5) / self.branch.window_steps

    def _unit_prototypes(self):
        square = self.prototype_vectors.square().sum((1, 2), keepdim=True)
        return self.prototype_vectors / torch.sqrt(square + EPSILON)

    def _window_norms(self, features):
        """B x 1 x windows."""
        square = features.square().sum(1, keepdim=True)
        return torch.sqrt(square.unfold(2, self.branch.window_steps, 1).sum(3) + EPSILON)


class LinearHead(nn.Module):
    """A trunk under a plain linear classifier: the feature-extractor stage, and ResNet-18 without prototypes.

    The 1-D head reads the mean over time, the 2-D head every step, as published. It shares `network`'s trunk.
    """

    def __init__(self, network):
        super().__init__()
        self.network = network
        steps = 1 if network.branch.is_flat else FEATURE_STEPS
        self.head = nn.Linear(network.trunk.feature_count * steps, len(network.branch.columns))

    def forward(self, inputs):
        """Logits B x C."""
        features = self.network.trunk_features(inputs)
        return self.head(features.mean(2) if self.network.branch.is_flat else features.flatten(1))
