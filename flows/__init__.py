"""Floor 3: when, from where, how often again. Prefect, the disk and the command line."""

import os

# From 1.29 on onnxruntime, which runs the tagger of names, reports to its makers and keeps an id
# in the home unless it is told not to before it is imported; workers inherit this.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
