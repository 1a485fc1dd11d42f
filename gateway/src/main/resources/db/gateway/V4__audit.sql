-- The audit: rows that are only ever added, each bound to the one before it by its hash.
create table audit (
    -- without gaps, in the order of the chain
    no            bigint primary key,
    at            timestamptz not null,
    -- the attempt that the row tells of; all rows of an attempt have the same
    entry         uuid        not null,
    -- true for the first row of an attempt
    opens         boolean     not null,
    stage         text        not null
        check (stage in ('attempted', 'completed', 'denied', 'changed')),
    subject       text,
    kind          text,
    action        text        not null,
    permission    text,
    cluster       text,
    -- of the cluster at that time: who may see the row is judged by them
    environment   text,
    tags          text        not null,
    outcome       text check (outcome in ('succeeded', 'failed', 'denied')),
    status        int,
    trace         text,
    address       text,
    -- id of the change that a service told of: none is kept twice
    change        text unique,
    document      text        not null,
    previous_hash bytea       not null,
    hash          bytea       not null
);

create index audit_entry on audit (entry);
create index audit_trace on audit (trace) where opens;
create index audit_subject on audit (subject, no) where opens;
create index audit_cluster on audit (cluster, no) where cluster is not null;
create index audit_at on audit (at);

-- The end of the chain. Its row is the lock under which rows get their place.
create table audit_head (
    one  boolean primary key default true check (one),
    no   bigint not null,
    hash bytea  not null
);

insert into audit_head (no, hash) values (0, decode(repeat('00', 32), 'hex'));

-- What is known of clusters, so that the rows of an attempt can tell where it was made.
create table audit_scope (
    id          text primary key,
    environment text not null,
    tags        text not null
);

-- How far the topic of changes was read, in the transaction of what was read.
create table audit_offset (
    one  boolean primary key default true check (one),
    next bigint not null
);

insert into audit_offset (next) values (0);

-- Length before text, so that no two rows have the same form.
create function audit_field(value text) returns text language sql immutable as $$
    select case when value is null then '-;' else octet_length(value) || ':' || value || ';' end
$$;

-- Times as microseconds since 1970. The verifier has the same rules in Java.
create function audit_hash(r audit) returns bytea language sql immutable as $$
    select sha256(r.previous_hash || convert_to(
        ${flyway:defaultSchema}.audit_field(r.no::text)
        || ${flyway:defaultSchema}.audit_field(((extract(epoch from r.at) * 1000000)::bigint)::text)
        || ${flyway:defaultSchema}.audit_field(r.entry::text)
        || ${flyway:defaultSchema}.audit_field(r.opens::text)
        || ${flyway:defaultSchema}.audit_field(r.stage)
        || ${flyway:defaultSchema}.audit_field(r.subject)
        || ${flyway:defaultSchema}.audit_field(r.kind)
        || ${flyway:defaultSchema}.audit_field(r.action)
        || ${flyway:defaultSchema}.audit_field(r.permission)
        || ${flyway:defaultSchema}.audit_field(r.cluster)
        || ${flyway:defaultSchema}.audit_field(r.environment)
        || ${flyway:defaultSchema}.audit_field(r.tags)
        || ${flyway:defaultSchema}.audit_field(r.outcome)
        || ${flyway:defaultSchema}.audit_field(r.status::text)
        || ${flyway:defaultSchema}.audit_field(r.trace)
        || ${flyway:defaultSchema}.audit_field(r.address)
        || ${flyway:defaultSchema}.audit_field(r.change)
        || ${flyway:defaultSchema}.audit_field(r.document), 'UTF8'))
$$;

-- Which attempt a change belongs to: the last one of its request by the same subject before it.
-- Clocks of services may differ a little; a change without an attempt is one of its own.
create function audit_attempt(e jsonb) returns uuid language sql stable as $$
    select coalesce(
        (select a.entry from ${flyway:defaultSchema}.audit a
         where a.trace = e->>'trace' and a.subject = e->>'subject' and a.opens
           and a.stage = 'attempted' and a.action <> 'page'
           and (a.cluster is null or e->>'cluster' is null or a.cluster = e->>'cluster')
         order by (a.at <= coalesce((e->>'at')::timestamptz, clock_timestamp())
                             + interval '1 s') desc, a.no desc
         limit 1),
        gen_random_uuid())
$$;

