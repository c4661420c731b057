"""Write ``seo_fr/resources/knowledge.json``, the form in which the knowledge base is loaded, from its TOML files.

Run from the repository's root after any change of those files: ``python data/build_knowledge.py``.
"""

from __future__ import annotations

from pathlib import Path

from seo_fr.resources import knowledge


def main() -> None:
    entries = knowledge.read_sources()
    target = Path(knowledge.__file__).with_name(knowledge.CACHE)
    target.write_text(knowledge.serialise(entries), encoding="utf-8")
    print(f"{len(entries)} concepts in {len({entry.domain for entry in entries})} domains → {target}")


if __name__ == "__main__":
    main()
