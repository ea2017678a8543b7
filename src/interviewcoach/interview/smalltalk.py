"""What is said to an interviewer beside the problem: greetings, thanks, and questions about the interview itself.

The replies are the same for every problem and tell nothing of it.
"""

from __future__ import annotations

import re

from interviewcoach.interview.wordings import as_written

_BEFORE = r"(?:(?:ok|okay|so|well|um|sorry|excuse me|please|and|but|hi|hello|hey|by the way) )*"
_AFTER = r"(?: (?:please|now|then|here|so far|right now|already|sir|again|there|everyone|for now|just))*"
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
            r"how am i doing|how is it going|is (?:this|it) going (?:well|ok|fine)|is (?:this|it) (?:ok|okay|good) so far",
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
            r"(?:can|could|would) you (?:please )?repeat (?:that|it|the (?:question|task|problem))|come again|pardon|"
            r"i (?:do not|don't) understand(?: (?:the question|the task|the problem|it|that))?",
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
            r"who are you|are you (?:a )?(?:human|person|robot|bot|ai|real|program|machine)",
            "I play the interviewer: a program that knows the facts of this problem and little else.",
        ),
    )
)  # fmt: skip
LONGEST = 120  # characters


def reply_to(remark: str) -> str | None:
    """What an interviewer of any problem says to this; None where it is no small talk."""
    said = as_written(remark[: LONGEST + 1])
    if not said or len(remark) > LONGEST:
        return None
    return next((reply for forms, reply in _REPLIES if forms.fullmatch(said)), None)
