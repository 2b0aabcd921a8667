"""Words by which a page's furniture and sections, and the ends of sentences, are told: data, no code.

Entries name kinds of page parts, titles and abbreviations, never a site, a person or an event. Phrases are lower
case and parted by bars.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in text.split("|"))


REFERENCE_SECTIONS = _phrases(
    """
    bibliography | citations | citations and notes | endnotes | explanatory notes | footnotes | list of references |
    literature cited | notes | notes and references | reference | references | references and notes |
    select bibliography | selected bibliography | source | sources | sources cited | works cited
    """
)
"""Headings of lists of which each entry is a reference."""

ASIDE_SECTIONS = _phrases(
    """
    additional reading | archives | categories | contents | external links | external links and references | for
    further reading | further reading | gallery | in this article | more information | navigation | on this page |
    photo gallery | quick links | reading list | recent comments | recommended reading | related links | related
    topics | resources | see also | share this | site map | suggested reading | suggested readings | table of contents
    | useful links
    """
)
"""Headings of parts that are not the document's own statements; the next heading ends them."""

READING_SECTIONS = _phrases(
    """
    additional reading | external links and references | for further reading | further reading | reading list |
    recommended reading | resources | suggested reading | suggested readings
    """
)
"""Those of them that may list works beside links: a work is a reference, a link is none."""

CONTENTS = _phrases("contents | table of contents | in this article | on this page")
"""Those of them that stand above a table of contents: running text ends it too."""

TAIL_CUES = _phrases(
    """
    about the author | about this author | add a comment | also read | discover more from | filed under | join the
    conversation | latest news | latest posts | latest stories | leave a comment | leave a reply | leave a reply
    cancel reply | more from this author | more like this | more news | more on this story | more stories | most
    popular | most read | most viewed | next article | next post | popular posts | post a comment | post navigation
    | previous article | previous post | read also | read next | recent posts | recommended | recommended for you |
    recommended stories | related articles | related content | related coverage | related news | related posts |
    related reading | related research articles | related stories | sign up for our newsletter | subscribe to our
    newsletter | tags | trending | trending now | you may also like | you might also like
    """
)
"""Lines after which a page has no body any more (other articles, comments, footers)."""

FURNITURE = _phrases(
    """
    about | about us | accept | accept all | accept cookies | accessibility | advertise | advertise with us |
    advertisement | advertisements | advertising | all rights reserved | archives | article | back | back to top |
    breadcrumb | california consumer privacy act (ccpa) | cancel reply | careers | categories | close | close menu |
    comments | contact | contact us | continue reading | cookie policy | cookie privacy policy | cookies | copy link
    | disclaimer | dmca | donate | download | download pdf | e-mail | edit | email | enlarge | enlarge image |
    facebook | follow | follow us | go to desktop version | go to mobile version | hide | home | instagram | jump to
    navigation | jump to search | last updated | learn more | legal | legal pages | like | likes | linkedin | listen
    | listen to this article | load more | loading | loading... | log in | login | main menu | manage cookies | menu
    | more | newsletter | newsletters | next | no comments | no result | open menu | pdf | photo gallery | pin |
    prev | previous | print | print this page | privacy | privacy policy | read | read more | reddit | register |
    reply | search | see all | share | share on facebook | share on facebookshare on twitter | share on linkedin |
    share on twitter | share on whatsapp | share on x | share this | share this article | share this post | share
    via email | shares | show | show less | show more | sign in | sign up | site map | sitemap | skip to content |
    skip to main content | skip to navigation | sponsored | sponsored content | subscribe | subscribe now | talk |
    telegram | terms | terms and conditions | terms of service | terms of use | toggle | toggle navigation | toggle
    the table of contents | tweet | twitter | uncategorized | view all | view all result | view all results | view
    history | views | whatsapp | x | youtube
    """
)
"""Whole lines that are menus, buttons, counters or footers."""

NOTICE_LABELS = _phrases(
    """
    related | read also | also read | see also | read more | more on this | filed under | coordinates | main article
    | main articles | further information | posted in | download
    """
)
"""Words that, with a colon, open a line that leads elsewhere."""

NOTICE_OPENINGS = _phrases(
    """
    sign up for | sign up to | subscribe to | get the latest | follow us on | like us on | click here
    | this site uses cookies | this website uses cookies | our website uses cookies | we use cookies
    | by continuing to use | by continuing to browse | an official website of
    | here's how you know | here’s how you know
    | official websites use | from wikipedia, the free | jump to navigation | jump to search | for other uses
    | not to be confused with | this article is about | this article needs | this article may
    | this article has multiple issues | part of a series on | share this | view comments | view all comments
    | all rights reserved | reprinted with permission | download pdf | download the pdf | download the full report
    """
)
"""Openings of short lines by which a site speaks to its readers."""

CAPTION_HEADS = _phrases(
    """
    coat of arms | emblem | flag | image | insignia | logo | map | photo | photograph | picture | portrait | seal
    """
)
"""Nouns that open the caption of a picture when a short line stands alone."""

IMAGE_SUFFIXES = ("jpg", "jpeg", "png", "svg", "gif", "webp", "tif", "tiff", "bmp")

TITLES = _words(
    """
    Adm Amb Apr Aug Brig Capt Cdr Cmdr Col Cpl Dec Dr Feb Fr Ft Gen Gov Hon Insp Jan Jul Jun Lieut Lt Maj Mar Messrs
    Mlle Mme Mr Mrs Ms Mt Mx Nov Oct Pres Prof Rep Reps Rev Sen Sens Sep Sept Sgt St Ste Supt
    """
)
"""Titles and name parts that a name follows, and months: with a capital, they never end a sentence."""

NEVER_FINAL = _words(
    """
    al approx ca cf circa e.g eg i.e ie op v viz vs
    """
)
"""Abbreviations (without the last full stop) that the same sentence goes on after."""

BEFORE_FIGURE = _words(
    """
    art arts c ch ed fig figs no nos p par para paras pp pt sec ver vol vols
    """
)
"""Abbreviations only where a figure follows; words or initials elsewhere."""

MAYBE_FINAL = _words(
    """
    a.m assn b.a bros co corp d.c dept e.u esq est etc govt inc jr ltd m.a m.d no p.m ph.d sr u.k u.n u.s u.s.a
    u.s.s.r
    """
)
"""Abbreviations that end a sentence only where a word that opens sentences follows."""

OPENERS = _words(
    """
    a according additionally after all also although among an and another as at because before between both but by
    despite during each every finally following for from furthermore he her here his how however i if in instead it
    its later many meanwhile moreover most my nevertheless nonetheless nor of on one or other our over several she
    since so some such that the their then there therefore these they this those though three through thus to today
    two under until we what when where while who why with yet you
    """
)
"""Words that, with a capital, open a sentence and are no part of a name."""

SMALL_WORDS = _words(
    """
    a an and as at by for from in into of on or per the to towards under via vs with within
    """
)
"""Words that stay small in a heading written in capitals."""

ENGLISH_WORDS = _words(
    """
    after also and are been by for from has have his its not of our said that the their they this to were which who
    with would
    """
)
"""Function words whose share tells English from other languages; none is common in another European language."""
