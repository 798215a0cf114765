"""ProtoECGNet's published training: Sethi et al., ProtoECGNet, MLHC 2025, arXiv 2504.08713."""

import os

# Threads that wait give their core away: on a busy machine spinning made an epoch up to 20 times longer. PyTorch reads
# this when it is first imported.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
