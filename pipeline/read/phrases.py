"""Words by which a page's furniture and sections are told from its body: data, no code.

All entries are lower case. They name kinds of page parts, never a site, a person or an event.
"""

from __future__ import annotations

REFERENCE_SECTIONS = frozenset(
    {
        "references", "reference", "notes", "footnotes", "endnotes", "citations", "works cited", "bibliography",
        "literature cited", "notes and references", "references and notes", "sources", "sources cited",
        "explanatory notes", "citations and notes", "list of references",
    }
)  # fmt: skip
"""Headings of lists of which each entry is a reference."""

ASIDE_SECTIONS = frozenset(
    {
        "see also", "external links", "external links and references", "further reading", "contents",
        "table of contents", "on this page", "in this article", "navigation", "resources", "useful links",
        "related links", "related topics", "more information", "gallery", "photo gallery", "share this", "quick links",
        "site map", "categories", "archives", "recent comments",
    }
)  # fmt: skip
"""Headings of parts that are not the document's own statements; the next heading ends them."""

TAIL_CUES = frozenset(
    {
        "related research articles", "related articles", "related posts", "related stories", "related news",
        "related content", "related coverage", "related reading", "you may also like", "you might also like",
        "more from this author", "more stories", "more news", "more on this story", "more like this", "read next",
        "read also", "also read", "recommended for you", "recommended", "recommended stories", "most read",
        "most popular", "most viewed", "popular posts", "trending", "trending now", "latest news", "latest posts",
        "latest stories", "recent posts", "previous post", "next post", "previous article", "next article",
        "leave a reply", "leave a comment", "leave a reply cancel reply", "post a comment", "add a comment",
        "post navigation", "about the author", "about this author", "subscribe to our newsletter",
        "sign up for our newsletter", "join the conversation", "discover more from", "tags", "filed under",
    }
)  # fmt: skip
"""Lines after which a page has no body any more (other articles, comments, footers)."""

FURNITURE = frozenset(
    {
        "home", "contact", "contact us", "about", "about us", "menu", "search", "skip to content",
        "skip to main content", "skip to navigation", "jump to navigation", "jump to search", "toggle",
        "toggle navigation", "toggle the table of contents", "main menu", "legal pages", "legal", "privacy",
        "privacy policy", "cookie policy", "cookie privacy policy", "cookies", "terms", "terms of use",
        "terms of service", "terms and conditions", "dmca", "california consumer privacy act (ccpa)", "disclaimer",
        "accessibility", "sitemap", "site map", "careers", "advertise", "advertise with us", "advertisement",
        "advertisements", "advertising", "sponsored", "sponsored content", "no result", "view all result",
        "view all results", "see all", "view all", "load more", "show more", "show less", "read more", "learn more",
        "continue reading", "more", "share", "shares", "views", "comments", "no comments", "like", "likes", "tweet",
        "pin", "email", "e-mail", "print", "facebook", "twitter", "x", "linkedin", "whatsapp", "telegram", "reddit",
        "instagram", "youtube", "copy link", "share on facebook", "share on twitter", "share on x",
        "share on linkedin", "share on whatsapp", "share via email", "share on facebookshare on twitter",
        "share this", "share this article", "share this post", "log in", "login", "sign in", "sign up", "register",
        "subscribe", "subscribe now", "newsletter", "newsletters", "donate", "follow us", "follow", "back to top",
        "back", "next", "previous", "prev", "go to mobile version", "go to desktop version", "last updated", "edit",
        "talk", "article", "view history", "read", "listen", "listen to this article", "download", "download pdf",
        "pdf", "print this page", "breadcrumb", "loading", "loading...", "close", "open menu", "close menu",
        "all rights reserved", "accept", "accept all", "accept cookies", "manage cookies", "categories", "archives",
        "photo gallery", "enlarge", "enlarge image", "hide", "show", "reply", "cancel reply", "uncategorized",
    }
)  # fmt: skip
"""Whole lines that are menus, buttons, counters or footers."""

CAPTION_HEADS = frozenset(
    {
        "flag", "map", "photo", "photograph", "picture", "portrait", "image", "logo", "seal", "emblem", "insignia",
        "coat of arms",
    }
)  # fmt: skip
"""Nouns that open the caption of a picture when a short line stands alone."""

IMAGE_SUFFIXES = ("jpg", "jpeg", "png", "svg", "gif", "webp", "tif", "tiff", "bmp")
