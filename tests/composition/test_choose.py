"""What is taken, what is left: budgets, groups, repetition, and giving up a block that says too little."""

from __future__ import annotations

from collections import Counter

import pytest

from seo_fr.composition.brief import BlockDraft, Option
from seo_fr.composition.choose import Budget, Chooser
from seo_fr.composition.overlap import Repetition
from seo_fr.model import Piece


class Lenient:
    """A gate that lets everything pass: faithfulness is tested elsewhere."""

    def faults(self, piece: Piece) -> tuple[str, ...]:
        return ()


def option(text: str, *, origin: str = "restated", at: int = 0, group: int = -1, worth: float = 0.5) -> Option:
    sources = () if origin in {"background", "framing"} else (at,)
    return Option((Piece(text, origin, sources, "test"),), worth, at, group=group)  # type: ignore[arg-type]


def chooser(**spent: int) -> Chooser:
    budget = Budget(700, 756, 0.30, 0.10, Counter(spent))
    return Chooser(Lenient(), budget, Repetition())  # type: ignore[arg-type]


WORDS = " ".join(f"mot{k}" for k in range(60))
CASES = (  # (words spent by origin, option, taken?, why)
    ({"source": 300}, option(WORDS, origin="background"), True, "60 of 360 words are a sixth"),
    ({"source": 300, "background": 160}, option(WORDS, origin="background"), False, "220 words of 700 are over 30 %"),
    ({"source": 100}, option(WORDS, origin="background"), False, "60 of 160 words are over a third"),
    ({"source": 300, "framing": 30}, option(WORDS, origin="framing"), False, "90 words of 700 are over 10 %"),
    ({"source": 720}, option(WORDS), False, "long enough, and 60 more would be too long"),
    ({"source": 690}, option(WORDS), True, "still too short"),
)


@pytest.mark.parametrize(("spent", "wanted", "taken", "why"), CASES, ids=[c[3] for c in CASES])
def test_budget(spent: dict[str, int], wanted: Option, taken: bool, why: str) -> None:
    assert chooser(**spent).fits(wanted) is taken, why


def test_one_of_a_group_is_taken_and_source_order_is_kept() -> None:
    block = BlockDraft(
        "essentials",
        ("À retenir",),
        "list",
        (
            option("La mairie ferme la vieille piscine du quai", at=3, group=3, worth=0.9),
            option("Fermeture de la piscine du quai par la mairie", at=3, group=3, worth=0.8),
            option("Le pont rouvre au printemps après deux ans de travaux", at=1, group=1, worth=0.5),
        ),
        2,
        5,
    )
    assert [o.at for o in chooser(source=300).fill(block)] == [1, 3]


def test_a_block_with_too_little_to_say_gives_back_what_it_took() -> None:
    taker = chooser(source=300)
    lonely = option("Le pont rouvre au printemps après deux ans de travaux", at=1)
    assert taker.fill(BlockDraft("dates", ("Dates",), "list", (lonely,), 2, 5)) == ()
    assert taker.budget.total == 300
    assert taker.fits(lonely), "nothing of it was kept"


def test_a_source_sentence_is_restated_twice_at_most() -> None:
    taker = chooser(source=300)
    for text in ("Le pont rouvre au printemps", "Au printemps, deux ans après, la passerelle"):
        taker.take(option(text, at=1))
    assert not taker.fits(option("Une troisième fois la même nouvelle du quai", at=1))


def test_what_repeats_the_page_is_left_unless_it_is_a_displayed_quotation() -> None:
    taker = chooser(source=300)
    said = "Nous attendons cette passerelle depuis vingt ans"
    taker.repetition.add(f"« {said} », a rappelé la maire.")
    assert not taker.fits(option(said))
    assert taker.fits(Option((Piece(f"« {said} »", "restated", (0,), "quotations.blockquote"),), 0.5))
