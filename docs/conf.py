"""The documentation site, by Sphinx. What it shows of the library is made during the build, so it cannot go stale.

sphinx-build -W -b html docs site
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import seo_fr
from seo_fr.composition.templates import shipped_families
from seo_fr.settings import BLOCKS

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "seo_fr"
author = "The seo_fr authors"
version = release = seo_fr.__version__
language = "en"
extensions = ["myst_parser", "sphinx.ext.autodoc"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = "seo_fr"
html_static_path = ["_static"]
html_css_files = ["extra.css"]
html_show_sphinx = False
html_show_copyright = False
html_copy_source = False
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 88
autodoc_default_options = {"members": True, "show-inheritance": False}

ARTICLES = Path(__file__).resolve().parents[1] / "data" / "articles"
SAMPLES = {"recrutement-ia": "news", "passerelle-quais": "local news", "carte-stationnement": "how-to"}
FORMATS = {
    "page": ".html",
    "notebook view": ".notebook.html",
    "Markdown": ".md.txt",
    "WordPress": ".wp.txt",
    "JSON": ".json",
    "explained": ".explain.txt",
}
VIEW = """<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title></head><body>
{view}
</body></html>
"""


@cache
def rewritten(name: str) -> seo_fr.Rewrite:
    """A sample article, rewritten."""
    return seo_fr.rewrite((ARTICLES / f"{name}.txt").read_text(encoding="utf-8"))


def write_samples(app: Sphinx, error: Exception | None) -> None:
    """Put every format of the samples beside the pages, where these link to them."""
    if error or app.builder.format != "html":
        return
    folder = Path(app.outdir) / "samples"
    folder.mkdir(exist_ok=True)
    for name in SAMPLES:
        result = rewritten(name)
        written = {
            "page": result.to_page(),
            "notebook view": VIEW.format(title=f"Notebook view of {name}", view=result._repr_html_()),
            "Markdown": result.to_markdown(front_matter=True),
            "WordPress": result.to_wordpress(),
            "JSON": result.to_json(),
            "explained": result.explain(),
        }
        for form, text in written.items():
            (folder / f"{name}{FORMATS[form]}").write_text(text, encoding="utf-8")


def headings(name: str) -> str:
    """The headings of a sample, with its figures, as a text block."""
    result = rewritten(name)
    lines = ["  " * (heading.level - 1) + heading.text for heading in result.headings]
    ledger = ", ".join(f"{origin} {words}" for origin, words in result.ledger.to_dict().items())
    lines += ["", f"{result.word_count} words of {result.min_words} asked for ({ledger}); score {result.report.score}"]
    return "```text\n" + "\n".join(lines) + "\n```"


def link(name: str, form: str) -> str:
    """A link to one format of a sample."""
    return f'<a href="samples/{name}{FORMATS[form]}">{form}</a>'


def sample_list() -> str:
    """Every format of every sample."""
    return "\n".join(f"- {kind}: {', '.join(link(name, form) for form in FORMATS)}" for name, kind in SAMPLES.items())


def fill_in(_: Sphinx, __: str, content: list[str]) -> None:
    """Fill in what a page leaves to the library: ``<!-- headings of NAME -->``, ``<!-- blocks -->``…"""
    text = content[0]
    text = re.sub(r"<!-- headings of ([\w-]+) -->", lambda found: headings(found[1]), text)
    text = re.sub(r"<!-- ([\w ]+) of ([\w-]+) -->", lambda found: link(found[2], found[1]), text)
    text = text.replace("<!-- samples -->", sample_list())
    text = text.replace("<!-- template families -->", ", ".join(f"`{name}`" for name in shipped_families()))
    text = text.replace("<!-- blocks -->", ", ".join(f"`{name}`" for name in BLOCKS))
    # French marks keep to their words, except in code.
    prose = re.split(r"(^```.*?^```$)", text, flags=re.MULTILINE | re.DOTALL)
    prose[::2] = [part.replace("« ", "«\u00a0").replace(" »", "\u00a0»") for part in prose[::2]]
    content[0] = "".join(prose)


def setup(app: Sphinx) -> None:
    """Sphinx calls this once."""
    app.connect("source-read", fill_in)
    app.connect("build-finished", write_samples)
