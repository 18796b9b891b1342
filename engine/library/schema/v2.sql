-- The library, version 2: figures that are kept up to date, where version 1 counted every row each time; and what
-- utterances that were joined or split are made from.

-- What was joined or split stays, as deleted, until it is purged; until then it can be undone.
CREATE TABLE origin (
    utterance   INTEGER NOT NULL REFERENCES utterance (seq) ON DELETE CASCADE,
    made_from   INTEGER NOT NULL REFERENCES utterance (seq) ON DELETE CASCADE,
    PRIMARY KEY (utterance, made_from)
) STRICT, WITHOUT ROWID;

CREATE INDEX origin_made_from ON origin (made_from);

-- One row for each sort of utterance that is not deleted. "" stands for NULL; of a quarantine the reason alone counts.
CREATE TABLE figure (
    status       TEXT NOT NULL,
    source       TEXT NOT NULL,
    split        TEXT NOT NULL,
    quarantine   TEXT NOT NULL,
    utterances   INTEGER NOT NULL,
    milliseconds INTEGER NOT NULL,                 -- whole numbers: what is taken away again leaves nothing behind
    words        INTEGER NOT NULL,
    PRIMARY KEY (status, source, split, quarantine)
) STRICT, WITHOUT ROWID;

CREATE VIEW counted AS
SELECT seq, status, ifnull(source, '') AS source, ifnull(split, '') AS split,
       rtrim(substr(ifnull(quarantine, ''), 1, ifnull(nullif(instr(quarantine, ' ('), 0), 1000))) AS quarantine,
       CAST(round(duration * 1000) AS INTEGER) AS milliseconds, words
FROM utterance WHERE deleted_at IS NULL;

INSERT INTO figure
SELECT status, source, split, quarantine, count(*), sum(milliseconds), sum(words) FROM counted
GROUP BY status, source, split, quarantine;

CREATE TRIGGER utterance_counted AFTER INSERT ON utterance BEGIN
    INSERT INTO figure SELECT status, source, split, quarantine, 1, milliseconds, words FROM counted WHERE seq = new.seq
    ON CONFLICT DO UPDATE SET utterances = utterances + 1, milliseconds = milliseconds + excluded.milliseconds,
                              words = words + excluded.words;
END;

CREATE TRIGGER utterance_uncounted BEFORE DELETE ON utterance BEGIN
    INSERT INTO figure SELECT status, source, split, quarantine, -1, -milliseconds, -words FROM counted WHERE seq = old.seq
    ON CONFLICT DO UPDATE SET utterances = utterances - 1, milliseconds = milliseconds + excluded.milliseconds,
                              words = words + excluded.words;
END;

CREATE TRIGGER utterance_about_to_change
BEFORE UPDATE OF status, source, split, quarantine, duration, words, deleted_at ON utterance BEGIN
    INSERT INTO figure SELECT status, source, split, quarantine, -1, -milliseconds, -words FROM counted WHERE seq = old.seq
    ON CONFLICT DO UPDATE SET utterances = utterances - 1, milliseconds = milliseconds + excluded.milliseconds,
                              words = words + excluded.words;
END;

CREATE TRIGGER utterance_changed
AFTER UPDATE OF status, source, split, quarantine, duration, words, deleted_at ON utterance BEGIN
    INSERT INTO figure SELECT status, source, split, quarantine, 1, milliseconds, words FROM counted WHERE seq = new.seq
    ON CONFLICT DO UPDATE SET utterances = utterances + 1, milliseconds = milliseconds + excluded.milliseconds,
                              words = words + excluded.words;
END;

DROP INDEX utterance_figures;
