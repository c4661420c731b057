"""No module imports from a higher floor."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "seo_fr"
FLOORS = {
    "model": 0, "settings": 0, "errors": 0, "resources": 0, "_version": 0,
    "reading": 1, "nlp": 1, "french": 1,
    "understanding": 2,
    "topics": 3,
    "rewriting": 4,
    "composition": 5,
    "scoring": 6,
    "rendering": 7,
    "checks": 8, "result": 8, "pipeline": 8, "batch": 8,
    "cli": 9, "__init__": 9,
}  # fmt: skip


def part_of(path: Path) -> str:
    relative = path.relative_to(PACKAGE)
    return relative.parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "seo_fr":
            names = node.module.split(".")
            found |= {names[1]} if len(names) > 1 else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {a.name.split(".")[1] for a in node.names if a.name.startswith("seo_fr.")}
    return found


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_imports_only_from_its_own_floor_or_lower(path: Path) -> None:
    own = FLOORS[part_of(path)]
    above = {name for name in imports(path) if FLOORS[name] > own}
    assert not above


def test_only_nlp_imports_spacy() -> None:
    users = {
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Import) and any(a.name.split(".")[0] == "spacy" for a in node.names))
        or (isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "spacy")
    }
    assert users <= {"nlp.py", "pipeline.py"}  # pipeline names the type alone, under TYPE_CHECKING
