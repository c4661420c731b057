"""The command line: ``seo-fr rewrite``, ``seo-fr analyze``, ``seo-fr keyphrases``."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from seo_fr._version import __version__
from seo_fr.errors import InputNotFound, InvalidInput, OutputNotWritable, SeoFrError

if TYPE_CHECKING:
    from rich.console import Console

    from seo_fr.result import Rewrite

app = typer.Typer(
    name="seo-fr",
    help="Réécrit un article français pour le référencement : hors ligne, par règles, sans rien inventer.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Files = Annotated[list[str], typer.Argument(metavar="FILE...", help="Fichiers à lire ; « - » pour l’entrée standard.")]
Keyphrase = Annotated[str | None, typer.Option("-k", "--keyphrase", help="Expression clé ; trouvée si absente.")]
Title = Annotated[str | None, typer.Option("--title", help="Titre d’origine de l’article.")]
MinWords = Annotated[int, typer.Option("--min-words", help="Longueur demandée, en mots.")]
Locale = Annotated[str, typer.Option("--locale", help="fr-FR, fr-CA, fr-CH ou fr-BE.")]
Strict = Annotated[bool, typer.Option("--strict", help="Sort avec 1 si la longueur manque ou si un contrôle échoue.")]
SUFFIXES = {"md": ".md", "html": ".html", "json": ".json", "wp": ".wp.html"}


def consoles() -> tuple[Console, Console]:
    """Standard output and standard error, by rich."""
    from rich.console import Console

    return Console(), Console(stderr=True)


def read_input(name: str) -> str:
    """The text of a file, or of standard input for « - ».

    :raises InputNotFound: when the file cannot be read, saying why.
    """
    if name == "-":
        try:
            return sys.stdin.buffer.read().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise InputNotFound(f"L’entrée standard ne peut être lue en UTF-8 : {error}.") from error
    path = Path(name)
    if not path.exists():
        raise InputNotFound(f"Le fichier « {name} » n’existe pas ; vérifiez le chemin.")
    if path.is_dir():
        raise InputNotFound(f"« {name} » est un dossier ; donnez un fichier, ou plusieurs.")
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputNotFound(f"Le fichier « {name} » ne peut être lu en UTF-8 : {error}.") from error


@app.command()
def rewrite(
    files: Files,
    keyphrase: Keyphrase = None,
    output: Annotated[
        list[Path] | None,
        typer.Option(
            "-o",
            "--output",
            help="Fichier à écrire (.md, .html, .wp.html, .json) ; répétable. Pour plusieurs sources : un dossier.",
        ),
    ] = None,
    title: Title = None,
    min_words: MinWords = 700,
    locale: Locale = "fr-FR",
    glossary: Annotated[Path | None, typer.Option("--glossary", help="Glossaire TOML de l’utilisateur.")] = None,
    templates: Annotated[Path | None, typer.Option("--templates", help="Dossier de modèles de l’utilisateur.")] = None,
    report: Annotated[bool, typer.Option("--report", help="Affiche le bilan.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Dit d’où vient chaque phrase.")] = False,
    fmt: Annotated[str, typer.Option("--format", help="Format de sortie d’un dossier : md, html, wp ou json.")] = "md",
    strict: Strict = False,
) -> None:
    """Réécrit un ou plusieurs articles."""
    from seo_fr.pipeline import rewrite as run
    from seo_fr.result import check_suffix
    from seo_fr.settings import Settings

    out, err = consoles()
    settings = Settings(locale=locale, glossary=glossary, templates=templates)  # type: ignore[arg-type]
    targets = output or []
    many = len(files) > 1
    if fmt not in SUFFIXES:
        raise typer.BadParameter(f"format inconnu : {fmt} ; choisissez parmi {', '.join(SUFFIXES)}.")
    if many:
        if len(targets) != 1 or targets[0].suffix:
            raise typer.BadParameter("avec plusieurs fichiers, -o doit nommer un dossier.")
        targets = [targets[0] / f"{Path(name).stem}{SUFFIXES[fmt]}" for name in files]
        if len(set(targets)) < len(targets):
            raise typer.BadParameter("deux fichiers portent le même nom : leurs sorties se recouvriraient.")
    for target in targets:
        check_suffix(target)
    # all is read before anything is written
    texts = [read_input(name) for name in files]
    failed, refused = False, False
    for k in progress(len(files)):
        try:
            result = run(texts[k], keyphrase, title=title, min_words=min_words, settings=settings)
        except InvalidInput as error:
            if not many:
                raise
            err.print(f"seo-fr : {files[k]} : {error}", markup=False, highlight=False, soft_wrap=True)
            refused = True
            continue
        for target in (targets[k : k + 1]) if many else targets:
            make_folder(target.parent)
            result.save(target)
        if explain:
            out.print(result.explain(), markup=False, highlight=False, soft_wrap=True)
        elif not targets:
            sys.stdout.write(result.to_markdown())
        if report or (targets and not many):
            show(result, err if not targets else out)
        failed = failed or bool(result.shortfall) or any(f.status == "bad" for f in result.report.findings)
    if refused:
        raise typer.Exit(2)
    if strict and failed:
        raise typer.Exit(1)


def make_folder(folder: Path) -> None:
    """Make an output folder.

    :raises OutputNotWritable: saying why.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputNotWritable(f"Le dossier « {folder} » ne peut être créé : {error.strerror}.") from error


