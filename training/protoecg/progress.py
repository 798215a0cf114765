"""How far long work has come, and how long it will still take."""

import sys
import time


class Progress:
    """Writes to stderr: rewritten in place on a terminal, every tenth of work over five seconds otherwise."""

    def __init__(self, label, total, start=0):
        self._label, self._total, self._start = label, total, start
        self._began, self._shown_tenth, self._shown_at = time.monotonic(), 0, 0.0

    def show(self, done, note=""):
        """Tells that `done` of the total is done."""
        now = time.monotonic()
        tenth = 10 * done // self._total
        on_terminal = sys.stderr.isatty()
        finished = done >= self._total
        elapsed = now - self._began
        if not on_terminal and (elapsed < 5 or tenth <= self._shown_tenth):
            return
        if on_terminal and not finished and now - self._shown_at < 1:
            return
        self._shown_tenth, self._shown_at = tenth, now
        left = elapsed / max(1, done - self._start) * (self._total - done)
        text = f"{self._label}: {done} of {self._total}{note}, {to_duration(left)} left" if not finished else (
            f"{self._label}: {done} of {self._total}{note}, took {to_duration(elapsed)}"
        )
        sys.stderr.write(f"\r\033[K{text}" + ("\n" if finished else "") if on_terminal else text + "\n")
        sys.stderr.flush()


def to_duration(seconds):
    """`75` to `1 min 15 s`."""
    seconds = round(seconds)
    hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s" if minutes else f"{rest} s"
