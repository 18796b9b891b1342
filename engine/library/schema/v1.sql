-- The library, version 1. Times of day are ISO 8601 in UTC, durations are seconds, ids sort by time.

CREATE TABLE session (
    id          TEXT PRIMARY KEY,
    started_at  TEXT NOT NULL,
    device      TEXT NOT NULL DEFAULT ''          -- the microphone
) STRICT;

CREATE TABLE utterance (
    seq             INTEGER PRIMARY KEY,
    id              TEXT NOT NULL UNIQUE,
    session_id      TEXT NOT NULL REFERENCES session (id),
    created_at      TEXT NOT NULL,
    duration        REAL NOT NULL,
    language        TEXT NOT NULL,
    speaker_id      TEXT NOT NULL,
    app             TEXT NOT NULL DEFAULT '',      -- where the text went
    model           TEXT NOT NULL DEFAULT '',      -- what recognised it
    raw_text        TEXT NOT NULL DEFAULT '',      -- as recognised
    delivered_text  TEXT NOT NULL,                 -- as written into the application
    text            TEXT NOT NULL,                 -- as it stands after corrections
    words           INTEGER NOT NULL,              -- how many words `text` has
    status          TEXT NOT NULL
                    CHECK (status IN ('dictated', 'accepted', 'corrected', 'rejected', 'read', 'imported')),
    kind            TEXT CHECK (kind IN ('misheard', 'rewrite', 'formatting')), -- of the latest correction
    imported_as     TEXT CHECK (imported_as IN ('corrected', 'accepted', 'read')),
    source          TEXT CHECK (source IN ('corrected', 'accepted', 'read')),   -- what it is as a training pair
    pair_text       TEXT,                          -- and the text it trains, which a rewrite leaves behind
    split           TEXT CHECK (split IN ('train', 'dev', 'test')),             -- assigned once, never changed
    quarantine      TEXT,                          -- why the pair must not train
    gold            INTEGER NOT NULL DEFAULT 0,    -- 1: only ever tests
    later           INTEGER NOT NULL DEFAULT 0,    -- 1: marked to be corrected later
    audio           TEXT UNIQUE,                   -- FLAC file under audio/, NULL once it is no longer kept
    audio_sha256    TEXT,
    audio_fault     TEXT CHECK (audio_fault IN ('missing', 'damaged')),
    level_db        REAL,                          -- loudness of the recording, dB below full scale
    clipped         REAL,                          -- share of its samples at full scale
    alignment_score REAL,                          -- mean log probability of the text given the audio
    deleted_at      TEXT                           -- set while a deletion can still be undone
) STRICT;

CREATE INDEX utterance_session ON utterance (session_id);
CREATE INDEX utterance_audio_sha256 ON utterance (audio_sha256);
CREATE INDEX utterance_status ON utterance (status, id);
CREATE INDEX utterance_later ON utterance (id) WHERE later = 1;
CREATE INDEX utterance_deleted ON utterance (deleted_at) WHERE deleted_at IS NOT NULL;
-- Covers the figures of `stats`, so that they never read the wide rows.
CREATE INDEX utterance_figures ON utterance (deleted_at, status, source, split, quarantine, duration, words);

