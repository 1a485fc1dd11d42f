-- What the registry wants, one row a cluster. See io.atoll.provisioner.desired.
create table desired_cluster (
    id         text primary key,
    generation bigint not null,
    deleted    boolean not null,
    forgotten  boolean not null default false,
    message    text not null
);

-- How far the topic of wishes was read; one row for each topic that ever had its name.
create table desired_position (
    topic_id    text primary key,
    next_offset bigint not null
);

-- What was told last about a cluster. Rows stay when clusters go: the sequence never falls.
create table cluster_status (
    id       text primary key,
    sequence bigint not null,
    gone     boolean not null,
    status   text
);

-- Every port that is or was held by a cluster. See io.atoll.provisioner.port.
create table port_allocation (
    port        int primary key,
    cluster_id  text,
    use_name    text not null,
    released_at timestamptz
);

create unique index port_by_use on port_allocation (cluster_id, use_name) where cluster_id is not null;
