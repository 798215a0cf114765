"""The layer that reads all similarities, and the network that it completes."""

import dataclasses

import numpy as np
import torch
import torch.nn as nn


from .branches import BRANCHES
from .fit import Examples, fit, predict_at
from .network import BranchNetwork
from .problem import Problem
from .published_form import load_published
from .stages import fusion_stage
from .state_dict_file import read_state_dict
from .statements import STATEMENTS


def train_fusion(similarities, labels, training, validation, settings, state_file):
    """Trains 71 x P weights and 71 biases on the N x P similarities of all branches; returns the layer and its history.

    Where `settings.standardise_fusion`, the layer learns on similarities with mean 0 and standard deviation 1 over the
    training ECGs; mean and deviation are folded into weights and bias afterwards, so that what is returned reads plain
    similarities all the same.
    """
    mean, deviation = 0.0, 1.0
    if settings.standardise_fusion:
        mean = similarities[training].mean(0)
        deviation = np.maximum(similarities[training].std(0), 1e-4)
    inputs = torch.from_numpy((similarities - mean) / deviation).float()
    labels = torch.from_numpy(labels)
    torch.manual_seed(settings.seed)
    classifier = nn.Linear(similarities.shape[1], labels.shape[1]).to(settings.device)
    examples = Examples(inputs, labels, training, validation)
    history = fit(fusion_stage(classifier, labels[training], settings.l1), examples, settings, state_file)
    classifier.cpu()
    if settings.standardise_fusion:
        with torch.no_grad():
            classifier.weight /= torch.from_numpy(deviation).float()
            classifier.bias -= classifier.weight @ torch.from_numpy(mean).float()
    return classifier, history


class FusedNetwork:
    """A trained ProtoECGNet-18 as a published fusion checkpoint holds it; sizes are read from the tensors."""

    def __init__(self, path, device="cpu"):
        state = read_state_dict(path)
        self._device = device
        self.networks = []
        for branch in BRANCHES:
            start = branch.module_name + "."
            own = {key[len(start) :]: value for key, value in state.items() if key.startswith(start)}
            if "prototype_vectors" not in own:
                raise Problem(f'{path} has no tensor "{start}prototype_vectors", so it is no fusion checkpoint.')
            per_class, rest = divmod(len(own["prototype_vectors"]), len(branch.columns))
            stem = own["feature_extractor.conv1.weight" if branch.is_flat else "feature_extractor.resnet.conv1.weight"]
            if rest:
                raise Problem(f"{path} has pruned or joint prototypes in its {branch.name} branch, which are not read here.")
            network = BranchNetwork(dataclasses.replace(branch, prototypes_per_class=per_class), len(stem))
            load_published(network, own)
            self.networks.append(network.to(device).eval())
        self.weight, self.bias = (state[f"classifier.{key}"].float().numpy() for key in ("weight", "bias"))
        if self.weight.shape != (len(STATEMENTS), sum(network.branch.prototype_count for network in self.networks)):
            raise Problem(f"The fusion layer of {path} is {self.weight.shape}, which does not fit its branches.")

    def similarities(self, inputs, positions, settings):
        """N x P similarities of the ECGs at `positions`, branches in the order in which the fusion layer reads them."""
        return np.concatenate(
            [
                predict_at(
                    lambda batch, network=network: network.similarities(network.features(batch)),
                    network,
                    inputs,
                    positions,
                    settings,
                    f"{network.branch.name} similarities",
                )
                for network in self.networks
            ],
            axis=1,
        )

    def probabilities(self, similarities):
        """N x 71 probabilities from N x P similarities."""
        return 1 / (1 + np.exp(-(similarities @ self.weight.T + self.bias)))
