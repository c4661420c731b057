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
    """Under 100 ms of processor time: the wall time of ``-X importtime`` tells of what else the machine does."""
    code = "import time; start = time.process_time(); import seo_fr; print(time.process_time() - start)"
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(3)]
    assert min(float(done.stdout) for done in runs) < 0.1


def test_every_public_name_is_documented() -> None:
    for name in seo_fr.__all__:
        value = getattr(seo_fr, name)
        assert name == "__version__" or (value.__doc__ or "").strip(), name
