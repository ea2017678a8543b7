"""The words of spoken estimates: how amounts are written in prose, and what ties a sum to its result."""

from __future__ import annotations

from typing import NamedTuple

from interviewcoach.estimation import units
from interviewcoach.estimation.units import UNITS, find_unit


class Reading(NamedTuple):
    """One way to understand an amount. `bare` is the number as written, with all time units left out."""

    strict: float
    data: int
    time: int
    bare: float


_THOUSAND, _MILLION, _BILLION, _TRILLION = 1e3, 1e6, 1e9, 1e12
MAGNITUDES = {word: scale for word, scale in units.MAGNITUDES.items() if word.islower()} | {"mil": _MILLION, "dozen": 12.0}
_CAPITALS = {"K": _THOUSAND, "M": _MILLION, "T": _TRILLION, "MM": _MILLION, "Mn": _MILLION, "Bn": _BILLION}

RATE_WORDS = frozenset({"qps", "rps", "tps", "wps", "iops"})
TIMES_WORDS = frozenset({"x", "X", "times"})
TIMES_SIGNS = TIMES_WORDS | {"*"}

# Words that an amount can be counted in, and that say nothing about what is counted.
PLAIN_NOUNS = frozenset(
    "avg average mean total overall roughly steady sustained on in req reqs request requests ops op operations "
    "tps qps rps wps call calls event events".split()
)
# What a system does with whatever comes in: `10M orders a day = 115 writes/s`.
ROLE_NOUNS = frozenset("write writes read reads query queries insert inserts update updates".split())
CHANGE = frozenset({"cent", "cents", "ct", "cts", "penny", "pence"})
PEAK_WORDS = frozenset(
    "peak peaks peaking max maximum burst bursts spike spikes spiky worst busiest busy evening sale sales rush "
    "headroom plan planned provision provisioned p99 limit cap capped tail".split()
)
# What stands behind a result and changes it by an unknown factor.
CHANGING_WORDS = frozenset(
    "with w incl including after replicated replica replicas replication copies compressed compression encoded "
    "overhead indexes indices headroom before without deduped dedup usable".split()
)
MACHINES = frozenset(
    "node nodes server servers machine machines box boxes host hosts shard shards partition partitions broker "
    "brokers pod pods instance instances disk disks core cores worker workers gpu gpus thread threads replica "
    "replicas connection connections cluster clusters vm vms rack racks".split()
)

# What comes only whole, so that a sum of 1.2 of them is rounded up.
COME_WHOLE = MACHINES | frozenset(
    "nic nics port ports link links uplink uplinks drive drives ssd ssds cpu cpus vcpu vcpus consumer consumers container "
    "containers process processes proxy proxies gateway gateways primary primaries leader leaders follower followers group "
    "groups table tables bucket buckets queue queues topic topics lane lanes region regions zone zones dc dcs site sites "
    "engineer engineers people person team teams driver drivers truck trucks batch batches page pages".split()
)
# What a rate is multiplied by when it is not on all days or hours that there are.
PERIODS = frozenset(
    "day days hour hours minute minutes second seconds week weeks month months weekday weekdays workday workdays night nights "
    "evening evenings weekend weekends session sessions shift shifts".split()
)

FRACTIONS = frozenset("half third quarter fifth tenth percent part share fraction most some each".split())

STRONG_WORDS = frozenset("is are equals equal ie that's thats it's was be".split())
WEAK_WORDS = frozenset(
    "so gives give giving makes make making means mean meaning yields thus hence therefore totals comes come "
    "works results get gets takes lasts need needs finish finishes done finished leaves land lands arrive we're".split()
)
LASTING_WORDS = frozenset(
    "takes take lasts need needs finish finishes done finished".split()
)  # so many machines may be taken for other reasons than the sum
HEDGES = frozenset(
    "about around roughly approximately approx ca circa nearly almost some something like or just only close "
    "a an maybe perhaps probably order would will that this which it to out up at in total already still "
    "somewhere near we i you us then and now its".split()
)
CHOOSING_WORDS = frozenset("say maybe perhaps call take plan".split())
RELATION_WORDS = STRONG_WORDS | WEAK_WORDS | HEDGES
ARROW = "→"

# Words that end the noun phrase after a number.
STOP_WORDS = (
    RELATION_WORDS
    | CHOOSING_WORDS
    | TIMES_WORDS
    | frozenset(
        "per each every over under at for from by with w without of on if when while but because since as than "
        "vs via into within inside across plus minus divided multiplied times until till between where who "
        "can could should must may might do does did have has had need needs not no e.g eg i.e including incl "
        "after before during against our their my your his her any all both either instead fits fit across "
        "the these those there here also too only even".split()
    )
)


def is_time_word(word: str) -> bool:
    unit = find_unit(word)
    return unit is not None and unit.dims == {"time": 1}


def is_size_word(word: str) -> bool:
    unit = find_unit(word) if len(word) > 1 else None
    return unit is not None and unit.dims == {"byte": 1}


def time_scale(word: str) -> float | None:
    """Seconds in a unit of time; `m` behind a slash can't be told and gives nothing."""
    unit = find_unit(word)
    return unit.scale if unit is not None and unit.dims == {"time": 1} else None


def magnitude(word: str) -> float | None:
    return _CAPITALS.get(word) or MAGNITUDES.get(word.lower() if len(word) > 2 else word)


def unit_readings(word: str, glued: bool) -> tuple[Reading, ...]:
    """All that a word right behind a number may mean; nothing when it is no unit."""
    special = _SEVERAL.get(word)
    if special is not None:
        return special if glued or word in "BG" else ()
    if word.lower() in RATE_WORDS:
        return (Reading(1.0, 0, -1, 1.0),)
    unit = UNITS.get(word) or (find_unit(word) if len(word) > 3 else None)
    if unit is None or word in TIMES_WORDS or not unit.dims.keys() <= {"byte", "time"} or not unit.dims:
        return ()
    data, time = unit.dims.get("byte", 0), unit.dims.get("time", 0)
    readings = [Reading(unit.scale, data, time, unit.scale if data else 1.0)]
    if data and not time and word in _LINE_SPEEDS:
        readings.append(Reading(unit.scale, 1, -1, unit.scale))  # "a 10 Gbit NIC" carries that much a second
    return tuple(readings)


_LINE_SPEEDS = frozenset({"Mb", "Gb", "Tb", "Mbit", "Gbit", "Tbit", "mbit", "gbit", "tbit"})


def _byte_or_bit(scale: float) -> tuple[Reading, ...]:
    bits = scale / 8
    return (Reading(scale, 1, 0, scale), Reading(bits, 1, 0, bits), Reading(bits, 1, -1, bits))


_SEVERAL = {
    "B": (Reading(1e9, 0, 0, 1e9), Reading(1.0, 1, 0, 1.0)),
    "b": (Reading(0.125, 1, 0, 0.125), Reading(1e9, 0, 0, 1e9)),
    "m": (Reading(1e6, 0, 0, 1e6), Reading(60.0, 0, 1, 1.0)),
    "G": (Reading(1e9, 1, 0, 1e9), Reading(1e9, 0, 0, 1e9)),
    "kb": _byte_or_bit(1e3), "Kb": _byte_or_bit(1e3), "mb": _byte_or_bit(1e6), "gb": _byte_or_bit(1e9),
    "tb": _byte_or_bit(1e12),
}  # fmt: skip