-- Adds rows to the chain, in the caller's transaction: whoever comes next waits for its end, but not
-- for long. An element without an entry is a change and finds its attempt.
create function append_audit(entries jsonb) returns bigint language plpgsql
set lock_timeout = '1500ms' as $$
declare
    head  ${flyway:defaultSchema}.audit_head;
    r     ${flyway:defaultSchema}.audit;
    e     jsonb;
    known ${flyway:defaultSchema}.audit_scope;
begin
    select * into strict head from ${flyway:defaultSchema}.audit_head for update;
    for e in select value from jsonb_array_elements(entries) with ordinality order by ordinality loop
        if e->>'change' is not null
            and exists (select 1 from ${flyway:defaultSchema}.audit a where a.change = e->>'change')
        then
            continue;
        end if;
        if e->>'cluster' is not null and e->>'environment' is not null then
            insert into ${flyway:defaultSchema}.audit_scope (id, environment, tags)
            values (e->>'cluster', e->>'environment', coalesce(e->>'tags', '[]'))
            on conflict (id) do update
                set environment = excluded.environment, tags = excluded.tags;
        end if;
        known := null;
        select * into known from ${flyway:defaultSchema}.audit_scope c
        where c.id = e->>'cluster';
        r.no := head.no + 1;
        r.at := clock_timestamp();
        r.entry := coalesce((e->>'entry')::uuid, ${flyway:defaultSchema}.audit_attempt(e));
        r.opens := not exists (
            select 1 from ${flyway:defaultSchema}.audit a where a.entry = r.entry);
        r.stage := e->>'stage';
        r.subject := e->>'subject';
        r.kind := e->>'kind';
        r.action := e->>'action';
        r.permission := e->>'permission';
        r.cluster := e->>'cluster';
        r.environment := known.environment;
        r.tags := coalesce(known.tags, '[]');
        r.outcome := e->>'outcome';
        r.status := (e->>'status')::int;
        r.trace := e->>'trace';
        r.address := e->>'address';
        r.change := e->>'change';
        r.document := e->>'document';
        r.previous_hash := head.hash;
        r.hash := ${flyway:defaultSchema}.audit_hash(r);
        insert into ${flyway:defaultSchema}.audit values (r.*);
        head.no := r.no;
        head.hash := r.hash;
    end loop;
    update ${flyway:defaultSchema}.audit_head set no = head.no, hash = head.hash;
    return head.no;
end $$;

-- Takes rows from the beginning that are older than a time. What is left is bound to the last one
-- that went by an entry of its own. Answers how many rows went.
create function retire_audit(before timestamptz, most int) returns bigint language plpgsql
set lock_timeout = '1500ms' as $$
declare
    head  ${flyway:defaultSchema}.audit_head;
    first bigint;
    last  ${flyway:defaultSchema}.audit;
begin
    select * into strict head from ${flyway:defaultSchema}.audit_head for update;
    select min(a.no) into first from ${flyway:defaultSchema}.audit a;
    select a.* into last from ${flyway:defaultSchema}.audit a
    where a.no < least(
            first + most,
            coalesce((select min(y.no) from ${flyway:defaultSchema}.audit y where y.at >= before),
                     head.no + 1))
    order by a.no desc limit 1;
    if last.no is null then
        return 0;
    end if;
    perform ${flyway:defaultSchema}.append_audit(jsonb_build_array(jsonb_build_object(
        'entry', gen_random_uuid(), 'stage', 'completed', 'subject', 'gateway', 'kind', 'system',
        'action', 'audit_retention', 'outcome', 'succeeded',
        'document', json_build_object('removed_through', last.no,
            'last_hash', encode(last.hash, 'hex'), 'rows', last.no - first + 1)::text)));
    perform set_config('atoll.audit_retention', 'on', true);
    delete from ${flyway:defaultSchema}.audit a where a.no <= last.no;
    perform set_config('atoll.audit_retention', 'off', true);
    return last.no - first + 1;
end $$;

-- Keeps accidents away. Who changes rows on purpose can take the trigger away, and is found by the
-- hashes.
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('atoll.audit_retention', true) = 'on' then
        return old;
    end if;
    raise exception 'rows of the audit are not changed';
end $$;

create trigger audit_is_added_to before update or delete on audit
    for each row execute function refuse_audit_change();
create trigger audit_is_not_emptied before truncate on audit
    for each statement execute function refuse_audit_change();
