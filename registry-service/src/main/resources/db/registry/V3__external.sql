-- Clusters that run elsewhere, and those that nothing may change.
alter table cluster
    add column origin    text not null default 'managed',
    add column read_only boolean not null default false;
