"""One question to a server: conditional, bounded, and each way it can fail as a sentence."""

import logging
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from http import HTTPStatus

import httpx

from newsroom.wire.fetching.answers import Answer, FetchError, Unchanged
from newsroom.wire.fetching.connecting import Deadline, VettedBackend, VettedTransport
from newsroom.wire.fetching.headers import links, max_age, retry_after
from newsroom.wire.fetching.limits import MOST_REDIRECTS, Limits
from newsroom.wire.fetching.reading import read_bounded

AGENT = "newsroom-desk (feed reader)"
ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml, */*;q=0.5"
)
LONGEST_HEADER = 500

# It would write every address into the log, with the keys and passwords that stand in some.
logging.getLogger("httpx").setLevel(logging.WARNING)

SENTENCES: dict[int, str] = {
    HTTPStatus.UNAUTHORIZED: "The server answered 401: name or password are missing or wrong.",
    HTTPStatus.FORBIDDEN: "The server answered 403: it does not let us read this.",
    HTTPStatus.NOT_FOUND: "The server answered 404: there is nothing at this address.",
    HTTPStatus.GONE: "The server answered 410: the feed is gone for good.",
    HTTPStatus.TOO_MANY_REQUESTS: "The server answered 429: it is asked too often.",
}
"""What is said beyond the number."""


@dataclass(frozen=True)
class Asked:
    """The address, and what the last answer from there was marked with."""

    address: str
    etag: str = ""
    last_modified: str = ""


def ask(asked: Asked, limits: Limits) -> Answer | Unchanged:
    """Raises FetchError. Opens no transaction, and belongs inside none."""
    marks = {"If-None-Match": asked.etag, "If-Modified-Since": asked.last_modified}
    headers = {name: value for name, value in marks.items() if value}
    with _answer("GET", asked.address, limits, headers={"Accept": ACCEPT, **headers}) as given:
        if given.status_code == HTTPStatus.NOT_MODIFIED and headers:
            return Unchanged(max_age(given.headers.get("cache-control", "")))
        _refuse_unless_good(given)
        offered = links(given.headers.get("link", ""))
        return Answer(
            body=_body(given, limits),
            etag=_mark(given, "etag"),
            last_modified=_mark(given, "last-modified"),
            wait=max_age(given.headers.get("cache-control", "")),
            hub=offered.get("hub", ""),
            topic=offered.get("self", ""),
        )


def tell(address: str, form: Mapping[str, str], limits: Limits) -> None:
    """Send a form to a server that has to agree to it; raises FetchError."""
    with _answer("POST", address, limits, data=dict(form)) as given:
        _refuse_unless_good(given)


@contextmanager
def _answer(
    method: str, address: str, limits: Limits, **request: dict[str, str]
) -> Iterator[httpx.Response]:
    try:
        with _client(limits) as client, client.stream(method, address, **request) as given:  # type: ignore[arg-type]  # headers or a form
            yield given
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        raise FetchError(_in_words(error, limits)) from error


def _client(limits: Limits) -> httpx.Client:
    backend = VettedBackend(limits, Deadline(limits.total))
    patience = httpx.Timeout(limits.between_bytes, connect=limits.connect)
    return httpx.Client(
        transport=VettedTransport(backend, _trusted()),
        headers={"User-Agent": AGENT, "Accept-Encoding": "gzip"},
        timeout=patience,
        follow_redirects=True,
        max_redirects=MOST_REDIRECTS,
        trust_env=False,
    )


@cache
def _trusted() -> ssl.SSLContext:
    """Made once, for it reads every authority; SSL_CERT_FILE may name a newsroom's own."""
    return httpx.create_ssl_context()


def _refuse_unless_good(given: httpx.Response) -> None:
    if given.is_success:
        return
    code = given.status_code
    wait = retry_after(given.headers.get("retry-after", ""), datetime.now(UTC))
    raise FetchError(SENTENCES.get(code, f"The server answered {code}."), wait)


def _body(given: httpx.Response, limits: Limits) -> bytes:
    encoding = given.headers.get("content-encoding", "")
    return read_bounded(given.iter_raw(), encoding, limits.most_bytes)


def _mark(given: httpx.Response, name: str) -> str:
    """Empty where it is too long to be sent back whole."""
    value = str(given.headers.get(name, ""))
    return value if len(value) <= LONGEST_HEADER and value.isprintable() else ""


def _in_words(error: Exception, limits: Limits) -> str:
    """Never the error's own words: they may hold the address and its password."""
    if isinstance(error, httpx.ConnectTimeout):
        return f"It did not answer within {limits.connect:g} seconds."
    if isinstance(error, httpx.TimeoutException):
        return f"It did not answer within {limits.between_bytes:g} seconds."
    if isinstance(error, httpx.TooManyRedirects):
        return f"It led on to another address more than {MOST_REDIRECTS} times."
    if isinstance(error, httpx.ConnectError):
        return _why_no_connection(error)
    if isinstance(error, httpx.RemoteProtocolError | httpx.ReadError | httpx.WriteError):
        return "It broke off, or does not speak HTTP."
    return "It led to an address that cannot be asked."


def _why_no_connection(error: httpx.ConnectError) -> str:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return "Its certificate is not one that can be trusted."
        if isinstance(cause, ssl.SSLError):
            return "It does not speak TLS as it should."
        cause = cause.__cause__ or cause.__context__
    return "It cannot be reached."
