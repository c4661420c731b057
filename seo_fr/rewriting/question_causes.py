"""Questions on causes, aims and motives, asked only where the source states them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seo_fr.french import a, de, elide, le, noun_gender
from seo_fr.model import Token
from seo_fr.rewriting.asking import Fact, ask, present
from seo_fr.rewriting.context import Context
from seo_fr.rewriting.naming import phrase
from seo_fr.rewriting.nominal import action_nouns
from seo_fr.rewriting.question_wording import a_inf, both_to, brief, definite, of_cause
from seo_fr.rewriting.questions import Draft, SentenceRule, settings
from seo_fr.rewriting.stretches import loose_words, several, stretch, told
from seo_fr.rewriting.subjects import POSSESSIVES

LONGEST = 20
"""Words of a cause or an aim."""


def stated_cause(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« X est dû à Y », « X s’explique par Y », « X a été provoqué par Y »."""
    clause = fact.clause
    lemma = clause.verb.lemma.lower()
    word = clause.verb.text.lower()
    doubtful = clause.tense == "conditional" and fact.finite.lower() in {"serait", "seraient"}
    if not (fact.certain or doubtful) or clause.negated:
        return
    due = word in {"dû", "due", "dus", "dues"}
    explained = lemma == "expliquer" and clause.reflexive
    caused = clause.passive and lemma in settings()["causes"]
    if not (due or explained or caused):
        return
    heads = {"à", "au", "aux"} if due else {"par"}
    at = next((c for c in clause.after if c.tokens[0].text.lower() in heads), None)
    if at is None:
        return
    first = at.tokens[0]
    text = stretch(ctx, first.start, clause.sid)
    cause = of_cause(text if first.text.lower() in {"au", "aux"} else text[len(first.text) :].strip())
    cause = re.sub(r"\bet (?:à|par) (?=l[ea’]|une?\b|des\b)", "et ", cause)
    cause = re.sub(r"\bet au ", "et le ", re.sub(r"\bet aux ", "et les ", cause))
    if not cause or len(cause.split()) > LONGEST or loose_words(cause):
        return
    if caused and doubtful:
        return
    lacking = re.match(r"les (?P<sum>\d.*?) manquants?(?: à l’appel)?$", fact.subject.replace("'", "’"))
    if due and lacking:
        question = f"Pourquoi manque-t-il {lacking['sum']} ?"
    elif due:
        verb = fact.verb if fact.verb.endswith(word) else f"{fact.verb} {word}"
        question = f"À quoi {verb} {fact.subject} ?"
    elif explained:
        question = f"Comment {fact.verb} {fact.subject} ?"
    else:
        question = f"Qu’est-ce qui {active(fact)} {fact.subject} ?"
    plural = several(cause)
    be, explain = ("sont", "expliquent") if plural else ("est", "explique")
    if doubtful:
        be, explain = ("seraient", "expliqueraient") if plural else ("serait", "expliquerait")
    answers = [
        told(f"{shown} {frame}", fact)
        for shown in dict.fromkeys((cause, definite(cause)))
        for frame in (f"{be} à l’origine {de(fact.subject)}", f"{explain} {fact.subject}")[:: -1 if explained else 1]
    ]
    if (due or explained) and not doubtful:
        holds = "tiennent" if fact.number == "p" else "tient"
        shown = [f"{definite(cause)}{marked(ctx, at.tokens, cause)}", definite(cause)]
        answers = [told(f"{fact.subject} {holds} {both_to(x)}", fact) for x in dict.fromkeys(shown)] + answers
    if lemma == "expliquer" and caused:  # an explanation is no cause
        answers = [told(f"{shown} explique {fact.subject}", fact) for shown in dict.fromkeys((cause, definite(cause)))]
    if fact.front:
        answers = [f"{fact.front}, {x}" for x in answers]
    answers += (
        []
        if doubtful or fact.front
        else [
            told(a(definite(cause)) if due else definite(cause), fact),
            told(a(cause) if due else cause, fact),
        ]
    )
    yield Draft("cause", question, tuple(answers), 0.95)


MARK_RE = re.compile(r"\s+qui se caractérise(?P<p>nt)? par (?P<what>[^,;:.()]+?)\s*[.,;]")


