"""Bytes -> text, or the reason why not, in words a person can act on.

Belongs here: what can be wrong with a file's bytes and with the language of its text. Does not belong here: which
files are looked at (sources).
"""

from __future__ import annotations

import re
from functools import cache

import pycountry
from charset_normalizer import from_bytes
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from pipeline.read.phrases import ENGLISH_WORDS

MAX_BYTES = 10_000_000
"""Larger files are not documents that a person wrote; the limit keeps one file from holding up a build."""
MIN_WORDS = 40
MIN_LETTERS = 200
"""Fewer words that also have fewer letters do not tell a language (scripts without spaces have few words)."""
MIN_ENGLISH_SHARE = 0.06
"""Share of English function words (phrases.ENGLISH_WORDS) below which a text is put to the classifier. In 400 news,
official and encyclopedia texts the share lay between 0.16 and 0.58; in other languages it is next to 0."""

_WORDS = re.compile(r"[^\W\d_]+")


class Unusable(Exception):
    """A file that cannot be read. check: a short name of the rule that it breaks."""

    def __init__(self, check: str, reason: str) -> None:
        super().__init__(reason)
        self.check = check
        self.reason = reason


def decode(data: bytes) -> str:
    """The text of a file, line ends and byte order mark included. Raises Unusable."""
    if len(data) > MAX_BYTES:
        raise too_large(len(data))
    if not data.strip(b" \t\r\n\x0b\x0c\xef\xbb\xbf"):
        raise Unusable("empty", "the file is empty; fetch it again or remove it")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unusable("encoding", f"the file is UTF-16; convert it with {_command('UTF-16')}")
    nul = data.find(b"\0")
    if nul >= 0:
        raise Unusable("binary", f"the file is not text (NUL at byte {nul}); save the page as .txt, .md or .html")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error) from error


def too_large(size: int) -> Unusable:
    """The error for a file of `size` bytes."""
    return Unusable(
        "too_large",
        f"the file has {size / 1e6:.1f} MB, the limit is {MAX_BYTES / 1e6:.0f} MB; split it into documents",
    )


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> Unusable:
    at = error.start
    if error.reason == "unexpected end of data" and len(data) - at < 4:
        return Unusable(
            "truncated", f"the file ends inside a character at byte {at}: it was cut off; fetch the whole file again"
        )
    best = from_bytes(data[max(0, at - 20_000) : at + 20_000]).best()
    name = best.encoding if best else None
    if name in (None, "utf_8", "ascii"):
        return Unusable("encoding", f"byte {at} is not valid UTF-8 and fits no known encoding; fetch the file again")
    return Unusable(
        "encoding", f"byte {at} is not valid UTF-8; the file looks like {name}: convert it with {_command(str(name))}"
    )


def _command(encoding: str) -> str:
    return f"`iconv -f {encoding.upper().replace('_', '-')} -t UTF-8 OLD > NEW`"


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def check_language(prose: str) -> None:
    """Raise Unusable when the document's own words are not English.

    Both the classifier and the share of English function words must say so, and words with a capital do not count:
    names in other languages alone do not make a text foreign.
    """
    words = [w for w in _WORDS.findall(prose) if not w[0].isupper()]
    if len(words) < MIN_WORDS and sum(map(len, words)) < MIN_LETTERS:
        return
    if sum(w in ENGLISH_WORDS for w in words) >= MIN_ENGLISH_SHARE * len(words):
        return
    code, _ = _identifier().classify(" ".join(words[:4000]))
    if code == "en":
        return
    language = pycountry.languages.get(alpha_2=code) or pycountry.languages.get(alpha_3=code)
    raise foreign(language.name if language else code)


def foreign(language: str) -> Unusable:
    """The error for a text in another language than English."""
    return Unusable("language", f"the text is in {language}, and only English is read; translate it or remove it")
