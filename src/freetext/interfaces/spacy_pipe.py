"""`freetext_themes`, a model as a component of a spaCy pipeline.

spaCy imports this module with every pipeline that it makes, ours too: what loads and runs models is imported when one is used.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from itertools import compress, islice
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Self

import srsly  # type: ignore[import-untyped]
from spacy.language import Language
from spacy.tokens import Doc

from freetext.errors import UsageError

if TYPE_CHECKING:
    from freetext.model.bundle import Model
    from freetext.model.coder import Coder

NAME = "freetext_themes"
BATCH = 1000
"""Texts that are coded together, where spaCy does not say."""

for _extension in (NAME, "freetext_review"):
    if not Doc.has_extension(_extension):
        Doc.set_extension(_extension, default=None)


class ThemesPipe:
    """Codes the text of each Doc as `freetext code` does; the tokens do not matter, nor what stands before in the pipeline.

    doc.cats                the calibrated probability of each theme, 0..1, by slug; codes begin at a theme's own cut-off, not at 0.5
    doc._.freetext_themes   the slugs of the themes that the text has, in the codeframe's order
    doc._.freetext_review   why a person should look at it, empty when not

    The model is loaded when the first text comes; a pipeline on disk (or in bytes) holds the model itself.
    """

    def __init__(self, name: str, model: str, question: str, vectors: str) -> None:
        self.name, self.place, self.question, self.vectors = name, model, question, vectors
        self._model: Model | None = None
        self._coder: Coder | None = None

    @property
    def learnt(self) -> Model:
        """The model, under a name that spaCy does not look for: it would load it to see what kind of part this is.

        Raises BundleError for one that cannot be loaded, UsageError where the config names none.
        """
        if self._model is None:
            if not self.place:
                raise UsageError(f'which model? nlp.add_pipe("{NAME}", config={{"model": "models/NAME"}})')
            self._load(Path(self.place))
        assert self._model is not None
        return self._model

    @property
    def labels(self) -> tuple[str, ...]:
        """The slugs of the themes, for the pipeline's meta; none before the model is loaded."""
        return self._model.codeframe.slugs if self._model else ()

    def __call__(self, doc: Doc) -> Doc:
        """Code one text."""
        self._code([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = BATCH) -> Iterator[Doc]:
        """Code texts in batches, which is many times faster than one by one."""
        docs_left = iter(stream)
        while docs := list(islice(docs_left, batch_size)):
            self._code(docs)
            yield from docs

    def _code(self, docs: list[Doc]) -> None:
        from freetext.interfaces.probabilities import probabilities_of  # noqa: PLC0415  (see above)
        from freetext.model.coder import Coder  # noqa: PLC0415

        if self._coder is None:
            self._coder = Coder(self.learnt)
        codings = self._coder.code_texts([doc.text for doc in docs], self.question)
        slugs, scores = self.learnt.codeframe.slugs, probabilities_of(self.learnt, codings).tolist()
        for doc, chosen, row, why in zip(docs, codings.chosen.tolist(), scores, codings.why, strict=True):
            doc.cats.update(zip(slugs, row, strict=True))
            doc._.freetext_themes = tuple(compress(slugs, chosen))
            doc._.freetext_review = why

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the model into a folder; the question stands in the pipeline's config."""
        from freetext.files.modelling.models import save_model  # noqa: PLC0415

        del exclude
        Path(path).mkdir(parents=True, exist_ok=True)
        save_model(self.learnt, Path(path))

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Self:
        """Load the model that `to_disk` wrote; nothing in it can run."""
        del exclude
        self._load(Path(path))
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Write the model's files into bytes."""
        with tempfile.TemporaryDirectory() as folder:
            self.to_disk(folder, exclude=exclude)
            files = sorted(each for each in Path(folder).rglob("*") if each.is_file())
            packed: bytes = srsly.msgpack_dumps(
                {each.relative_to(folder).as_posix(): each.read_bytes() for each in files}
            )
        return packed

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Self:
        """Load the model that `to_bytes` wrote; raises ValueError for bytes that name files elsewhere."""
        files: dict[str, bytes] = srsly.msgpack_loads(data)
        with tempfile.TemporaryDirectory() as folder:
            for name, content in files.items():
                path = PurePosixPath(name)
                if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name:
                    message = f"{name!r} is no file of a model"
                    raise ValueError(message)
                place = Path(folder, *path.parts)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(content)
            return self.from_disk(folder, exclude=exclude)

    def _load(self, path: Path) -> None:
        from freetext.files.modelling.models import load_model  # noqa: PLC0415

        self._model, self._coder = load_model(path, vectors=self.vectors or None), None

    def __getstate__(self) -> dict[str, Any]:
        """Travel to other processes as the config says, with the model where it was loaded, without what is remembered."""
        state = {"name": self.name, "place": self.place, "question": self.question, "vectors": self.vectors}
        return {**state, "model": self.to_bytes() if self._model else b""}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Be made anew, and load the model."""
        self.name, self.place, self.question, self.vectors = (
            state["name"],
            state["place"],
            state["question"],
            state["vectors"],
        )
        self._model = self._coder = None
        if state["model"]:
            self.from_bytes(state["model"])


@Language.factory(
    NAME,
    default_config={"model": "", "question": "", "vectors": ""},
    assigns=["doc.cats", "doc._.freetext_themes", "doc._.freetext_review"],
)
def make_themes(nlp: Language, name: str, model: str, question: str, vectors: str) -> ThemesPipe:
    """Make the component: `model` is models/NAME or a version's folder, `question` what the texts answer, `vectors` as for `load_model`."""
    del nlp
    return ThemesPipe(name, model, question, vectors)
