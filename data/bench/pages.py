"""Pages and notebook views in a real browser, with outside judges: vnu for the HTML, Lighthouse, links that land.

    apt-get install chromium default-jre-headless
    npm install --prefix HOME playwright-core lighthouse chrome-launcher vnu-jar
    python data/bench/pages.py HOME [--articles FILE] [--only ID ...] [--keep FOLDER]

Without ``--articles``, the sample articles; with it, a JSON Lines file of {id, title, text}. A hostile article is
always added, whose text, title and settings hold markup. At 390 and 1280 pixels: no error on the console, no dialogue,
no request to elsewhere, no sideways scrolling, every contents link lands. Exit status 1 if anything is wrong: an HTML
error, trouble in the browser, SEO or accessibility under 100, best practices under 95.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import seo_fr

SAMPLES = Path(__file__).resolve().parents[1] / "articles"
FLOORS = {"seo": 100, "accessibility": 100, "best-practices": 95}
HOSTILE = (
    '<script>alert(1)</script> {{7*7}} {% raw %} ]]> "onmouseover=alert(1) x=" <img src=x onerror=alert(1)> '
    "--> <!-- wp:html --> </textarea></title></style> [gallery]"
)
VIEW = """<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Vue</title></head><body>
{view}
</body></html>
"""


def main() -> int:
    """Make the pages, have them judged, print a line each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("home", type=Path, help="folder that holds node_modules")
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--only", nargs="*", default=())
    parser.add_argument("--keep", type=Path, help="folder for the pages")
    args = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        parser.error("chromium is not installed")
    with tempfile.TemporaryDirectory() as scratch:
        folder = args.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for name, result in rewrites(args.articles, args.only):
            (folder / f"{name}.html").write_text(result.to_page(), encoding="utf-8")
            (folder / f"{name}.notebook.html").write_text(VIEW.format(view=result._repr_html_()), encoding="utf-8")
        judge = Path(__file__).with_suffix(".mjs")
        done = subprocess.run(
            ["node", str(judge), str(args.home), chromium, str(folder)], capture_output=True, text=True, check=False
        )
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        return 1
    return max((verdict(json.loads(line)) for line in done.stdout.splitlines()), default=1)


def rewrites(articles: Path | None, only: list[str]) -> Iterator[tuple[str, seo_fr.Rewrite]]:
    """Each article rewritten, then the hostile one."""
    if articles:
        rows = [json.loads(line) for line in articles.read_text(encoding="utf-8").splitlines()]
    else:
        rows = [
            {"id": p.stem, "text": p.read_text(encoding="utf-8"), "title": ""} for p in sorted(SAMPLES.glob("*.txt"))
        ]
    settings = seo_fr.Settings(
        author="Claire Martin",
        site_name="Le Journal",
        url="https://exemple.fr/article",
        breadcrumbs=(("Accueil", "https://exemple.fr/"),),
    )
    for row in rows:
        if not only or row["id"] in only:
            yield row["id"], seo_fr.rewrite(row["text"], title=row["title"] or None, settings=settings)
    title, opening, *rest = (SAMPLES / "verrerie-relance.txt").read_text(encoding="utf-8").strip().split("\n\n")
    text = "\n\n".join([f"{title} {HOSTILE}", opening, f"L’entreprise a dit {HOSTILE}.", *rest])
    hostile = settings.with_(author=HOSTILE, site_name=HOSTILE, breadcrumbs=((HOSTILE, "javascript:alert(1)"),))
    yield "hostile", seo_fr.rewrite(text, settings=hostile.with_(input_format="text"))


def verdict(row: dict) -> int:
    """Print what was found of a page; 1 if something is wrong."""
    low = [f"{name} {score}" for name, score in row.get("scores", {}).items() if score < FLOORS[name]]
    wrong = [*row["errors"], *row["trouble"], *low]
    scores = ", ".join(f"{name} {score}" for name, score in row.get("scores", {}).items())
    found = f"{len(row['errors'])} errors, {row['links']} links land, {scores or 'view'}"
    print(f"{row['name']:44} {found}", *wrong, sep="\n  ! ")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
