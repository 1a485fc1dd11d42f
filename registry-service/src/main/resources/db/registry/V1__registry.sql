create table cluster (
    id               text primary key,
    name             text not null,
    description      text,
    kind             text not null,
    environment      text not null,
    tags             jsonb not null,
    template_id      text,
    template_version integer,
    generation       bigint not null,
    first_generation bigint not null,
    deleting         boolean not null,
    spec             jsonb not null,
    warnings         text not null, -- a JSON array
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    created_by       text,
    status           jsonb not null,
    phase            text not null,
    status_sequence  bigint not null
);

-- A name is taken from the request to create until the request to delete.
create unique index cluster_name on cluster (lower(name)) where not deleting;
create index cluster_environment on cluster (environment, id);
create index cluster_phase on cluster (phase, id);
create index cluster_tags on cluster using gin (tags jsonb_path_ops);

-- The last generation of each id that was deleted: a cluster made anew under it goes on from there.
create table retired_cluster (
    id         text primary key,
    generation bigint not null,
    retired_at timestamptz not null
);

create table template (
    id         text primary key,
    version    integer not null,
    builtin    boolean not null,
    body       jsonb not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by text
);

create table template_version (
    template_id text not null references template (id) on delete cascade,
    version     integer not null,
    body        jsonb not null,
    created_at  timestamptz not null,
    created_by  text,
    primary key (template_id, version)
);

-- Answers kept for repeated requests with one Idempotency-Key.
create table replay (
    subject     text not null,
    key         text not null,
    fingerprint text not null,
    answer      text not null,
    created_at  timestamptz not null,
    constraint replay_pkey primary key (subject, key)
);
create index replay_age on replay (created_at);
