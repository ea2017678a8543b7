"""What is said to an interviewer beside the problem: greetings, thanks, and questions about the interview itself.

The replies are the same for every problem and tell nothing of it.
"""

from __future__ import annotations

import re

from interviewcoach.interview.wordings import as_written

_BEFORE = r"(?:(?:ok|okay|so|well|um|sorry|excuse me|please|and|but|hi|hello|hey|by the way) )*"
_AFTER = r"(?: (?:please|now|then|here|so far|right now|already|sir|again|there|everyone|for now|just))*"
_I = "(?:i|we)"
_IT = "(?:it|this|that|the project)"
_OUR = "(?:our|the|my|your)"
_WHAT = "what is |what's "
_HOW_MANY = "how many (?:people|persons|engineers|developers|devs)"
_SHOULD_I = f"(?:should|shall|do|must|can|may|could) {_I}(?: need to| have to)?"
_YOU_WANT = "you (?:want|need|expect|like|would like|'d like)"
_DO_YOU_WANT = f"(?:do|would) {_YOU_WANT}"
_CODE = "(?:code|pseudo ?code|sql)"
_PICTURE = "(?:diagrams?|picture|drawing|sketch|boxes)"
_PART = "(?:part|area|component|piece|thing)s?"
_GO_INTO = "(?:focus on|work on|look at|talk about|cover|concentrate on|start with|begin with|go into|go deeper into|do)"
_WORK = "(?:answer|design|solution|approach|idea|plan|proposal|sketch|work|progress|estimate|start)s?"
_REPLIES = tuple(
    (re.compile(f"{_BEFORE}(?:{forms}){_AFTER}"), reply)
    for forms, reply in (
        (
            r"hi|hello|hey|greetings|good (?:morning|afternoon|evening|day)|nice to meet you|how are you(?: doing| today)*",
            "Hello, good to have you here. Ask what you need to know, and begin when you are ready.",
        ),
        (
            r"(?:great |ok |cool |many )*(?:thanks|thank you|thx|cheers)"
            r"(?: (?:a lot|very much|so much|that helps))*(?: for .{1,60})?",
            "You're welcome. Go on, or ask me something else.",
        ),
        (r"ok|okay|got it|i see|understood|great|cool|alright|all right|perfect|makes sense|good to know", "Good. Go on."),
        (
            r"(?:how much time (?:do i have|(?:do i|do we) have left|is left|left|remains|is there left)|"
            r"how long do i have(?: left)?|"
            r"how many minutes (?:do i have|are left|left|remain)(?: left)?|(?:what is |what's )?(?:the )?time left|"
            r"am i (?:running )?(?:out of time|late|too slow)|"
            r"how long is (?:the|this) interview|how long does (?:the|this) interview take)"
            r"(?: for (?:the|this) \w+)?",
            "The clock of your sitting shows what is left. Keep most of the time for the design and its details.",
        ),
        (
            r"(?:am i|are we) on (?:the )?(?:right )?(?:track|way|path)|"
            r"(?:am i|are we) doing (?:well|ok|okay|fine|good|it right|alright|this right)|"
            r"how am i doing|how is it going|is (?:this|it) going (?:well|ok|fine)|is (?:this|it) (?:ok|okay|good) so far|"
            rf"(?:how do you like|do you like|what do you think (?:of|about)) (?:it|this|that|(?:my|the|this) {_WORK})|"
            rf"what do you think|(?:any|is there any|can you give me(?: any| some)?) feedback(?: on (?:my|the) {_WORK})?|"
            rf"(?:is|are) (?:my|this) {_WORK} (?:good|ok|okay|fine|right|correct|complete|wrong)(?: enough)?|"
            rf"how (?:good|bad) (?:is|are) my {_WORK}|how did i do|did i (?:pass|do well|forget anything|miss anything)",
            "I don't grade while you work. Check it against what you wrote down: does every number have its part?",
        ),
        (
            r"(?:(?:can|may|shall|should|could|do) (?:i|we) )?(?:just )?(?:start|begin|get started)|"
            r"(?:where|how|when) (?:do|should|can|may|shall) (?:i|we) (?:start|begin)|are you ready|are we ready",
            "Yes, begin wherever you like. Settle first what is needed and how much of it, and write down what you assume.",
        ),
        (
            r"(?:can|may|could) i ask (?:you )?(?:(?:a|some|any|another|more|few) )*(?:questions?|something|things?)|"
            r"what (?:can|may|should) i ask(?: you)?|(?:can you )?help(?: me)?(?: out)?",
            "Ask me what it has to do, for whom, how much there is of everything, and how fast and dependable it has to be.",
        ),
        (
            r"come again|pardon|i (?:do not|don't) understand(?: (?:it|that))?",
            "The task stands as it was stated. Ask me about the part that is not clear.",
        ),
        (
            r"(?:can|may|shall|should) (?:i|we) (?:move on|go on|continue|proceed|go to the next \w+|"
            r"skip (?:this|that)(?: \w+)?)|what (?:is|comes) next",
            "That is for you to decide: go on when you have what you need, and keep an eye on the clock.",
        ),
        (
            r"(?:can|may|could) i (?:draw|take notes|make notes|write (?:that|it|this) down|think aloud|think out loud|"
            r"take a minute|use (?:a|the|my) (?:calculator|whiteboard|pen|editor))|(?:can|may) i (?:make|write down) assumptions",
            "Of course. What counts is what you write down.",
        ),
        (
            rf"how (?:big|large|small) is {_OUR} (?:\w+ )?team|(?:{_WHAT})?{_OUR}?(?: ?team size| size of {_OUR} team)|"
            rf"{_HOW_MANY} (?:are|work|is|do we have|are there) (?:in|on) {_OUR} (?:\w+ )?team|"
            rf"{_HOW_MANY} (?:(?:do|will|can) (?:we have |i have )?)?(?:(?:to|who) )?(?:work on|build|run|operate) {_IT}",
            "A team of the usual size. Pick what a few people can run, and say what would wake them at night.",
        ),
        (
            rf"(?:{_WHAT}|is there )(?:the |a |any )?(?:time ?line|time ?frame|due date|launch date)(?: for {_IT})?|"
            rf"when (?:do we|do i have to|does {_IT} (?:have|need) to|(?:should|must|will) {_IT}) "
            rf"(?:launch|go live|ship|be ready|be done|be finished)(?: {_IT})?|"
            rf"how (?:long|much time|many (?:weeks|months)) do {_I} have to (?:build|ship|launch|finish) {_IT}",
            "No date is set. Say what you would build first, and what can wait.",
        ),
        (
            rf"{_SHOULD_I} (?:write|type|show) (?:(?:any|some|actual|real|out|down|the) )*{_CODE}|"
            rf"{_DO_YOU_WANT} (?:me to write |to see )?(?:(?:any|some|actual|real) )*{_CODE}|is there (?:any )?coding",
            "A few lines of pseudo-code where they make a point. The design counts, and why it is so.",
        ),
        (
            rf"(?:{_SHOULD_I}|{_DO_YOU_WANT}(?: me)?(?: to)?) (?:draw|sketch|make|see|show)(?: you| up)?"
            rf"(?: an?| the| some| any)?(?: \w+)? {_PICTURE}(?: of .{{1,40}})?|how (?:do|should|can|shall) {_I} draw(?: {_IT})?",
            "Arrows in the text will do: client -> service -> store. Say what each part does.",
        ),
        (
            rf"what (?:should|shall|do|can) {_I} {_GO_INTO}(?: next| first| most)?|where (?:should|shall) {_I} focus|"
            rf"(?:which|what) {_PART} (?:should {_I}|shall {_I}|do you want me to|would you like me to) {_GO_INTO}|"
            rf"(?:{_SHOULD_I}|{_DO_YOU_WANT} me to) (?:go|dive)(?: into| in)?(?: more| further)? (?:deep|deeper|details?)|"
            rf"is there (?:any|an?) (?:\w+ )?{_PART} (?:that )?{_YOU_WANT} me to {_GO_INTO}|"
            rf"(?:what|where|which {_PART}) (?:do|would) {_YOU_WANT} (?:me|us) to {_GO_INTO.replace('focus on', 'focus(?: on)?')}"
            r"(?: next| first| most)?|what (?:are you|would you be) (?:most )?(?:interested in|looking for)(?: most)?",
            "You lead. Take the part on which most depends, and say why it is that one.",
        ),
        (
            r"(?:what is|what's|how is|how's|do you know) the (?:weather|news|score)(?: like)?(?: today| outside)*|"
            r"(?:can you )?tell me (?:a joke|something funny|about yourself)|what (?:time|day) is it|where are you(?: from)?|"
            r"how was your (?:day|week|weekend|lunch|holiday)|are you (?:hungry|tired|bored|busy|angry|happy)|"
            r"do you (?:like|drink|want|play|watch) (?:some )?(?:coffee|tea|pizza|music|football|films|movies|it here)",
            "Let us keep that for afterwards. What do you need to know about the problem?",
        ),
        (
            r"(?:what is|what's) your name|who are you|are you (?:a )?(?:human|person|robot|bot|ai|real|program|machine)",
            "I play the interviewer: a program that knows the facts of this problem and little else.",
        ),
    )
)  # fmt: skip
_ASK_YOU = "(?:(?:can|could|would|will) you )?(?:please )?(?:just )?"
_TASK = (
    r"(?:the |this |that |your |my |our )?(?:(?:original|whole|full|entire|initial|exact|actual|first|main|design) )?"
    r"(?:questions?|task|problem|problem statement|prompt|statement|brief|assignment|exercise)(?: statement| description)?"
)
_MAKE = "(?:do|design|build|make|solve)"
_TASK_AGAIN = re.compile(
    f"{_BEFORE}(?:"
    rf"{_ASK_YOU}(?:repeat|restate|rephrase|say|state|read|read out|tell me|show me|give me|explain|remind me(?: of)?)"
    rf"(?: what)? {_TASK}(?: (?:is|was))?|"
    rf"(?:can|could) you (?:please )?repeat(?: (?:that|it|yourself))?|"
    rf"(?:can|could|may) i (?:see|read|hear|have|get) {_TASK}|"
    rf"what(?: is| was|'s) {_TASK}|"
    rf"what (?:am|was) i (?:supposed|asked|meant|expected) to {_MAKE}|"
    rf"what (?:do|did) you (?:want|ask) me to {_MAKE}|what (?:are|were) we (?:designing|building|asked to {_MAKE})|"
    rf"what (?:should|shall|do) i (?:have to )?(?:design|build)|"
    rf"i (?:do not|don't|did not|didn't) (?:understand|get|catch|remember) (?:what )?{_TASK}(?: (?:is|was))?|"
    rf"i (?:forgot|have forgotten|missed|lost) (?:what )?{_TASK}(?: (?:is|was))?"
    f")(?: (?:again|once more|once again|one more time|for me|to me))*{_AFTER}"
)
LONGEST = 120  # characters


def asks_for_task(remark: str) -> bool:
    """Whether somebody wants to hear once more what there is to do."""
    return len(remark) <= LONGEST and bool(_TASK_AGAIN.fullmatch(as_written(remark)))


def reply_to(remark: str) -> str | None:
    """What an interviewer of any problem says to this; None where it is no small talk."""
    said = as_written(remark[: LONGEST + 1])
    if not said or len(remark) > LONGEST:
        return None
    return next((reply for forms, reply in _REPLIES if forms.fullmatch(said)), None)
