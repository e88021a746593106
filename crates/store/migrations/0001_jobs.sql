-- Work that was accepted. Times are milliseconds since 1970 in UTC.
CREATE TABLE jobs (
    id TEXT PRIMARY KEY NOT NULL,
    owner TEXT NOT NULL,
    request_id TEXT NOT NULL,
    request_hash TEXT NOT NULL,
    priority BIGINT NOT NULL,
    threads BIGINT NOT NULL,
    state TEXT NOT NULL,
    failure TEXT NOT NULL,
    cancel_wanted BIGINT NOT NULL,
    attempt BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    beats BIGINT NOT NULL,
    worker TEXT NOT NULL,
    last_event BIGINT NOT NULL,
    plan_broken BIGINT,
    plan_points BIGINT,
    deadline_ms BIGINT,
    created_ms BIGINT NOT NULL,
    started_ms BIGINT,
    ended_ms BIGINT,
    UNIQUE (owner, request_id)
);

CREATE INDEX jobs_by_state ON jobs (state, owner, priority DESC, id, threads);

CREATE INDEX jobs_by_owner ON jobs (owner, id);

-- What a job was asked, and its best plan: apart from the job, whose row is often written.
CREATE TABLE contents (
    job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    body {bytes} NOT NULL,
    PRIMARY KEY (job_id, kind)
);

-- What happened to a job, numbered from 1.
CREATE TABLE events (
    job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    body {bytes} NOT NULL,
    PRIMARY KEY (job_id, number)
);
