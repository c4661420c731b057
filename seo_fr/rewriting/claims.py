"""What each speaker of the source says or asks for, as a short predicate: « réfute l’idée d’un prêt »."""

from __future__ import annotations

from seo_fr.rewriting.context import Context
from seo_fr.rewriting.reported import reported_claims
from seo_fr.rewriting.speaking import Claim
from seo_fr.rewriting.stands import acts


def claims(ctx: Context) -> tuple[Claim, ...]:
    """All claims of the source that can be told by themselves, in order."""
    found = [*reported_claims(ctx), *acts(ctx)]
    out: list[Claim] = []
    for claim in sorted(found, key=lambda c: (c.sid, c.at)):
        if not any(c.sid == claim.sid and abs(c.at - claim.at) < 12 for c in out):
            out.append(claim)
    return tuple(out)


__all__ = ["Claim", "claims"]
