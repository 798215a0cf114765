"""Files that are there whole or not at all."""

import json
import os
import pathlib

import torch


def save_tensors(path, content):
    """Writes with `torch.save`; an older file stays until the new one is complete."""

    def write(partial):
        # Through an open file the archive does not bear the partial file's name.
        with partial.open("wb") as file:
            torch.save(content, file)

    _write(path, write)


def save_json(path, content):
    """Writes indented JSON as the reference does; an older file stays until the new one is complete."""
    _write(path, lambda partial: partial.write_text(json.dumps(content, indent=4) + "\n", encoding="utf-8"))


def _write(path, write):
    path = pathlib.Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.partial-{os.getpid()}")
    write(partial)
    partial.replace(path)
