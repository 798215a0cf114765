"""ResNet-18 over time: the trunk of all three branches, and the published kernels it stands for.

The published 2-D trunk sees an image that is one row high after its first convolution (kernel 12 x 7), and its padding
is zero. So only the middle row of every 3 x 3 kernel ever meets data, and the trunk equals one over time alone. All
three are trained in this form, on B x channels x 1 x steps tensors, with the names of torchvision's modules.
"""

import torch.nn as nn
import torch.nn.functional as F

BLOCKS_PER_LAYER = 2


def _convolution(inputs, outputs, width, stride=1):
    # A 2-D convolution of height 1, because those have a fast channels-last form on CPUs.
    return nn.Conv2d(inputs, outputs, (1, width), (1, stride), (0, width // 2), bias=False)


class BasicBlock(nn.Module):
    """Two convolutions of width 3 and a skip connection (He et al., CVPR 2016)."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.conv1, self.bn1 = _convolution(inputs, outputs, 3, stride), nn.BatchNorm2d(outputs)
        self.conv2, self.bn2 = _convolution(outputs, outputs, 3), nn.BatchNorm2d(outputs)
        if stride != 1 or inputs != outputs:
            self.downsample = nn.Sequential(_convolution(inputs, outputs, 1, stride), nn.BatchNorm2d(outputs))
        else:
            self.downsample = None

    def forward(self, x):
        y = F.relu(self.bn1(self.conv1(x)), inplace=True)
        y = self.bn2(self.conv2(y))
        return F.relu(y + (x if self.downsample is None else self.downsample(x)), inplace=True)


class Trunk(nn.Module):
    """B x 12 x 1 x 1000 (mV) to B x 8w x 1 x 32 features, w the base width (64 as published).

    `dropout` is the share of values dropped before layer 4.
    """

    def __init__(self, base_width=64, dropout=0.0):
        super().__init__()
        self.conv1, self.bn1 = _convolution(12, base_width, 7, 2), nn.BatchNorm2d(base_width)
        self.maxpool = nn.MaxPool2d((1, 3), (1, 2), (0, 1))
        self.feature_count, inputs = 8 * base_width, base_width
        for layer in range(1, 5):
            outputs = base_width * 2 ** (layer - 1)
            blocks = [BasicBlock(inputs, outputs, 1 if layer == 1 else 2)]
            blocks += [BasicBlock(outputs, outputs, 1) for _ in range(1, BLOCKS_PER_LAYER)]
            self.add_module(f"layer{layer}", nn.Sequential(*blocks))
            inputs = outputs
        self.dropout = nn.Dropout(dropout)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")

    def forward(self, x):
        x = self.maxpool(F.relu(self.bn1(self.conv1(x)), inplace=True))
        x = self.layer3(self.layer2(self.layer1(x)))
        return self.layer4(self.dropout(x))
