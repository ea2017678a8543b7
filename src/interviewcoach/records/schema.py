"""The tables, as steps: a database of version N has taken the first N of them. A step is never edited later.

All times are milliseconds since the epoch, durations milliseconds, JSON is compact UTF-8 text.
"""

from __future__ import annotations

FIRST = """
-- One row a sitting: how it began, and what its events add up to so far, so that lists need no replay.
CREATE TABLE sittings(
  id TEXT PRIMARY KEY,
  problem TEXT NOT NULL,
  mode TEXT NOT NULL,
  level TEXT NOT NULL,
  seed INTEGER NOT NULL,
  timed INTEGER NOT NULL,
  content_version TEXT NOT NULL,
  title TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL,
  phase TEXT,
  started INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  active INTEGER NOT NULL,
  planned INTEGER,
  words INTEGER NOT NULL,
  pace TEXT,
  prediction TEXT,
  card TEXT REFERENCES scorecards(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  deleted INTEGER
);
CREATE INDEX sittings_by_problem ON sittings(problem, started);
CREATE INDEX sittings_by_start ON sittings(started);

CREATE TABLE events(
  sitting TEXT NOT NULL REFERENCES sittings(id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY(sitting, seq)
) WITHOUT ROWID;

-- The latest text of each part while a sitting is unfinished; how it was typed is in its events.
CREATE TABLE drafts(
  sitting TEXT NOT NULL REFERENCES sittings(id) ON DELETE CASCADE,
  part TEXT NOT NULL,
  at INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY(sitting, part)
);

-- Which window may write to a running sitting.
CREATE TABLE leases(
  sitting TEXT PRIMARY KEY REFERENCES sittings(id) ON DELETE CASCADE,
  token TEXT NOT NULL,
  host TEXT NOT NULL,
  pid INTEGER NOT NULL,
  beat INTEGER NOT NULL
) WITHOUT ROWID;

-- What was handed in, as it was scored; `folded` is its text made ready for searching.
CREATE TABLE transcripts(
  sitting TEXT PRIMARY KEY REFERENCES sittings(id) ON DELETE CASCADE,
  folded TEXT NOT NULL,
  document TEXT NOT NULL,
  submission TEXT NOT NULL
);

-- Every scorecard a sitting was ever given; sittings.card names the one that counts.
CREATE TABLE scorecards(
  id TEXT PRIMARY KEY,
  sitting TEXT NOT NULL REFERENCES sittings(id) ON DELETE CASCADE,
  made INTEGER NOT NULL,
  level TEXT NOT NULL,
  content_version TEXT NOT NULL,
  verdict TEXT NOT NULL,
  overall REAL NOT NULL,
  summary TEXT NOT NULL,
  body TEXT NOT NULL
);
CREATE INDEX scorecards_by_sitting ON scorecards(sitting, made);

CREATE TABLE remarks(
  id TEXT PRIMARY KEY,
  sitting TEXT NOT NULL REFERENCES sittings(id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  author TEXT NOT NULL,
  text TEXT NOT NULL
);
CREATE INDEX remarks_by_sitting ON remarks(sitting, at);

CREATE TABLE tags(
  sitting TEXT NOT NULL REFERENCES sittings(id) ON DELETE CASCADE,
  tag TEXT NOT NULL,
  PRIMARY KEY(sitting, tag)
) WITHOUT ROWID;

-- Which questions the interviewer has asked, so that none comes twice within a few sittings.
CREATE TABLE probes(
  sitting TEXT NOT NULL REFERENCES sittings(id) ON DELETE CASCADE,
  probe TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY(sitting, probe)
) WITHOUT ROWID;

CREATE TABLE settings(
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
"""

STEPS: tuple[str, ...] = (FIRST,)
