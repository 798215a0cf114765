"""Between the form in which a branch is trained and the tensors of a published checkpoint."""

import torch

from .problem import Problem

_TRUNK = {True: "feature_extractor.", False: "feature_extractor.resnet."}
_IMAGENET_CLASSES = 1000


def to_published(network):
    """The state dict of a branch with the reference's names and shapes, on the CPU.

    2-D branches get whole 3 x 3 kernels: the trained row in the middle, zeros above and below, where only padding is
    ever met. `ones` and `resnet.fc` are unused, but the reference will not load a file without them.
    """
    flat = network.branch.is_flat
    state = {key: value.detach().cpu() for key, value in network.state_dict().items()}
    published = {}
    for key, value in state.items():
        if key.startswith("trunk."):
            key = _TRUNK[flat] + key[len("trunk.") :]
            if value.dim() == 4:
                value = value.squeeze(2) if flat else _expand(value, key.endswith("resnet.conv1.weight"))
        elif key == "prototype_vectors":
            value = value.squeeze(2) if flat else value.unsqueeze(2)
        elif key.startswith("add_on_layers.") and value.dim() == 4 and flat:
            value = value[:, :, 0, 0]
        published[key] = value.contiguous()
    published["ones"] = torch.ones(1).expand(published["prototype_vectors"].shape)
    if not flat:
        published[_TRUNK[flat] + "fc.weight"] = torch.zeros(1).expand(_IMAGENET_CLASSES, network.trunk.feature_count)
        published[_TRUNK[flat] + "fc.bias"] = torch.zeros(1).expand(_IMAGENET_CLASSES)
    return published


def load_published(network, published):
    """Loads a branch's published state dict into `network`, which must have its sizes.

    Raises Problem where a tensor is missing or has another shape.
    """
    flat = network.branch.is_flat
    state = {}
    for key, own in network.state_dict().items():
        name = _TRUNK[flat] + key[len("trunk.") :] if key.startswith("trunk.") else key
        if name not in published:
            raise Problem(f'The {network.branch.name} branch has no tensor "{name}", so it is no ProtoECGNet-18.')
        value = published[name]
        if value.is_floating_point():
            value = value.float()
        if key.startswith("trunk.") and own.dim() == 4:
            value = value.unsqueeze(2) if flat else _collapse(value, name.endswith("resnet.conv1.weight"))
        elif key == "prototype_vectors":
            value = value.unsqueeze(2) if flat else value.squeeze(2)
        elif own.dim() == 4 and flat:
            value = value[:, :, None, None]
        if value.shape != own.shape:
            shape = tuple(published[name].shape)
            raise Problem(f'"{name}" of the {network.branch.name} branch is {shape}, which does not fit.')
        state[key] = value
    network.load_state_dict(state)


def _expand(kernel, is_stem):
    """Kernel of height 1 to the published one: 12 x 7 over one image channel, or k x k."""
    if is_stem:
        return kernel.permute(0, 2, 1, 3)
    width = kernel.shape[3]
    whole = kernel.new_zeros(*kernel.shape[:2], width, width)
    whole[:, :, width // 2] = kernel[:, :, 0]
    return whole


def _collapse(kernel, is_stem):
    """What of a published 2-D kernel meets data."""
    return kernel.permute(0, 2, 1, 3) if is_stem else kernel[:, :, kernel.shape[2] // 2].unsqueeze(2)
