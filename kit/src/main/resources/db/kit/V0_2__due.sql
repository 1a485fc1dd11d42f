-- Keys of the control loops, and who works on them until when. See io.atoll.kit.control.
create table due (
    loop_name   text not null,
    key         text not null,
    due_at      timestamptz not null,
    wake_no     bigint not null,
    attempts    int not null,
    lease_owner text,
    lease_until timestamptz,
    fence       bigint not null,
    primary key (loop_name, key)
);

create index due_by_time on due (loop_name, due_at);

create function due_notify() returns trigger language plpgsql as $$
begin
    perform pg_notify('due_' || new.loop_name, '');
    return null;
end
$$;

create trigger due_notify after insert or update of wake_no on due
    for each row execute function due_notify();
