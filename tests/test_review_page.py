"""The recorded review in docs/review.md."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_the_screens_of_the_page_are_those_of_the_review():
    """docs/review.md shows what a review draws; `python scripts/recording.py` writes it anew."""
    spec = spec_from_file_location("recording", ROOT / "scripts" / "recording.py")
    assert spec is not None
    assert spec.loader is not None
    recording = module_from_spec(spec)
    spec.loader.exec_module(recording)
    text = (ROOT / "docs" / "review.md").read_text(encoding="utf-8")
    assert text.count("<!-- screen:") == 6
    assert recording.page(text) == text
