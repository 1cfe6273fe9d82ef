"""An object store of this process (moto's S3 over HTTP) that answers every so many requests with 503."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

SLOW = b"<?xml version='1.0'?><Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>"


class Store:
    """The store in front of which requests are counted; each `every`-th fails, with 0 none does."""

    def __init__(self, application: Callable[..., Iterable[bytes]]) -> None:
        """Stand before a store."""
        self._application, self.every, self.asked, self.failed = application, 0, 0, 0
        self.endpoint = ""

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        """Answer a request."""
        self.asked += 1
        if not self.every or self.asked % self.every:
            return self._application(environ, start)
        self.failed += 1
        environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        said = b"" if environ["REQUEST_METHOD"] == "HEAD" else SLOW
        start("503 Slow Down", [("Content-Type", "application/xml"), ("Content-Length", str(len(said)))])
        return [said]


@contextmanager
def running_store(patch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Run a store with the bucket `survey`; the environment says to this process and its children where it is."""
    app = pytest.importorskip("moto.moto_server.werkzeug_app", reason="moto[server] is not installed")
    serving = pytest.importorskip("werkzeug.serving")
    s3fs = pytest.importorskip("s3fs", reason="s3fs is not installed")

    class Quiet(serving.WSGIRequestHandler):  # type: ignore[misc, name-defined]  # a class of a library without types
        def log(self, *_: object) -> None:
            """Say nothing."""

    store = Store(app.DomainDispatcherApplication(app.create_backend_app))
    server = serving.make_server("127.0.0.1", 0, store, threaded=True, request_handler=Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    store.endpoint = f"http://127.0.0.1:{server.port}"
    named = {
        "ENDPOINT_URL": store.endpoint,
        "ACCESS_KEY_ID": "x",
        "SECRET_ACCESS_KEY": "y",
        "DEFAULT_REGION": "us-east-1",
    }
    for name, value in named.items():
        patch.setenv(f"AWS_{name}", value)
    # Children of this process leave it to freetext to try again, whose pauses are shorter than those of the store's package.
    patch.setenv("FSSPEC_S3", '{"config_kwargs": {"retries": {"max_attempts": 0}}}')
    try:
        s3fs.S3FileSystem.clear_instance_cache()
        s3fs.S3FileSystem().makedirs("survey", exist_ok=True)
        yield store
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
