-- What each cluster is promised. Rows from before, all of processes, get what the registry works
-- out today.
create function pg_temp.node_mb(heap text) returns bigint language sql immutable as $$
    select 192 + left(heap, -1)::bigint * case when heap like '%G' then 1024 else 1 end
$$;

alter table cluster
    add column memory_bytes bigint not null default 0,
    add column disk_bytes   bigint not null default 0,
    add column ports        integer not null default 0;

update cluster set
    memory_bytes = 1048576 * (
        (spec ->> 'brokers')::bigint * pg_temp.node_mb(spec #>> '{kafka_config,heap_size}')),
    disk_bytes = (spec ->> 'brokers')::bigint * 268435456,
    ports = (spec ->> 'brokers')::integer + least(3, (spec ->> 'brokers')::integer)
        + case when spec #>> '{ports,jmx_port}' is null then 0 else (spec ->> 'brokers')::integer end;

create index cluster_creator on cluster (created_by);

-- What the runtimes told last: one row.
create table runtime_report (
    one         boolean primary key default true check (one),
    observed_at timestamptz not null,
    report      text not null
);
