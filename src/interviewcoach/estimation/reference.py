"""Numbers worth knowing by heart, each in the worksheet's own language, so that it can be put into a sheet.

Latencies and throughputs are orders of magnitude for ordinary hardware of the year that is given; measure
before you rely on them.
"""

from __future__ import annotations

from typing import NamedTuple

from interviewcoach.estimation.sheet import evaluate_sheet


class Entry(NamedTuple):
    label: str
    value: str  # what a worksheet line can hold: `100 ns`, `86,400 s`
    note: str = ""
    year: int | None = None


class Section(NamedTuple):
    id: str
    title: str
    entries: tuple[Entry, ...]


_HARDWARE_YEAR = 2024

_LATENCIES = (
    ("L1 cache reference", "1 ns", ""),
    ("L2 cache reference", "4 ns", ""),
    ("Lock and unlock a free mutex", "20 ns", ""),
    ("Main memory reference", "100 ns", ""),
    ("Compress 1 KB with a fast codec", "2 us", ""),
    ("Read 1 MB in order from memory", "50 us", "one core, about 20 GB/s"),
    ("Random read from an NVMe SSD", "100 us", "flash; 4 KB"),
    ("Read 1 MB in order from an NVMe SSD", "300 us", "about 3 GB/s"),
    ("Round trip within a data centre", "500 us", "less within a rack"),
    ("Round trip between zones of a region", "1 ms", "1 to 2 ms"),
    ("Read 1 MB in order from a hard disk", "5 ms", "about 200 MB/s"),
    ("Seek of a hard disk", "8 ms", "hardly better than 20 years ago"),
    ("Round trip across a continent", "60 ms", "New York to California"),
    ("Round trip between continents", "150 ms", "California to the Netherlands"),
)
_POWERS = (
    ("Thousand, a kibi", "2^10", "1 KiB"),
    ("16 bits", "2^16", "65,536: ports, small counters"),
    ("Million, a mebi", "2^20", "1 MiB"),
    ("Billion, a gibi", "2^30", "1 GiB"),
    ("32 bits", "2^32", "4.29 billion: IPv4 addresses, an unsigned int"),
    ("Trillion, a tebi", "2^40", "1 TiB"),
    ("41 bits of milliseconds", "2^41 ms to years", "the timestamp of a snowflake id"),
    ("63 bits", "2^63", "9.2e18: a signed 64-bit id"),
    ("7 characters of base 62", "62^7", "3.5 trillion short codes"),
)
_TIMES = (
    ("A day", "86,400 s", "take 100k for the back of an envelope"),
    ("A month", "1 month to s", "about 2.6 million seconds"),
    ("A year", "1 year to s", "about 31.5 million seconds"),
    ("1 million a day", "1M requests/day", "about 12 a second"),
    ("1 billion a day", "1B requests/day", "about 12 thousand a second"),
    ("1 million a month", "1M requests/month", "about one every 2.6 seconds"),
    ("1 TB a day", "1 TB/day", "about 12 MB a second"),
    ("1 GB a second", "1 GB/s to TB/day", ""),
    ("1 Gbps", "1 Gbps to MB/s", "a byte has eight bits"),
)
_SIZES = (
    ("ASCII character", "1 byte", "other scripts take 2 to 4 in UTF-8"),
    ("64-bit number, timestamp, snowflake id", "8 bytes", ""),
    ("UUID", "16 bytes", "36 as text"),
    ("SHA-256", "32 bytes", "64 as hexadecimal text"),
    ("URL", "100 bytes", "allow 2 KB"),
    ("Short post with its metadata", "1 KB", ""),
    ("Web page, HTML alone", "100 KB", ""),
    ("Thumbnail", "20 KB", ""),
    ("Photo for the web", "300 KB", ""),
    ("Photo from a phone", "3 MB", ""),
    ("A minute of music at 128 kbps", "128 kbps * 1 min", ""),
    ("A minute of 1080p video at 5 Mbps", "5 Mbps * 1 min", ""),
)
_MACHINES = (
    ("Application server, small requests", "5k requests/s", "1k to 10k, by the work in each"),
    ("In-memory cache node", "100k operations/s", "one Redis thread, small values, no pipelining"),
    ("Relational primary, simple writes", "5k writes/s", "SSD, each committed durably"),
    ("Relational replica, point reads", "20k reads/s", "when the working set is in memory"),
    ("Log broker, one node", "200 MB/s", "batched, replicated"),
    ("Open connections on a tuned host", "100k connections", "mostly idle; memory is the limit"),
    ("NVMe SSD, in order", "3 GB/s", ""),
    ("NVMe SSD, random 4 KB reads", "500k operations/s", "with a deep queue"),
    ("Hard disk, in order", "200 MB/s", ""),
    ("Hard disk, random", "150 operations/s", ""),
    ("Network card", "10 Gbps", "25 and 100 are common in data centres"),
    ("Memory of a usual server", "256 GB", ""),
)
_NINES = (("Two nines", 2), ("Three nines", 3), ("Three and a half nines", 3.5), ("Four nines", 4), ("Five nines", 5))


def reference_card() -> tuple[Section, ...]:
    """The card, section by section."""
    return (
        Section("latency", "Latency", _entries(_LATENCIES, _HARDWARE_YEAR)),
        Section("powers", "Powers of two", _entries(_POWERS)),
        Section("time", "Time and rates", _entries(_TIMES)),
        Section("availability", "Availability", tuple(_availability(label, nines) for label, nines in _NINES)),
        Section("sizes", "Typical sizes", _entries(_SIZES)),
        Section("machines", "What one machine does", _entries(_MACHINES, _HARDWARE_YEAR)),
    )


def _entries(rows: tuple[tuple[str, str, str], ...], year: int | None = None) -> tuple[Entry, ...]:
    return tuple(Entry(label, value, note, year) for label, value, note in rows)


def _availability(label: str, nines: float) -> Entry:
    """The downtime that an availability leaves, by our own calculator."""
    value = "99.95%" if nines == 3.5 else f"{100 - 100 * 10.0**-nines:.10g}%"
    year, month, day = evaluate_sheet("\n".join(f"(1 - {value}) * 1 {unit}" for unit in ("year", "month", "day")))
    return Entry(f"{label}, {value}", value, f"down {year.text} a year, {month.text} a month, {day.text} a day")
