-- Which cluster the routes without a cluster act on: one row. Nothing chosen: the one of the id
-- "default", where there is one.
create table default_cluster (
    one        boolean primary key default true check (one),
    version    bigint not null,
    cluster_id text references cluster (id) on delete set null
);
insert into default_cluster (version) values (1);
