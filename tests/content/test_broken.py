"""Content that is broken in some way is told by file and line, in words, and never by a traceback."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from packs import CURRICULUM, LEXICON, PROBLEM, RUBRIC, SLUG, change

from interviewcoach import load_catalogue
from interviewcoach.cli import main
from interviewcoach.content.yaml_reading import read_document


def check(pack: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as end:
        main(["check", "--fast", str(pack)])
    out, err = capsys.readouterr()
    return int(str(end.value.code)), out, err


def edit(file: str, pattern: str, new: str) -> Callable[[Path], None]:
    return lambda pack: change(pack / file, pattern, new)


def add(file: str, text: str) -> Callable[[Path], None]:
    return lambda pack: append(pack / file, text.encode())


def append(path: Path, raw: bytes) -> None:
    path.write_bytes(path.read_bytes() + raw)


def replace(file: str, raw: bytes) -> Callable[[Path], None]:
    def write(pack: Path) -> None:
        (pack / file).write_bytes(raw)

    return write


def huge(pack: Path) -> None:
    with (pack / LEXICON).open("wb") as file:
        file.truncate(50_000_000)


def folder(pack: Path) -> None:
    (pack / RUBRIC).unlink()
    (pack / RUBRIC).mkdir()


BOMB = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))

# name -> (how it is broken, the file that is named, words of the message)
BROKEN: dict[str, tuple[Callable[[Path], None], str, str]] = {
    "missing criterion claim": (edit(RUBRIC, r"^    claim: .*\n", ""), RUBRIC, "'claim' is missing"),
    "wrong type": (edit(RUBRIC, r"^    weight: .*", "    weight: heavy"), RUBRIC, "weight: .*number"),
    "overweight": (edit(RUBRIC, r"^    weight: .*", "    weight: 50"), RUBRIC, "weight: .*less than or equal to 5"),
    "nothing left to assume": (edit(PROBLEM, r"(?s)^  unknown:.*?(?=^[a-z])", ""), PROBLEM, "leaves nothing for the candidate"),
    "duplicate key": (add(LEXICON, "  my-red-ring:\n    say: [zyxoid disc]\n"), LEXICON, "second"),
    "unknown field": (edit(RUBRIC, r"^    probe:", "    probee:"), RUBRIC, "did you mean 'probe'"),
    "unknown concept": (edit(RUBRIC, r'^    say: \[', '    say: ["@no-such-thing + link", '), RUBRIC, "such-thing' is unknown"),
    "bad clause": (edit(RUBRIC, r'^    say: \[', '    say: ["link + + code", '), RUBRIC, "empty"),
    "unknown number kind": (edit(RUBRIC, r'^    say: \[', '    say: ["link + #speed", '), RUBRIC, "no kind of number"),
    "cyclic concepts": (
        edit(LEXICON, r"(?s)concepts:.*",
             "concepts:\n  ring-a:\n    includes: [ring-b]\n  ring-b:\n    includes: [ring-a]\n"), LEXICON, "circle",
    ),
    "concept that includes nothing known": (add(LEXICON, "    includes: [nowhere-land]\n"), LEXICON, "'nowhere-land' is unknown"),
    "concept without words": (add(LEXICON, "  my-empty-ring:\n    means: nothing\n"), LEXICON, "no wording"),
    "wording of another": (add(LEXICON, "  my-green-ring:\n    say: [zyxoid ring]\n"), LEXICON, "belongs to 'my-red-ring'"),
    "mistake that refutes nothing known": (
        edit(RUBRIC, r"^    severity: .*", "    severity: minor\n    refutes: [no-such-thing]"), RUBRIC, "such-thing' is unknown",
    ),
    "unknown skill": (edit(RUBRIC, r"^    skill: .*", "    skill: juggling"), RUBRIC, "juggling"),
    "unknown phase": (edit(RUBRIC, r"^    phase: .*", "    phase: lunch"), RUBRIC, "phase: "),
    "tab": (add(LEXICON, "  my-tab:\n\tsay: [zyx]\n"), LEXICON, "tab"),
    "byte order mark": (replace(LEXICON, b"\xef\xbb\xbfconcepts: {}\n"), LEXICON, "byte order mark"),
    "CRLF": (replace(LEXICON, b"concepts: {}\r\n"), LEXICON, "carriage return"),
    "fifty megabytes": (huge, LEXICON, "50,000,000 bytes"),
    "alias bomb": (replace(LEXICON, BOMB.encode()), LEXICON, "alias"),
    "python object": (replace(LEXICON, b"concepts: !!python/object/apply:os.system ['true']\n"), LEXICON, "tag .*not allowed"),
    "invalid UTF-8": (replace(LEXICON, b"concepts:\n  caf\xe9: {say: [x]}\n"), LEXICON, "not UTF-8"),
    "folder for a file": (folder, RUBRIC, "folder"),
    "missing file": (lambda pack: (pack / RUBRIC).unlink(), RUBRIC, "missing"),
    "control character": (replace(LEXICON, b"concepts:\n  ring: {say: [a\x07b]}\n"), LEXICON, "control character 0x07"),
    "empty file": (replace(LEXICON, b""), LEXICON, "empty"),
    "list for a mapping": (replace(LEXICON, b"- one\n- two\n"), LEXICON, "the file: "),
    "unknown criterion in a curveball": (
        edit(PROBLEM, r"^    criteria: \[", "    criteria: [no-such-criterion, "), PROBLEM, "'no-such-criterion' is unknown",
    ),
    "bad address": (edit(PROBLEM, r'url: "https://', 'url: "htp:/'), PROBLEM, "htp"),
    "slug of a built-in problem": (edit(CURRICULUM, SLUG, "rate-limiter"), CURRICULUM, "rate-limiter"),
    "deep nesting": (replace(LEXICON, b"concepts: " + b"[" * 5000 + b"]" * 5000), LEXICON, "nested too deeply"),
    "unclosed bracket": (replace(LEXICON, b"concepts:\n  ring: {say: [x\n"), LEXICON, "not valid YAML"),
}  # fmt: skip


def twice_the_same_id(pack: Path) -> None:
    names = re.findall(r"^  - id: (\S+)", (pack / RUBRIC).read_text("utf-8"), re.MULTILINE)
    change(pack / RUBRIC, rf"^  - id: {names[1]}$", f"  - id: {names[0]}")


BROKEN["duplicate id"] = (twice_the_same_id, RUBRIC, "twice|second|again|already")


def test_the_pack_is_sound_before_it_is_broken(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = check(pack, capsys)
    assert (code, err) == (0, ""), out


@pytest.mark.parametrize("name", BROKEN)
def test_each_break_has_its_own_line(name: str, pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    breaking, file, words = BROKEN[name]
    breaking(pack)
    started = time.process_time()
    code, out, err = check(pack, capsys)
    assert time.process_time() - started < 10  # a bomb would take minutes; benchmarks tell real figures
    assert code == 1, out
    assert err == ""
    told = [line for line in out.splitlines() if re.match(rf"{re.escape(str(pack / file))}:\d+: ", line)]
    assert any(re.search(words, line) for line in told), out
    assert "Traceback" not in out


@pytest.mark.skipif(os.name == "nt" or (hasattr(os, "geteuid") and os.geteuid() == 0), reason="root reads everything")
def test_a_file_that_may_not_be_read(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pack / LEXICON).chmod(0)
    code, out, _ = check(pack, capsys)
    assert code == 1
    assert "can't be read" in out


@pytest.mark.parametrize("deep", ["[" * 400_000, "- " * 200_000 + "x", "{a: " * 100_000, "? " * 200_000])
def test_no_depth_of_nesting_kills_the_interpreter(deep: str, pack: Path) -> None:
    (pack / LEXICON).write_text(f"concepts:\n  {deep}\n", "utf-8", newline="\n")
    told = subprocess.run([sys.executable, "-m", "interviewcoach", "check", "--fast", str(pack)], capture_output=True, text=True)
    assert told.returncode == 1, told.stderr
    assert f"{pack / LEXICON}:2: values are nested too deeply" in told.stdout


def test_a_long_flat_file_is_no_deep_one(tmp_path: Path) -> None:
    (tmp_path / "flat.yaml").write_text("a:\n" + "  - [x, {y: 1}]\n" * 2_000, "utf-8", newline="\n")
    document = read_document(tmp_path / "flat.yaml", "flat.yaml")
    assert not document.faults and len(document.data["a"]) == 2_000


def test_all_faults_are_told_in_one_run(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    BROKEN["unknown field"][0](pack)
    BROKEN["tab"][0](pack)
    _, out, _ = check(pack, capsys)
    assert "did you mean 'probe'" in out
    assert "a tab is used" in out


def test_a_broken_pack_stops_a_command_that_needs_it_in_one_sentence(pack: Path) -> None:
    (pack / CURRICULUM).write_text("problems: 5\n", "utf-8", newline="\n")
    env = {**os.environ, "INTERVIEWCOACH_PACKS": str(pack)}
    ended = subprocess.run([sys.executable, "-m", "interviewcoach", "show", SLUG], env=env, capture_output=True, text=True)
    assert ended.returncode == 1
    assert "curriculum.yaml:1: " in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("@nonsense", "'@nonsense' is unknown"),
        ("#foo", "'#foo' in '#foo' is no kind of number"),
        ("the", "the alternative 'the' holds only little words"),
        ("gate|simply|key", "the alternative 'simply' holds only"),
        ("key + | code", "an alternative is empty"),
        ("cloud ++ code", r"'\+\+' is no part of a clause"),
        ("(code + key)|link", r"'\(code \+ key\)' is no part of a clause"),
    ],
)
def test_what_ties_a_probe_is_looked_at_like_other_clauses(
    said: str, words: str, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(pack / RUBRIC, r"^    probe: .*", f'    probe: what then?\n    probe_when: [{{said: "{said}", ask: "Suppose so."}}]')
    with pytest.raises(SystemExit) as end:
        main(["check", str(pack)])
    out, err = capsys.readouterr()
    assert (end.value.code, err) == (1, "")
    assert re.search(rf"{re.escape(str(pack / RUBRIC))}:\d+: .*{words}", out), out


def test_a_concept_cannot_ask_for_two_sentences(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(pack / LEXICON, "zyxoid ring", '"zyxoid & ring"')
    assert "can't use &" in check(pack, capsys)[1]


AS_TOLD: dict[str, tuple[Callable[[Path], None], str]] = {
    "a phase that is none": (edit(CURRICULUM, "    phase: 1", "    phase: 3"), "'my-shortener' is in phase 3, which is none"),
    "prepares for nothing": (add(CURRICULUM, "    prepares_for: [nix]\n"), "there is no problem called 'nix'; correct it"),
    "a slug that is a path": (
        edit(CURRICULUM, SLUG, f"../{SLUG}"), f"'../{SLUG}' is no name of this kind; write small letters, digits",
    ),
    "a problem without phase": (edit(CURRICULUM, "    phase: 1\n", ""), "the field 'phase' is missing; add it"),
    "truth for a number": (edit(RUBRIC, r"^    weight: .*", "    weight: true"), "this should be a valid number"),
    "a field of another file": (
        add(PROBLEM, "title: again\n"), "'title' is unknown here; remove it: that stands in problems/curriculum.yaml",
    ),
    "a field of another place": (add(PROBLEM, "weight: 2\n"), "the field 'weight' is unknown here; remove it"),
    "an unquoted sign": (
        edit(RUBRIC, r"^    say: \[[^\n]*", "    say:\n      - #rate + entry"),
        "nothing stands here; write it, in quotes where it begins with #",
    ),
    "a colon in an example": (
        edit(RUBRIC, r"^    yes:\n", "    yes:\n      - 12 cars/s: tiny at peak\n"),
        "the colon makes a field of '12 cars/s'; put the whole text in quotes",
    ),
    "an empty example": (edit(RUBRIC, r"^    yes:\n", "    yes:\n      -\n"), "nothing stands here"),
    "a tier too high": (
        edit(RUBRIC, r"^    yes:\n", "    yes:\n      - {text: a link, tier: 4}\n"), "this should be less than or equal to 3",
    ),
    "a concept of ours": (
        add(LEXICON, "  cache:\n    say: [zyxomatic cache]\n"), "caching.yaml; merge the two, or give yours another name",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", AS_TOLD)
def test_one_slip_is_one_fault_with_its_own_cure(name: str, pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    breaking, words = AS_TOLD[name]
    breaking(pack)
    told = [line for line in check(pack, capsys)[1].splitlines() if line.startswith(str(pack))]
    assert len(told) == 1 and words in told[0], told


def test_a_file_with_the_other_ending_is_seen(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pack / RUBRIC).rename(pack / RUBRIC.replace(".yaml", ".yml"))
    assert f"the file is missing; rename {SLUG}.yml" in check(pack, capsys)[1]


def test_a_skill_without_title_is_told(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(pack / CURRICULUM, r"skills: \[", "skills: [juggling, ")
    assert f"{CURRICULUM}:10: the skill 'juggling' has no title; add it to `skills`" in check(pack, capsys)[1]


def test_a_pack_that_trains_our_skills_leaves_them_their_titles(pack: Path) -> None:
    ours, wider = load_catalogue().skill_titles, load_catalogue([str(pack)]).skill_titles
    assert wider["read-write-amplification"] == ours["read-write-amplification"]
