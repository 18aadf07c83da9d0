-- Purpose: subjects (units and persons), their codes, names, responsibilities and licences.
-- Locks: none on existing data. Time on 1 M subjects: immediate.

-- The two check functions guard the identifier table; the rules stand in GB 32100-2015, GB 11714 and RD-43.
create function register.is_credit_code(code text) returns boolean
language sql immutable parallel safe
return code ~ '^[0-9ABCDEFGHJKLMNPQRTUWXY]{2}[0-9]{6}[0-9A-Z]{9}[0-9ABCDEFGHJKLMNPQRTUWXY]$'
    and (
        select (31 - sum((strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, i, 1)) - 1)
                * (array[1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28])[i]) % 31) % 31
        from generate_series(1, 17) as i
    ) = strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 18, 1)) - 1
    and (
        select case (11 - sum((strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(code, i + 8, 1)) - 1)
                * (array[3, 7, 9, 10, 5, 8, 4, 2])[i]) % 11)
            when 10 then 'X' when 11 then '0'
            else (11 - sum((strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(code, i + 8, 1)) - 1)
                * (array[3, 7, 9, 10, 5, 8, 4, 2])[i]) % 11)::text
        end
        from generate_series(1, 8) as i
    ) = substr(code, 17, 1);
comment on function register.is_credit_code(text) is
    'Whether both check characters of a unified social credit code hold. Source: GB 32100-2015, GB 11714, RD-43.';
revoke all on function register.is_credit_code(text) from public;
grant execute on function register.is_credit_code(text) to anxin_worker;

create table register.subject (
    subject_id bigint primary key default nextval('ops.register_id'),
    kind text not null,
    name text not null,
    sort_key text,
    reporting_unit_code text references ops.reporting_unit,
    industry_code text,
    enterprise_type text,
    business_scope text,
    registered_address text,
    legal_representative text,
    registered_on date,
    deregistered_on date,
    version_no integer not null,
    act_id bigint not null,
    known_at timestamptz not null,
    constraint subject_kind_is_known check (kind in ('business', 'service_body', 'person')),
    constraint subject_name_is_not_blank check (name ~ '\S' and length(name) <= 200),
    constraint subject_ends_after_it_starts check (deregistered_on >= registered_on),
    constraint only_units_have_a_reporting_unit check ((kind = 'person') = (reporting_unit_code is null))
);
comment on table register.subject is 'One row is one subject as it is known now: a unit that is graded or a person that can be listed.';
comment on column register.subject.subject_id is 'id, never changed';
comment on column register.subject.kind is 'business (生产经营单位), service_body (机构) or person';
comment on column register.subject.name is 'name now';
comment on column register.subject.sort_key is 'text to sort by instead of the name, where its reading is unusual; null: the name';
comment on column register.subject.reporting_unit_code is 'unit that reports the subject; null for persons, who stand on no form (RD-36)';
comment on column register.subject.industry_code is 'industry, GB/T 4754-2017; null when unknown';
comment on column register.subject.enterprise_type is 'type as registered; null when unknown';
comment on column register.subject.business_scope is 'scope as registered; null when unknown';
comment on column register.subject.registered_address is 'registered address; null when unknown';
comment on column register.subject.legal_representative is 'name of the legal representative; null when unknown';
comment on column register.subject.registered_on is 'day of registration; null when unknown; no grade before it';
comment on column register.subject.deregistered_on is 'first day on which the subject no longer exists (RD-29); null while it exists';
comment on column register.subject.version_no is 'number of the newest row of register.subject_version';
comment on column register.subject.act_id is 'act that brought the newest version';
comment on column register.subject.known_at is 'time from which the newest version is known';
create index subjects_by_name_part on register.subject using gin (name gin_trgm_ops);
create index subjects_by_act on register.subject (act_id);
create index subjects_by_reporting_unit on register.subject (reporting_unit_code);

create table register.subject_version (
    subject_id bigint not null references register.subject,
    version_no integer not null,
    kind text not null,
    name text not null,
    sort_key text,
    reporting_unit_code text references ops.reporting_unit,
    industry_code text,
    enterprise_type text,
    business_scope text,
    registered_address text,
    legal_representative text,
    registered_on date,
    deregistered_on date,
    act_id bigint not null,
    known_at timestamptz not null,
    primary key (subject_id, version_no)
);
create index subject_changes on register.subject_version (subject_id, version_no) where version_no > 1;
comment on table register.subject_version is 'One row is what was known of one subject from known_at on, until its next version; append-only.';
comment on column register.subject_version.subject_id is 'the subject';
comment on column register.subject_version.version_no is '1, 2, 3 … without gaps';
comment on column register.subject_version.kind is 'as register.subject';
comment on column register.subject_version.name is 'as register.subject';
comment on column register.subject_version.sort_key is 'as register.subject';
comment on column register.subject_version.reporting_unit_code is 'as register.subject';
comment on column register.subject_version.industry_code is 'as register.subject';
comment on column register.subject_version.enterprise_type is 'as register.subject';
comment on column register.subject_version.business_scope is 'as register.subject';
comment on column register.subject_version.registered_address is 'as register.subject';
comment on column register.subject_version.legal_representative is 'as register.subject';
comment on column register.subject_version.registered_on is 'as register.subject';
comment on column register.subject_version.deregistered_on is 'as register.subject';
comment on column register.subject_version.act_id is 'act that brought the version';
comment on column register.subject_version.known_at is 'time from which the version is known';

