"""What the package exposes is what it says it exposes, and it is light to import."""

import subprocess
import sys

import seo_fr


def test_all_is_sorted_and_true() -> None:
    assert list(seo_fr.__all__) == sorted(seo_fr.__all__)
    assert all(hasattr(seo_fr, name) for name in seo_fr.__all__)


def test_nothing_else_is_public() -> None:
    modules = {"batch", "checks", "composition", "errors", "french", "model", "nlp", "pipeline", "reading", "rendering",
               "resources", "result", "rewriting", "scoring", "settings", "topics", "understanding", "cli"}  # fmt: skip
    public = {name for name in vars(seo_fr) if not name.startswith("_")} - modules
    assert public <= set(seo_fr.__all__)


def test_import_loads_no_heavy_library() -> None:
    code = (
        "import sys, seo_fr; heavy = {'spacy', 'textstat', 'nltk', 'numpy', 'jinja2', 'lxml', 'typer', 'rich', 'tqdm'};"
        "print(sorted({m.split('.')[0] for m in sys.modules} & heavy))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_import_is_fast() -> None:
    """Under 100 ms, the best of five, by Python's own account (-X importtime)."""
    times = []
    for _ in range(5):
        done = subprocess.run(
            [sys.executable, "-X", "importtime", "-c", "import seo_fr"], capture_output=True, text=True, check=True
        )
        line = next(row for row in reversed(done.stderr.splitlines()) if row.endswith("| seo_fr"))
        times.append(int(line.split("|")[1]))
    assert min(times) < 100_000, f"{min(times)} µs"


def test_every_public_name_is_documented() -> None:
    for name in seo_fr.__all__:
        value = getattr(seo_fr, name)
        assert name == "__version__" or (value.__doc__ or "").strip(), name
