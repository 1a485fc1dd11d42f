-- Messages that are committed but not yet acknowledged by Kafka. See io.atoll.kit.outbox.
create table outbox (
    id         bigserial primary key,
    topic      text not null,
    msg_key    text not null,
    payload    text,
    trace      text,
    created_at timestamptz not null default clock_timestamp()
);

create function outbox_notify() returns trigger language plpgsql as $$
begin
    perform pg_notify('outbox_' || tg_table_schema, '');
    return null;
end
$$;

create trigger outbox_notify after insert on outbox
    for each statement execute function outbox_notify();
