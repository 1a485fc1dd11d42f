-- What was told last about clusters that run elsewhere. A row stays for its sequence; its status is
-- null once the cluster is known no more.
create table external_status (
    id       text primary key,
    sequence bigint not null,
    status   text
);
