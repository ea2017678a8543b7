"""A red flag is a claim made in one go, in the candidate's own name; and one claim is one mistake."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import scoring_world as world

from interviewcoach.content.models import RedFlag
from interviewcoach.scoring.compiled import CompiledRubric, compile_rubric
from interviewcoach.scoring.evidence import gather
from interviewcoach.scoring.mistakes import cost_of, gravity_of, lapses_of
from interviewcoach.scoring.weights import DEFAULT


def flag(name: str, say: str) -> RedFlag:
    return RedFlag(id=name, claim="The wall needs no paint", why="It rots", severity="serious", say=(say,), yes=("x",), no=("y",))


@cache
def painting() -> CompiledRubric:
    """A rubric with two flags on the same subject and nothing else that could be raised."""
    known = world.catalogue()
    flags = (flag("bare-wall", "wall|walls + !paint|bare"), flag("bare-outside", "bare + outside"))
    rubric = known.rubric("url-shortener").model_copy(update={"red_flags": flags})
    return compile_rubric(rubric, known.framework.model_copy(update={"red_flags": ()}), known.lexicon)


def raised(text: str) -> set[str]:
    return set(gather(painting(), text).flags)


@pytest.mark.parametrize(
    "claim",
    [
        "The wall stays bare... no brush, no ladder.",
        "What I do:\n- a bare wall\n- wallpaper", "Not done:\n- lime\n\nThe wall stays bare.",
        "The wall stays bare, since rain does it no harm.", "The painter leaves the wall bare in June.",
        "We leave the walls without paint.",
        "The wall (north side, 3 m) is left w/o paint to save two days.",
        "The walls stay bare, so no scaffold has to be kept.", "If the paint is late the wall stays bare, no harm done.",
        "To prevent mould, the wall stays bare.", "The wall stays bare. It needs no paint.",
        "I looked at three options. Bare wall: cheap in June. I take this.",
        "The wall stays bare in June. So it must be dry.",
        "The wall stays bare so that we never need a brush.", "UPDATE rooms SET bare = true WHERE wall = ?",
        "I avoid scaffolds: the wall stays bare.", "The wall stays bare, there's no danger of rain.",
        "The wall stays bare, as paint is wasteful.", "A wall left bare saves two days; mould is impossible outdoors.",
    ],
)  # fmt: skip
def test_a_claim_is_raised(claim: str) -> None:
    assert "bare-wall" in raised(claim)


def test_what_a_sentence_declines_its_label_does_not_lend() -> None:
    assert "bare-wall" in raised("Bare on purpose: the walls of the north side.")
    assert not raised("Bare on purpose: no. The walls of the north side are not bare.")


@pytest.mark.parametrize(
    "told",
    [
        "A bare wall is simpler but rots in two winters.",
        "I prefer one coat of lime to a bare wall.",
        "Many people trust a bare wall to dry by itself.",
        "If the mason let the wall stay bare, rain could get in.",
        "What everybody builds first, a wall left bare, rots in two winters.",
        "**Why not bare?** The walls of the north side get rain.",
        "A wall left bare would throw away what we saved.",
        "(12 years in bare walls, so I think of paint first)",
        "I'm a DBA, not a painter of walls left bare.",
        "What must never happen: a wall left bare.",
        "What others get wrong: they leave the wall bare.",
        "At the firm where I worked the wall stayed bare for a year.",
        "One has to be careful, because a wall left bare soaks up the rain.",
        "A checker rejecting wrong nails, loose screws or a wall left bare.",
        "People often do it wrong: a bare wall to save a day.",
        "What I would not do: leave the wall bare, or paint in the rain.",
        "One hasty colleague leaves the wall bare and the mortar is gone by May.",
        "With more time: windows, the bare wall in the yard, a new door.",
        "A bare wall would need a new coat of mortar each year.",
        "The wall (3 m high) goes up first -> then the carpenters come -> the floor stays bare.",
        "A naive plan leaves the wall bare.",
        "I looked at leaving the walls bare and turned it down because of the rain.",
        "What I rejected: a wall that stays bare outside.",
        "A bare wall saves two days of work, so no.",
        "Bare walls should not be allowed near the sea.",
        "A bare wall is out of the question in this rain.",
        "With a bare wall they'd let the rain in.",
        "Had we left the wall bare: mould in a year.",
        "It is 3 m of wall, and rain within the hour if we kept it bare.",
        "If we leave the wall bare then it will rot in two winters.",
        "Because without it the wall would be bare by spring.",
        "A bare wall was the alternative, and it rots.",
        "Alternative to plaster is a bare wall.",
        "To prevent a bare wall we paint in June.",
        "None of the walls stays bare.",
        "A bare wall is simple. Nobody paints it twice, though. So no.",
        "The wall stays bare. Too risky near the sea.",
        "The wall stays bare. That doesn't hold up in the rain.",
        "Walls such as this bare one shouldn't be kept.",
        "I gave up the bare wall.",
        "Wall: can't stay bare in the rain.",
        "A bare wall for all: no, that is when the rain comes.",
        "We can leave the wall bare for the summer. But mould comes with the rain.",
        "The simple way is to leave the wall bare, as many do in summer, but it rots.",
        "Basic version: the wall stays bare. But mould comes with the rain.",
        "The wall stays bare: it's quick. It's cheap and common, but ugly.",
        "Leaving the wall bare would be too risky.",
        "A bare wall never in the rain.",
        "A bare wall costs nothing in spring, no.",
        "The wall stays bare in June. So it has to be protected.",
        "The wall stays bare in June. Not worth it.",
        "Lime, not oil: would drop flakes off a bare wall.",
        "Somebody leaves the wall bare. So each house has a painter.",
        "Lime is better than a bare wall.",
        "I prefer that to a summer of rain: a bare wall and wet feet.",
        "It stands only when it is plastered, not when the wall is bare.",
        "I looked at three options. Bare wall: cheap in June. Lime: dear, and white for years. I choose the latter.",
        "There is no reason to leave the wall bare first and paint it later.",
        "A bare wall would do, but I'd leave that for version two.",
        "One has to be careful which walls stay bare.",
        "If everybody leaves the wall bare once -> two winters of mould.",
        "Bare walls: with two hundred houses that is 3,000 m, way above what rain forgives.",
        "Plenty of people leave the wall bare.",
        "A bare wall is what everybody builds in week one.",
        "Twice in my career a wall was left bare and the rain came in.",
        "A bare wall was suggested by a colleague.",
        "You would have to leave the wall bare and wait.",
        "One wall left bare can take the whole roof down.",
        "The hazard is a wall that stays bare.",
        "Walls stay bare, er, no wait, they get lime.",
        "A bare wall looks nice in June, only that it rots.",
        "The foreman refuses any wall that is left bare.",
        "The wall stays bare. That's how you feed a painter.",
        "The wall stays bare. Dead on arrival.",
        "The wall stays bare, it saves a day... no, it rots, so lime.",
        "The wall stays bare in June… er, wait, it rots.",
        "'A wall may stay bare', I've heard, and it rots.",
        "She asked whether the wall may stay bare.",
        "If a wall stays bare, the rain gets in.",
    ],
)
def test_what_is_turned_down_or_said_of_something_else_is_no_claim(told: str) -> None:
    assert not raised(told)


def test_one_claim_is_one_mistake_however_many_flags_it_raises() -> None:
    once = "The wall outside stays bare."
    twice = once + "\n\nThe yard outside stays bare."
    assert raised(once) == {"bare-wall", "bare-outside"}
    told = [gravity_of(painting(), gather(painting(), text), (), DEFAULT) for text in (once, twice)]
    assert told == [pytest.approx(DEFAULT.gravity["serious"]), pytest.approx(2 * DEFAULT.gravity["serious"])]


def test_lapses_cost_by_their_number_and_are_no_sign_that_nothing_is_understood() -> None:
    known = world.catalogue()
    flags = [
        flag(f"bare-{room}", f"bare + {room}").model_copy(update={"severity": "lapse"}) for room in ("attic", "hall", "yard")
    ]
    rubric = known.rubric("url-shortener").model_copy(update={"red_flags": tuple(flags)})
    compiled = compile_rubric(rubric, known.framework.model_copy(update={"red_flags": ()}), known.lexicon)
    costs = []
    for count in range(4):
        text = "\n\n".join(f"The {room} stays bare in June." for room in ("attic", "hall", "yard")[:count])
        evidence = gather(compiled, text)
        gravity = gravity_of(compiled, evidence, (), DEFAULT)
        assert gravity < DEFAULT.gravity["serious"], "three lapses weigh less than one serious mistake"
        costs.append(cost_of(gravity, lapses_of(compiled, evidence, DEFAULT), DEFAULT))
    assert costs[0] == 0 and 5 <= costs[1] < costs[2] < costs[3] < 20


def test_a_lapse_in_the_words_of_a_graver_mistake_is_no_second_one() -> None:
    known = world.catalogue()
    lapse = flag("bare-attic", "attic + bare").model_copy(update={"severity": "lapse"})
    for flags, lapses in (((lapse,), 1), ((lapse, flag("bare-room", "attic|hall + bare")), 0)):
        rubric = known.rubric("url-shortener").model_copy(update={"red_flags": flags})
        compiled = compile_rubric(rubric, known.framework.model_copy(update={"red_flags": ()}), known.lexicon)
        assert lapses_of(compiled, gather(compiled, "The attic stays bare in June."), DEFAULT) == lapses


def test_a_reason_that_rules_something_else_out_takes_nothing_back() -> None:
    assert "bare-wall" in raised("The wall stays bare, because a second scaffold is too expensive.")
    assert not raised("A bare wall is too expensive in the long run.")


@cache
def excused() -> CompiledRubric:
    known = world.catalogue()
    one = flag("bare-wall", "wall|walls + bare").model_copy(update={"unless": ("scaffold|plaster|not for long",)})
    rubric = known.rubric("url-shortener").model_copy(update={"red_flags": (one,)})
    return compile_rubric(rubric, known.framework.model_copy(update={"red_flags": ()}), known.lexicon)


def test_what_would_be_otherwise_speaks_for_the_claim() -> None:
    told = "The wall stays bare, otherwise we'd have to pay a scaffold."
    assert gather(excused(), told).flags
    assert not gather(excused(), told.replace("bare", "bare until the scaffold comes")).flags


def test_a_bad_word_takes_a_claim_back_that_is_not_itself_a_refusal() -> None:
    assert not gather(excused(), "A bare wall doesn't work near the sea.").flags
    assert not gather(excused(), "With a bare wall it gets really expensive in winter.").flags
    assert not gather(excused(), "Dry walls ≠ bare walls.").flags
    assert not gather(excused(), "The wall doesn't contain old bricks, bare stones or straw.").flags
    assert raised("A wall without paint is not wrong.")


def test_what_is_not_the_same_is_not_taken_for_it() -> None:
    rubric = world.rubric("metrics-monitoring")
    assert gather(rubric, "Missing data = 0: no rule has to state what absence means.").flags
    assert not gather(rubric, "Missing data ≠ 0: rules state explicitly what absence means.").flags


@pytest.mark.parametrize(
    "told",
    [
        "I considered a bare wall: cheap in June, wet in March.",
        "It isn't necessary to keep the wall bare.",
        "Don't leave the wall bare.",
        "A wall left bare proves nothing.",
        "**Not done:** a bare wall to the north.",
        "To do later: windows, a bare wall in the yard",
        "- Out of scope: bare walls, roofs",
        "### Rejected\n\n- a bare wall\n- wallpaper",
        "Alternatives I weighed:\n- a bare wall: cheap\n- wallpaper",
        "**Not taken**\n1. walls left bare\n2. wallpaper",
    ],
)
def test_what_is_left_undone_or_comes_off_worse_is_no_claim_but_where_the_mistake_is_to_leave_it(told: str) -> None:
    assert not gather(excused(), told).flags
    assert raised(told)


def test_a_sentence_may_end_in_a_unit_of_one_letter_or_in_no() -> None:
    for before in ("Plaster dries in 10 s.", "Is it painted? I say no.", "Coats: 0."):
        text = f"{before} The walls stay bare."
        (hit,) = gather(excused(), text).flags["bare-wall"]
        assert text[hit.sentence :].startswith("walls")
    text = "paint costs nine days, no. walls stay bare, see fig. 3 and house no. 7."
    (hit,) = gather(excused(), text).flags["bare-wall"]
    assert text[hit.sentence :].startswith("walls")


def test_a_clause_that_is_taken_back_leaves_the_others_standing() -> None:
    known = world.catalogue()
    one = flag("no-care", "x").model_copy(update={"say": ("lime + bare", "iron + rust")})
    rubric = known.rubric("url-shortener").model_copy(update={"red_flags": (one,)})
    compiled = compile_rubric(rubric, known.framework.model_copy(update={"red_flags": ()}), known.lexicon)
    assert gather(compiled, "Bare lime would need care, so the iron may rust.").flags
    assert not gather(compiled, "Bare lime would need care, so the iron gets paint.").flags


def test_what_is_declined_excuses_nothing() -> None:
    assert gather(excused(), "The walls stay bare.").flags
    assert not gather(excused(), "The walls stay bare behind plaster.").flags
    assert gather(excused(), "The walls stay bare, and we use no plaster.").flags
    assert not gather(excused(), "The walls stay bare, but not for long.").flags


def test_what_takes_a_mistake_back_stands_elsewhere_and_is_the_candidates_own_word() -> None:
    known = world.catalogue()
    one = flag("no-care", "x").model_copy(update={"say": ("wall|walls + bare",), "unless_anywhere": ("boards + south|around",)})
    rubric = known.rubric("url-shortener").model_copy(update={"red_flags": (one,)})
    compiled = compile_rubric(rubric, known.framework.model_copy(update={"red_flags": ()}), known.lexicon)
    mistake = "The walls stay bare."
    assert not gather(compiled, f"{mistake} Boards hang all around.").flags
    assert not gather(compiled, f"{mistake}\n\nBoards hang in the south.").flags
    assert gather(compiled, "The walls stay bare, and what boards would do around here is wasted work.").flags
    assert gather(compiled, f"{mistake} Some people add boards all around; that is too much work.").flags
    assert gather(compiled, f"{mistake} Boards are dear. All around stands a fence.").flags


def test_a_promise_is_held_to_its_words_in_any_order_and_beside_it() -> None:
    known = world.catalogue()
    one = flag("no-care", "x").model_copy(update={"say": ("wall|walls > bare + rain > dries|dry",)})
    rubric = known.rubric("url-shortener").model_copy(update={"red_flags": (one,)})
    compiled = compile_rubric(rubric, known.framework.model_copy(update={"red_flags": ()}), known.lexicon)
    assert gather(compiled, "The walls stay bare where rain dries.").flags
    assert gather(compiled, "What always dries is rain, so leave a bare wall.").flags
    assert not gather(compiled, "What soon dries is rain beside a bare wall.").flags
    assert gather(compiled, "Our walls are of stone. Bare they stay, as rain always dries.").flags
    assert not gather(compiled, "Our walls are of stone. Bare they stay until rain dries.").flags


FLAWED = sorted((Path(__file__).parents[1] / "calibration" / "thirty-first").glob("*/flawed.md"))


@pytest.mark.parametrize("path", FLAWED, ids=lambda path: path.parent.name)
def test_nothing_is_explained_by_the_words_of_a_mistake(path: Path) -> None:
    card = world.assessor().score(path.parent.name, path.read_text("utf-8"))
    mistaken = [span for told in card.red_flags for span in told.spans]
    assert mistaken
    for criterion in card.criteria:
        if criterion.tier >= 2:
            carries = criterion.spans[0]
            assert not any(span.start < carries.end and carries.start < span.end for span in mistaken), criterion.id


def test_what_a_mistake_refutes_is_named_at_most() -> None:
    refuted = 0
    for path in FLAWED:
        slug = path.parent.name
        card = world.assessor().score(slug, path.read_text("utf-8"))
        sure = {told.id for told in card.red_flags if told.sure}
        wrong = {name for flag in world.rubric(slug).flags if flag.source.id in sure for name in flag.source.refutes}
        for criterion in card.criteria:
            if criterion.id in wrong and criterion.spans and not criterion.rejected:
                assert criterion.tier <= 1 and criterion.spans[0].why.startswith("mistaken"), criterion.id
                refuted += 1
    assert refuted > len(FLAWED), "or nothing was tested"
