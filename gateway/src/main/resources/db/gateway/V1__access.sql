create table users (
    name            text primary key,
    password_hash   text        not null,
    disabled        boolean     not null default false,
    -- rises with every change that ends what the user has signed in
    epoch           bigint      not null default 1,
    created_at      timestamptz not null,
    last_sign_in_at timestamptz
);

create table grants (
    id          uuid primary key,
    user_name   text        not null references users (name) on delete cascade,
    role        text        not null,
    environment text,
    tag         text,
    cluster     text,
    created_at  timestamptz not null,
    constraint at_most_one_limit check (num_nonnulls(environment, tag, cluster) <= 1),
    constraint same_grant_once unique nulls not distinct (user_name, role, environment, tag, cluster)
);

-- A browser session or a family of refresh tokens. Secrets are stored as SHA-256 only.
create table sign_in (
    id            uuid primary key,
    subject       text        not null references users (name) on delete cascade,
    kind          text        not null check (kind in ('browser', 'token')),
    -- of the user when it signed in: lower than the user's now means ended
    epoch         bigint      not null,
    secret_hash   bytea       not null,
    previous_hash bytea,
    -- key that makes the successor of a refresh token, so that a repeated exchange gives the same
    seed          bytea       not null,
    rotated_at    timestamptz,
    created_at    timestamptz not null,
    last_used_at  timestamptz not null,
    idle_seconds  int         not null,
    expires_at    timestamptz not null,
    ended_at      timestamptz,
    ended_why     text
);

create index sign_in_subject on sign_in (subject);
create index sign_in_expiry on sign_in (expires_at);

-- Whose access changed lately. Every gateway polls it and drops what it remembers of the subject.
create table access_change (
    no      bigint generated always as identity primary key,
    subject text        not null,
    at      timestamptz not null default clock_timestamp()
);

create index access_change_at on access_change (at);

create function note_user_change() returns trigger language plpgsql as $$
begin
    insert into ${flyway:defaultSchema}.access_change (subject) values (coalesce(new.name, old.name));
    return null;
end $$;

create function note_grant_change() returns trigger language plpgsql as $$
begin
    insert into ${flyway:defaultSchema}.access_change (subject)
    values (coalesce(new.user_name, old.user_name));
    return null;
end $$;

create function note_sign_in_change() returns trigger language plpgsql as $$
begin
    insert into ${flyway:defaultSchema}.access_change (subject) values (coalesce(new.subject, old.subject));
    return null;
end $$;

create trigger user_changed after update of disabled, epoch or delete on users
    for each row execute function note_user_change();
create trigger grant_changed after insert or update or delete on grants
    for each row execute function note_grant_change();
create trigger sign_in_ended after update of ended_at or delete on sign_in
    for each row execute function note_sign_in_change();