create table register.subject_identifier (
    subject_id bigint not null references register.subject,
    scheme text not null,
    value text not null,
    primary key (subject_id, scheme, value),
    constraint identifier_scheme_is_known check (scheme in ('credit_code', 'number_hash')),
    constraint credit_code_holds_both_check_characters check (scheme <> 'credit_code' or register.is_credit_code(value)),
    constraint number_hash_is_a_keyed_digest check (scheme <> 'number_hash' or value ~ '^[0-9a-f]{64}$')
);
comment on table register.subject_identifier is 'One row is one identifier of one subject.';
comment on column register.subject_identifier.subject_id is 'the subject';
comment on column register.subject_identifier.scheme is 'credit_code, or number_hash: the keyed digest of a resident number (RD-25)';
comment on column register.subject_identifier.value is 'the identifier, normalised';

create table register.identifier_claim (
    value text not null,
    scheme text not null,
    subject_id bigint not null,
    primary key (value, scheme)
);
comment on table register.identifier_claim is 'One row claims an identifier for one subject: what makes identifiers unique in the register.';
comment on column register.identifier_claim.value is 'the identifier';
comment on column register.identifier_claim.scheme is 'its scheme';
comment on column register.identifier_claim.subject_id is 'the subject that holds it';

create table register.person (
    subject_id bigint primary key references register.subject,
    masked_number text not null,
    number_cipher bytea not null,
    key_id text not null,
    constraint masked_number_hides_the_birth_date check (masked_number ~ '^[0-9]{6}\*{8}[0-9]{3}[0-9X]$')
);
comment on table register.person is 'One row is the resident number of one person, encrypted by the application; the key is never in the database.';
comment on column register.person.subject_id is 'the person';
comment on column register.person.masked_number is 'number with the eight birth-date characters hidden (RD-25)';
comment on column register.person.number_cipher is 'AES-256-GCM: nonce, ciphertext, tag; the subject id is authenticated with it';
comment on column register.person.key_id is 'which key encrypted it';

create table register.responsibility (
    subject_id bigint not null references register.subject,
    responsibility_id bigint not null default nextval('ops.register_id'),
    person_id bigint not null,
    role_code text not null,
    during daterange not null,
    act_id bigint not null,
    known_at timestamptz not null,
    primary key (subject_id, responsibility_id),
    constraint responsibility_role_is_known check (role_code in ('principal', 'responsible', 'legal_representative')),
    constraint responsibility_lasts_some_time check (not isempty(during))
);
comment on table register.responsibility is 'One row is one role of one person at one unit for a time.';
comment on column register.responsibility.subject_id is 'the unit';
comment on column register.responsibility.responsibility_id is 'id';
comment on column register.responsibility.person_id is 'the person, a subject of kind person; no foreign key across subjects';
comment on column register.responsibility.role_code is 'principal (主要负责人), responsible (其他责任人员), legal_representative';
comment on column register.responsibility.during is 'days in the role, half-open';
comment on column register.responsibility.act_id is 'act that brought it';
comment on column register.responsibility.known_at is 'time from which it is known';
create index responsibilities_by_person on register.responsibility (person_id);

create table register.licence (
    subject_id bigint not null references register.subject,
    licence_id bigint not null default nextval('ops.register_id'),
    kind_code text not null,
    licence_number text not null,
    during daterange not null,
    act_id bigint not null,
    known_at timestamptz not null,
    primary key (subject_id, licence_id)
);
comment on table register.licence is 'One row is one safety licence of one unit for a time; it makes a high-risk industry certain.';
comment on column register.licence.subject_id is 'the unit';
comment on column register.licence.licence_id is 'id';
comment on column register.licence.kind_code is 'kind of licence';
comment on column register.licence.licence_number is 'number on it';
comment on column register.licence.during is 'days it is valid, half-open';
comment on column register.licence.act_id is 'act that brought it';
comment on column register.licence.known_at is 'time from which it is known';

create table register.reveal (
    subject_id bigint not null references register.subject,
    reveal_id bigint not null default nextval('ops.register_id'),
    officer_code text not null references ops.officer,
    reason text not null,
    revealed_at timestamptz not null,
    primary key (subject_id, reveal_id),
    constraint reveal_has_a_reason check (reason ~ '\S')
);
comment on table register.reveal is 'One row is one reading of a person''s full number: by whom, why, when.';
comment on column register.reveal.subject_id is 'the person';
comment on column register.reveal.reveal_id is 'id';
comment on column register.reveal.officer_code is 'who read it';
comment on column register.reveal.reason is 'why';
comment on column register.reveal.revealed_at is 'when';

grant select, insert on register.subject, register.subject_version, register.subject_identifier,
    register.identifier_claim, register.responsibility, register.licence to anxin_worker;
grant update (kind, name, sort_key, reporting_unit_code, industry_code, enterprise_type, business_scope,
    registered_address, legal_representative, registered_on, deregistered_on, version_no, act_id, known_at)
    on register.subject to anxin_worker;
grant insert, select (subject_id, masked_number, key_id) on register.person to anxin_worker;
grant select on register.person to anxin_revealer;
grant select, insert on register.reveal to anxin_revealer;
grant usage on sequence ops.register_id to anxin_revealer;
