-- Inbox and outbox of Messaging.Codegen, for PostgreSQL 14 and newer. May be run again, and by several at once.
-- The role that runs the application needs USAGE on the schema, all rights on its tables, and must own messaging.inbox (it adds and drops partitions).
BEGIN;
SELECT pg_advisory_xact_lock(7091350112245006529);

CREATE SCHEMA IF NOT EXISTS messaging;

-- One row for each message that a consumer has completed. A partition a day: what is too old goes away with its partition, no row is ever deleted.
CREATE TABLE IF NOT EXISTS messaging.inbox (
    key text NOT NULL, -- stream|consumer|contract:key
    day date NOT NULL DEFAULT (now() AT TIME ZONE 'UTC')::date,
    handled_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (key, day)
) PARTITION BY RANGE (day);

-- Claims a key for the running transaction: 0 it is the caller's, 1 it was completed, 2 another transaction has it.
-- The lock makes the key unique over all partitions, which no index could. Each statement of the function sees what was committed before it began,
-- so the look-up after the lock sees the row of whoever had the lock before.
CREATE OR REPLACE FUNCTION messaging.inbox_claim(claimed text) RETURNS integer LANGUAGE plpgsql AS $$
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtextextended(claimed, 7091350112245006529)) THEN
        RETURN 2;
    END IF;
    IF EXISTS (SELECT FROM messaging.inbox WHERE key = claimed) THEN
        RETURN 1;
    END IF;
    INSERT INTO messaging.inbox (key) VALUES (claimed);
    RETURN 0;
END $$;

-- Makes the partitions of today and the given number of days after it. New partitions are attached: that does not wait for running transactions.
CREATE OR REPLACE FUNCTION messaging.inbox_add_partitions(days integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    first date;
    name text;
BEGIN
    PERFORM pg_advisory_xact_lock(7091350112245006530);
    FOR i IN 0..days LOOP
        first := (now() AT TIME ZONE 'UTC')::date + i;
        name := 'inbox_' || to_char(first, 'YYYYMMDD');
        IF to_regclass('messaging.' || name) IS NULL THEN
            EXECUTE format('CREATE TABLE messaging.%I (LIKE messaging.inbox INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', name);
            EXECUTE format('ALTER TABLE messaging.inbox ATTACH PARTITION messaging.%I FOR VALUES FROM (%L) TO (%L)', name, first, first + 1);
        END IF;
    END LOOP;
END $$;

SELECT messaging.inbox_add_partitions(3);

-- Messages whose transaction is committed and that the broker has not acknowledged. The relay deletes them then.
CREATE TABLE IF NOT EXISTS messaging.outbox (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ordering_key text NOT NULL,
    bucket smallint NOT NULL GENERATED ALWAYS AS ((hashtext(ordering_key) & 63)::smallint) STORED,
    subject text NOT NULL,
    message_id text NOT NULL,
    headers text, -- one "Name: value" a line
    payload bytea NOT NULL,
    seconds_to_live bigint,
    created_at timestamptz NOT NULL DEFAULT now(),
    attempts integer NOT NULL DEFAULT 0,
    due_at timestamptz,    -- set after a failed try: nothing of this ordering key is tried before
    failed_at timestamptz, -- set when the broker has refused it for good; it is kept and blocks nothing
    reason text
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
CREATE INDEX IF NOT EXISTS outbox_pending ON messaging.outbox (bucket, id) WHERE failed_at IS NULL;
CREATE INDEX IF NOT EXISTS outbox_delayed ON messaging.outbox (ordering_key) WHERE failed_at IS NULL AND due_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS outbox_failed ON messaging.outbox (failed_at) WHERE failed_at IS NOT NULL;

-- A relay locks the buckets whose messages it publishes: all messages of an ordering key are in one bucket, so no two relays work on one key.
CREATE TABLE IF NOT EXISTS messaging.outbox_bucket (bucket smallint PRIMARY KEY);
INSERT INTO messaging.outbox_bucket SELECT generate_series(0, 63) ON CONFLICT DO NOTHING;

COMMIT;
