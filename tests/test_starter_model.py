"""The starter model that stands in models/."""

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pytest

from freetext.files.demo import write_demo
from freetext.files.models import load_model, resolve
from freetext.model.coder import Coder
from freetext.survey.answers import Answers

STARTER = Path(__file__).parents[1] / "models" / "innovation"
RENEW = "The starter model is out of date: run `python scripts/starter.py` and commit models/."
