"""Documents about trade between Chile and Norway, for the tests of trade facts. Belongs here: how they are coded."""

from __future__ import annotations

from pipeline.coding import trade
from pipeline.coding.actors import Registry
from pipeline.language.parser import parse
from pipeline.read.markdown import read_markdown
from pipeline.read.model import Document
from pipeline.read.sentences import sentences

ABOUT = "# Chile and Norway\n\nChile met Norway. Norway met Chile.\n\n"


def figures(text: str) -> list[tuple]:
    """Indicator, reporter, partner, commodity and value of the trade facts of a text in Markdown, sorted."""
    blocks = read_markdown(text)
    document = Document("d", "d.md", "0" * 64, text, "original", blocks=blocks, sentences=sentences(text, blocks))
    parsed = next(iter(parse([document])))
    found = trade.code(parsed, Registry(parsed))
    return sorted(((f.indicator, f.reporter, f.partner, f.commodity, f.value) for f in found), key=str)
