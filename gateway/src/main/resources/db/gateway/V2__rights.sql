-- A user that an import made has no password until one is set.
alter table users alter password_hash drop not null;

create table roles (
    name        text primary key,
    description text,
    permissions text[]      not null,
    created_at  timestamptz not null
);

create table user_groups (
    name        text primary key,
    description text,
    created_at  timestamptz not null
);

create table group_members (
    group_name text not null references user_groups (name) on delete cascade,
    user_name  text not null references users (name) on delete cascade,
    -- manual, or oidc where the provider says so at each sign-in
    source     text not null default 'manual' check (source in ('manual', 'oidc')),
    primary key (group_name, user_name)
);

create index group_members_user on group_members (user_name);

alter table grants
    alter user_name drop not null,
    add group_name        text references user_groups (name) on delete cascade,
    -- topic, group or queue, and the names of those
    add resource          text,
    add pattern           text,
    add expires_at        timestamptz,
    -- in effect only while an elevation lasts, and that at most so long
    add elevation_minutes int,
    add constraint one_holder check (num_nonnulls(user_name, group_name) = 1),
    add constraint names_whole check (num_nonnulls(resource, pattern) in (0, 2)),
    drop constraint same_grant_once,
    add constraint same_grant_once unique nulls not distinct
        (user_name, group_name, role, environment, tag, cluster, resource, pattern, elevation_minutes);

create index grants_group on grants (group_name);

create table elevations (
    id         uuid primary key,
    user_name  text        not null references users (name) on delete cascade,
    grant_id   uuid        not null references grants (id) on delete cascade,
    reason     text        not null,
    started_at timestamptz not null,
    ends_at    timestamptz not null
);

create index elevations_user on elevations (user_name, ends_at);

-- Every grant that a user holds, itself or through a group, in effect or not.
create view held_grants as
select held.user_name as holder, held.via, g.id, g.role, r.permissions, g.environment, g.tag, g.cluster,
       g.resource, g.pattern, g.expires_at, g.elevation_minutes, g.created_at,
       e.reason, e.ends_at as elevated_until
from (
    select user_name, null::text as via, id from grants where user_name is not null
    union all
    select m.user_name, m.group_name, g.id from group_members m join grants g on g.group_name = m.group_name
) held
join grants g on g.id = held.id
left join roles r on r.name = g.role
left join lateral (
    select reason, ends_at from elevations
    where user_name = held.user_name and grant_id = g.id and ends_at > clock_timestamp()
    order by ends_at desc limit 1
) e on g.elevation_minutes is not null;

-- A change of a group's grants or of a role concerns many: everybody is looked up anew.
create or replace function note_grant_change() returns trigger language plpgsql as $$
begin
    insert into ${flyway:defaultSchema}.access_change (subject)
    values (coalesce(new.user_name, old.user_name, '*'));
    return null;
end $$;

create function note_member_change() returns trigger language plpgsql as $$
begin
    insert into ${flyway:defaultSchema}.access_change (subject)
    values (coalesce(new.user_name, old.user_name));
    return null;
end $$;

create function note_role_change() returns trigger language plpgsql as $$
begin
    insert into ${flyway:defaultSchema}.access_change (subject) values ('*');
    return null;
end $$;

create trigger member_changed after insert or update or delete on group_members
    for each row execute function note_member_change();
create trigger elevation_changed after insert or update or delete on elevations
    for each row execute function note_member_change();
create trigger role_changed after insert or update or delete on roles
    for each row execute function note_role_change();
