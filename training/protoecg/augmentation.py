"""Small changes of an ECG that leave its statements true."""

import torch

SCALE = 1.25
"""Largest factor of the amplitude, and one over the smallest."""
NOISE_MILLIVOLTS = 0.01
"""Standard deviation of the noise of an independent lead."""


def augment(inputs, generator):
    """Scales each ECG of B x 12 x 1000 by one factor for all leads and adds faint noise.

    Noise is drawn for leads I, II and V1 to V6; III and the augmented leads follow from I and II, so that the limb
    leads still obey Einthoven and Goldberger.
    """
    factors = SCALE ** (2 * torch.rand(len(inputs), 1, 1, generator=generator) - 1)
    noise = NOISE_MILLIVOLTS * torch.randn(inputs.shape, generator=generator)
    one, two = noise[:, 0], noise[:, 1]
    noise[:, 2] = two - one
    noise[:, 3] = -(one + two) / 2
    noise[:, 4] = one - two / 2
    noise[:, 5] = two - one / 2
    return inputs * factors.to(inputs.device) + noise.to(inputs.device)
