-- A user whom an OpenID provider vouches for has no password here.
alter table users alter column password_hash drop not null;
alter table users add column oidc_issuer text;
alter table users add column oidc_subject text;
alter table users add constraint one_user_for_each_subject unique (oidc_issuer, oidc_subject);

-- 'local': given here. 'oidc': follows the groups that the provider tells at each sign-in.
alter table grants add column source text not null default 'local';

-- A browser on its way to the provider and back. Secrets are stored as SHA-256 only.
create table oidc_attempt (
    state_hash   bytea primary key,
    browser_hash bytea       not null,
    nonce        text        not null,
    verifier     text        not null,
    next         text        not null,
    expires_at   timestamptz not null
);

create index oidc_attempt_expiry on oidc_attempt (expires_at);