def progress(count: int) -> Iterable[int]:
    """The ranks of the files, with a progress bar on standard error when there are several and somebody watches."""
    if count < 2:
        return range(count)
    from tqdm import tqdm

    bar: Iterable[int] = tqdm(range(count), desc="Réécriture", unit="article", disable=None, file=sys.stderr)
    return bar


def show(result: Rewrite, console: Console) -> None:
    """The report on the terminal: length, origin of the words, score, what to mend."""
    ledger = result.ledger
    console.print(f"[bold]{result.title}[/bold]", highlight=False)
    console.print(
        f"Expression clé : {result.keyphrase} · {result.word_count} mots (demandés : {result.min_words}) · "
        f"source {ledger.source}, reformulé {ledger.restated}, contexte {ledger.background}, liaison {ledger.framing}",
        highlight=False,
    )
    passed = sum(finding.status == "good" for finding in result.report.findings)
    console.print(replace(result.report, findings=result.report.to_mend))
    console.print(f"{passed} contrôles réussis ; « seo-fr analyze » les montre tous.", highlight=False)
    for note in result.warnings:
        console.print(f"• {note.message}", highlight=False, markup=False)


@app.command()
def analyze(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="Page en HTML, Markdown ou texte ; « - » pour l’entrée standard.")
    ],
    keyphrase: Annotated[str, typer.Option("-k", "--keyphrase", help="Expression clé visée.")],
    title: Annotated[str | None, typer.Option("--title", help="Titre SEO de la page.")] = None,
    description: Annotated[str | None, typer.Option("--description", help="Méta-description.")] = None,
    slug: Annotated[str | None, typer.Option("--slug", help="Fin de l’adresse de la page.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Écrit le bilan en JSON.")] = False,
    strict: Strict = False,
) -> None:
    """Évalue une page française : lisibilité et place de l’expression clé."""
    import json

    from seo_fr.pipeline import analyze as run

    out, _ = consoles()
    report = run(read_input(file), keyphrase, title=title, description=description, slug=slug)
    if as_json:
        sys.stdout.write(json.dumps(report.to_dict(), ensure_ascii=False, indent=2) + "\n")
    else:
        out.print(report)
    if strict and any(f.status == "bad" for f in report.findings):
        raise typer.Exit(1)


@app.command()
def keyphrases(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Texte à lire ; « - » pour l’entrée standard.")],
    n: Annotated[int, typer.Option("-n", help="Nombre d’expressions.", min=1)] = 10,
    title: Title = None,
) -> None:
    """Liste les expressions clés d’un texte, la meilleure d’abord."""
    from seo_fr.pipeline import extract_keyphrases

    for phrase in extract_keyphrases(read_input(file), title=title, n=n):
        sys.stdout.write(f"{phrase.weight:.3f}\t{phrase.text}\n")


def version(value: bool) -> None:
    """Print the version and stop."""
    if value:
        sys.stdout.write(f"seo-fr {__version__}\n")
        raise typer.Exit


@app.callback()
def options(
    _version: Annotated[
        bool, typer.Option("--version", callback=version, is_eager=True, help="Affiche la version.")
    ] = False,
) -> None:
    """Options communes."""


def main() -> None:
    """Run the command line; a known error goes to standard error in one line, with exit status 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # whatever the terminal's own encoding is
            stream.reconfigure(encoding="utf-8")
    try:
        app()
    except SeoFrError as error:
        sys.stderr.write(f"seo-fr : {error}\n")
        raise SystemExit(2) from error


if __name__ == "__main__":
    main()