def marked(ctx: Context, tokens: Sequence[Token], cause: str) -> str:
    """« , caractérisé par la vente de Y », where « qui se caractérise par » follows a cause; or "".

    Only where all the nouns that it might be said of agree alike: it then stays as open as in the source.
    """
    sentence = ctx.sentence(tokens[0].sentence)
    text = ctx.text[tokens[0].start : sentence.end].replace("'", "’")
    match = MARK_RE.search(text)
    if match is None or match["p"] or not text[: match.start()].endswith(cause.rsplit(" ", 1)[-1]):
        return ""
    if loose_words(match["what"]):
        return ""
    start = tokens[0].start + match.start()
    nouns = [t for t in ctx.tokens(sentence.id) if tokens[0].start <= t.start < start and t.pos == "NOUN"]
    genders = {noun_gender(t.lemma.lower()) for t in nouns}
    if len(genders) != 1 or "" in genders:
        return ""
    return f", caractérisé{'e' if genders == {'f'} else ''} par {match['what']}"


def active(fact: Fact) -> str:
    """« a provoqué » for « a été provoqué »; the present for a passive in the present."""
    verb, lemma = fact.clause.verb, fact.clause.verb.lemma.lower()
    masculine = re.sub(r"(?<=[éiust])(?:e|es|s)$", "", verb.text)
    if fact.clause.tense == "past":
        return f"a {masculine}"
    if fact.clause.tense == "pluperfect":
        return f"avait {masculine}"
    return present(lemma)


CAUSE_RE = re.compile(
    r"(?<!la )\b(?P<prep>en raison d(?:e|es|u)|à cause d(?:e|es|u)|faute de|suite (?:à|aux?)|grâce (?:à|aux?)|"
    r"en raison d[’']|à cause d[’']|faute d[’'])\s*"
)
ARTICLES = {"du": "le ", "des": "les ", "au": "le ", "aux": "les "}