CREATE TABLE word (                                -- the words of raw_text
    utterance   INTEGER NOT NULL REFERENCES utterance (seq) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    text        TEXT NOT NULL,
    start       REAL NOT NULL,
    "end"       REAL NOT NULL,
    probability REAL NOT NULL,
    PRIMARY KEY (utterance, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE hypothesis (                          -- other ways to read the utterance, best first
    utterance   INTEGER NOT NULL REFERENCES utterance (seq) ON DELETE CASCADE,
    rank        INTEGER NOT NULL,
    text        TEXT NOT NULL,
    score       REAL NOT NULL,                     -- mean log probability of its tokens
    tokens      TEXT NOT NULL DEFAULT '[]',        -- JSON list
    PRIMARY KEY (utterance, rank)
) STRICT, WITHOUT ROWID;

CREATE TABLE correction (
    seq           INTEGER PRIMARY KEY,
    id            TEXT NOT NULL UNIQUE,
    utterance     INTEGER NOT NULL REFERENCES utterance (seq) ON DELETE CASCADE,
    created_at    TEXT NOT NULL,
    before_text   TEXT NOT NULL,
    after_text    TEXT NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('misheard', 'rewrite', 'formatting')),
    proposed_kind TEXT NOT NULL CHECK (proposed_kind IN ('misheard', 'rewrite', 'formatting')),
    first_word    INTEGER,                         -- the span of before_text, NULL for all of it
    word_count    INTEGER,
    before_status TEXT NOT NULL,                   -- what undoing it goes back to
    undone_at     TEXT
) STRICT;

CREATE INDEX correction_utterance ON correction (utterance, seq);

CREATE TABLE term (
    id          TEXT PRIMARY KEY,
    text        TEXT NOT NULL UNIQUE,
    spoken      TEXT NOT NULL DEFAULT '',          -- how it is said, where writing does not tell
    origin      TEXT NOT NULL,                     -- correction, user or the name of a document
    correction  INTEGER REFERENCES correction (seq) ON DELETE SET NULL,
    evidence    INTEGER NOT NULL DEFAULT 0,
    enabled     INTEGER NOT NULL DEFAULT 1,
    created_at  TEXT NOT NULL
) STRICT;

CREATE TABLE rule (
    id          TEXT PRIMARY KEY,
    pattern     TEXT NOT NULL,
    replacement TEXT NOT NULL,
    context     TEXT NOT NULL DEFAULT '{}',        -- JSON: when the rule applies
    correction  INTEGER REFERENCES correction (seq) ON DELETE SET NULL,
    evidence    INTEGER NOT NULL DEFAULT 0,
    enabled     INTEGER NOT NULL DEFAULT 1,
    created_at  TEXT NOT NULL,
    retired_at  TEXT
) STRICT;

CREATE TABLE model (                               -- personal models; their files are in the models folder
    id          TEXT PRIMARY KEY,
    base        TEXT NOT NULL,
    created_at  TEXT NOT NULL
) STRICT;

CREATE TABLE training_run (
    id          TEXT PRIMARY KEY,
    started_at  TEXT NOT NULL,
    ended_at    TEXT,
    base        TEXT NOT NULL,
    outcome     TEXT NOT NULL DEFAULT 'running',
    model       TEXT REFERENCES model (id),        -- what came out, if it was accepted
    report      TEXT NOT NULL DEFAULT ''           -- path of the report
) STRICT;

-- Which run saw which utterance. The id stays when the utterance is deleted: it says nothing, and proves the deletion.
CREATE TABLE training_use (
    utterance_id TEXT NOT NULL,
    run          TEXT NOT NULL REFERENCES training_run (id) ON DELETE CASCADE,
    PRIMARY KEY (utterance_id, run)
) STRICT, WITHOUT ROWID;

-- Splits. A stretch is about half a minute of one session's speech; it goes to one split as a whole.
CREATE TABLE stretch (
    seq         INTEGER PRIMARY KEY,
    session_id  TEXT NOT NULL REFERENCES session (id),
    split       TEXT NOT NULL CHECK (split IN ('train', 'dev', 'test')),
    seconds     REAL NOT NULL
) STRICT;

CREATE INDEX stretch_session ON stretch (session_id, seq);

-- The text of each utterance that has a split, as hashes only, so that near-duplicates are found and kept together.
CREATE TABLE sentence (
    utterance   INTEGER PRIMARY KEY REFERENCES utterance (seq) ON DELETE CASCADE,
    bag         INTEGER NOT NULL,                  -- hash of its words in alphabetical order
    shingles    INTEGER NOT NULL                   -- how many it has
) STRICT;

CREATE INDEX sentence_bag ON sentence (bag);

CREATE TABLE shingle (                             -- neighbouring words of a sentence, hashed
    hash        INTEGER NOT NULL,
    utterance   INTEGER NOT NULL REFERENCES sentence (utterance) ON DELETE CASCADE,
    PRIMARY KEY (hash, utterance)
) STRICT, WITHOUT ROWID;

CREATE INDEX shingle_utterance ON shingle (utterance);

-- Full text of `text`, kept in step by the triggers.
CREATE VIRTUAL TABLE utterance_text USING fts5 (
    text, content = 'utterance', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER utterance_inserted AFTER INSERT ON utterance BEGIN
    INSERT INTO utterance_text (rowid, text) VALUES (new.seq, new.text);
END;

CREATE TRIGGER utterance_removed AFTER DELETE ON utterance BEGIN
    INSERT INTO utterance_text (utterance_text, rowid, text) VALUES ('delete', old.seq, old.text);
END;

CREATE TRIGGER utterance_text_changed AFTER UPDATE OF text ON utterance BEGIN
    INSERT INTO utterance_text (utterance_text, rowid, text) VALUES ('delete', old.seq, old.text);
    INSERT INTO utterance_text (rowid, text) VALUES (new.seq, new.text);
END;

-- The different words of all texts, with how often they occur; those whose deletion can be undone count still.
CREATE TABLE vocabulary (
    word        TEXT PRIMARY KEY,
    occurrences INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
