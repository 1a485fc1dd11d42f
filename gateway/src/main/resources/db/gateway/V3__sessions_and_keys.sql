-- Who has it signs in to nothing but a change of the password.
alter table users add column must_change_password boolean not null default false;

create trigger user_must_change after update of must_change_password on users
    for each row execute function note_user_change();

alter table sign_in add column address text;
alter table sign_in add column user_agent text;

-- A key of the API. Its secret is stored as SHA-256 only.
create table api_key (
    id                uuid primary key,
    owner             text        not null references users (name) on delete cascade,
    name              text        not null,
    -- names of permissions; never empty
    scopes            text[]      not null,
    -- ids of clusters; empty means no limit
    clusters          text[]      not null,
    secret_hash       bytea       not null,
    -- the secret before the last rotation, good until then
    previous_hash     bytea,
    previous_until    timestamptz,
    created_at        timestamptz not null,
    rotated_at        timestamptz,
    expires_at        timestamptz not null,
    last_used_at      timestamptz,
    last_used_address text
);

create unique index api_key_name on api_key (owner, name);

create function note_api_key_change() returns trigger language plpgsql as $$
begin
    insert into ${flyway:defaultSchema}.access_change (subject) values (old.owner);
    return null;
end $$;

create trigger api_key_changed after update of secret_hash, previous_hash, previous_until or delete
    on api_key for each row execute function note_api_key_change();
