-- Limits that differ from those of the settings. The window of concurrent requests is null.
create table request_limit (
    class          text primary key,
    quota          int         not null check (quota > 0),
    window_seconds int check (window_seconds > 0),
    version        bigint      not null,
    changed_by     text        not null,
    changed_at     timestamptz not null
);

create table limit_override (
    class          text        not null,
    kind           text        not null check (kind in ('user', 'key')),
    subject        text        not null,
    quota          int         not null check (quota > 0),
    window_seconds int check (window_seconds > 0),
    version        bigint      not null,
    changed_by     text        not null,
    changed_at     timestamptz not null,
    primary key (class, kind, subject)
);

-- One row. Each change takes the next number as its version; every gateway polls the number.
create table limit_revision (
    only_one boolean primary key default true check (only_one),
    no       bigint not null
);

insert into limit_revision (no) values (1);