def adverbial_cause(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« … en raison de Y », « … à cause de Y », « … suite à Y »."""
    clause = fact.clause
    start = clause.verb.end
    match = CAUSE_RE.search(ctx.text, start, ctx.sentence(clause.sid).end)
    if match is None or not fact.certain or clause.negated or clause.tense in {"other"}:
        return
    between = ctx.text[start : match.start()].rstrip(" ,")
    if re.search(r"[;:.(]|,(?!\d)|\b(?:qui|que|et|mais|dont|où)\b", between):
        return
    text = stretch(ctx, match.end(), clause.sid)
    prep = match["prep"].replace("'", "’")
    cause = ARTICLES.get(prep.rsplit(" ", 1)[-1], "") + text
    if not text or len(cause.split()) > LONGEST or loose_words(cause):
        return
    rest = middle(ctx, fact, match.start())
    if rest is None:
        return
    if prep.startswith("grâce"):
        if clause.verb.lemma.lower() == "pouvoir" and rest and not re.match(r"(?:la|le|les|l’)", cause):
            means = tuple(told(x, fact) for x in (f"Au moyen {de(cause)}", f"Avec {cause}"))
            yield Draft("means", ask("Comment", fact, [*rest, fact.front], plain=False), means, 0.75)
        return
    answers = []
    bare = not re.match(r"(?:une?|des|les?|la|l’|du)\b", cause)
    effect = "" if bare else effect_of(fact, rest)
    if effect:
        for shown in dict.fromkeys((cause, brief(cause))):
            if clause.tense == "past":
                answers.append(told(f"{shown} {'ont' if several(shown) else 'a'} entraîné {effect}", fact))
            answers.append(told(f"{shown} {'sont' if several(shown) else 'est'} à l’origine {de(effect)}", fact))
            answers.append(told(f"{shown} {'expliquent' if several(shown) else 'explique'} {effect}", fact))
    undergoes = clause.verb.lemma.lower() in settings()["undergo"] and clause.object is not None and not bare
    befallen = undergone(clause.object.tokens) if undergoes and clause.object is not None else ""
    if befallen:
        for what in dict.fromkeys((cause, brief(cause))):
            answers.append(told(f"{what} {'sont' if several(what) else 'est'} à l’origine {de(befallen)}", fact))
    swap = {"en raison": "à cause", "à cause": "en raison"}.get(" ".join(prep.split()[:2]))
    tail = prep.split()[-1]
    openings = [f"{prep}{'' if tail.endswith('’') else ' '}{text}"]
    if swap:
        openings.insert(0, f"{swap} {prep.split(maxsplit=2)[2]}{'' if tail.endswith('’') else ' '}{text}")
    elif prep.startswith("suite"):
        openings = [f"à la suite {de(shown)}" for shown in dict.fromkeys((cause, brief(cause)))]
    answers += [told(x, fact) for x in openings]
    answers.append(told(prep + ("" if tail.endswith("’") else " ") + text, fact))
    question = ask("Pourquoi", fact, [*rest, fact.front], plain=False)
    if befallen:
        question = f"Quelle est la cause {de(befallen)} {de(fact.subject)} ?"
    yield Draft("cause", question, tuple(answers), 0.9)


def effect_of(fact: Fact, rest: list[str]) -> str:
    """« l’abaissement des notes » for « a abaissé les notes », « le report du lancement » for its passive; or ""."""
    clause = fact.clause
    lemma = clause.verb.lemma.lower()
    row = action_nouns().get(f"se {lemma}" if clause.reflexive else lemma)
    if row is None or row.get("preposition", "de") != "de" or clause.copula is not None:
        return ""
    active = not clause.passive and clause.object is not None
    if (row["bears"] == "object") != (active or clause.passive):
        return ""
    what = rest[0] if active and rest else fact.subject if not active else ""
    if not re.match(r"(?:les?|la|l[’']|une?|des|\d|[A-Z])", what) or len(what.split()) > 9:
        return ""
    return elide("la" if row.get("gender") == "f" else "le", f"{row['noun']} {de(what)}")


def undergone(tokens: tuple[Token, ...]) -> str:
    """« un incendie de grande ampleur » → « l’incendie »: what befell the subject, already named in the question."""
    first = tokens[0].text.lower()
    noun = next((t for t in tokens if t.pos == "NOUN"), None)
    if first not in {"un", "une"} or noun is None or noun.i != tokens[0].i + 1:
        return ""
    return le(noun.text, "f" if first == "une" else "m") or ""


def middle(ctx: Context, fact: Fact, end: int) -> list[str] | None:
    """What stands between the verb and a place of the source, as a question may hold it; None when it may not."""
    tokens = tuple(t for t in ctx.tokens(fact.sid) if fact.clause.verb.end <= t.start < end)
    while tokens and tokens[-1].text == ",":
        tokens = tokens[:-1]
    if not tokens:
        return []
    if any(t.text in {",", "(", ";", ":"} for t in tokens):
        return None
    text = phrase(ctx, tokens)
    return None if text is None else [without_adverbs(text)]


MOTIVE_RE = re.compile(r"\bpour (?P<motive>(?:«\s*)?[^\W\d_][^,;:.()]*)")


def motive(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« X a été condamné pour Y », « X est mis en examen pour Y »."""
    clause = fact.clause
    if not (clause.passive and fact.certain) or clause.negated:
        return
    said = ctx.text[clause.verb.start : ctx.sentence(clause.sid).end]
    if not re.match(
        r"(?:condamn|poursuivi|sanctionn|arrêt|accus|licenci|interpell|jug|incarcér|mis\w* en examen|mis\w* en cause)",
        said,
    ):
        return
    match = MOTIVE_RE.search(said)
    if match is None:
        return
    words = match["motive"].strip().replace("'", "’")
    if len(words.split()) > 10 or re.match(r"(?:que|avoir|être|une? |le |la |les |\d)", words) or loose_words(words):
        return
    rest = ["en examen"] if re.match(r"mis\w* en examen", said) else []
    held = told(f"pour {words}", fact)
    yield Draft("motive", ask("Pour quel motif", fact, [*rest, fact.front], plain=False), (held,), 0.7)


AIM_RE = re.compile(r"(?:,\s*)?\b(?:pour|afin de|afin d[’'])\s*(?=[^\W\d_])")


def aim(ctx: Context, fact: Fact) -> Iterator[Draft]:
    """« X a créé Y pour éviter Z »: a decision and its aim."""
    clause = fact.clause
    lemma = clause.verb.lemma.lower()
    if lemma not in settings()["deeds"] or clause.negated or clause.passive or clause.copula or not fact.certain:
        return
    if not agentive(ctx, fact):
        return
    tokens = ctx.tokens(clause.sid)
    after = [t for t in tokens if t.i > clause.verb.i]
    at = next((t for t in after if opens_aim(ctx, t)), None)
    before_clause = None
    if at is None:
        first = next((t for t in tokens if t.i < clause.subject[0].i), None)
        if first is None or not opens_aim(ctx, first):
            return
        at, before_clause = first, first
    infinitive = next((t for t in tokens if t.i > at.i and t.morph.get("VerbForm") == "Inf"), None)
    if infinitive is None or infinitive.i > at.i + 3 or infinitive.lemma.lower() in settings()["no_aims"]:
        return
    purpose = without_adverbs(stretch(ctx, infinitive.start, clause.sid))
    purpose = re.split(r" et (?=[^\W\d_]+(?:e|a|ent|ont)\s)", purpose)[0] if before_clause is None else purpose
    if before_clause is not None:
        comma = ctx.text.find(",", infinitive.start)
        if comma < 0 or comma > clause.subject[0].start:
            return
        purpose = without_adverbs(ctx.text[infinitive.start : comma].replace("'", "’"))
        rest = middle(ctx, fact, end_of_object(fact))
    else:
        rest = middle(ctx, fact, at.start)
    if rest is None or not rest or len(purpose.split()) > LONGEST:
        return
    own = set(re.findall(r"[^\W\d_]+", purpose.lower()))
    if loose_words(re.sub(r"\b(?:son|sa|ses|leur|leurs)\b", "", purpose)):
        return
    possessive = bool(own & POSSESSIVES)
    answers = []
    noun = bool(effect_of(fact, rest)) or rest[0].startswith("en place ")
    verb = "cherchent" if fact.number == "p" else "cherche"
    made = re.match(r"(?P<a>une?|des) (?P<what>[^\W\d_]+(?: [^\W\d_]+)?)$", rest[0])
    if made and not noun and not possessive and lemma in MAKING:
        things = made["a"] == "des"
        the = f"les {made['what']}" if things else elide("la" if made["a"] == "une" else "le", made["what"])
        may = "doivent" if things else "doit"
        answers.append(told(f"{the} {may} permettre {elide('de', purpose)}", fact))
    if not clause.reflexive:
        answers.append(told(f"{fact.subject} {verb} ainsi {a_inf(purpose)}", fact))
    if not possessive:
        answers.append(told(f"L’objectif est {elide('de', purpose)}", fact))
    answers.append(told(f"Pour {purpose}", fact))
    yield Draft("aim", ask("Pourquoi", fact, [*rest, fact.front], plain=False), tuple(answers), 0.85)


MAKING = frozenset({"nouer", "créer", "lancer", "organiser", "construire", "bâtir", "fonder", "établir", "signer"})


def end_of_object(fact: Fact) -> int:
    """Where the object ends."""
    obj = fact.clause.object
    return obj.tokens[-1].end if obj is not None else fact.clause.verb.end


def opens_aim(ctx: Context, token: Token) -> bool:
    """Whether « pour » or « afin de » opens an infinitive here."""
    low = token.text.lower()
    if low not in {"pour", "afin"}:
        return False
    following = ctx.analysis.tokens[token.i + 1 : token.i + 4]
    words = [t for t in following if t.text.lower() not in {"de", "d'", "d’", "pouvoir"}]
    return bool(words) and words[0].morph.get("VerbForm") == "Inf" and words[0].pos in {"VERB", "AUX"}


def without_adverbs(text: str) -> str:
    """A phrase without « déjà », « ainsi » and the like."""
    from seo_fr.resources import load_toml

    gone = {w.replace("'", "’") for w in load_toml("rewriting/keypoint.toml")["droppable_adverbs"]} - {"tout", "là"}
    return " ".join(w for w in text.split() if w.lower() not in gone)


def agentive(ctx: Context, fact: Fact) -> bool:
    """Whether the subject is somebody who can have an aim."""
    head = fact.clause.subject_head
    entity = ctx.entity_at(head.start, head.end)
    return (entity is not None and entity.label in {"PER", "ORG"}) or head.lemma.lower() in settings()["people"]


CAUSES = (stated_cause, adverbial_cause, motive, aim)
SENTENCE_CAUSES: tuple[SentenceRule, ...] = ()
