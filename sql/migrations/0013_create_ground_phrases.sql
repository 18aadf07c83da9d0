-- Purpose: the words by which a penalty decision shows a ground of listing that no other field shows.
-- Locks: none on existing data. Time on 1 M subjects: immediate.

create table law.ground_phrase (
    clause_code text not null references law.clause,
    phrase text not null,
    source text not null,
    primary key (clause_code, phrase),
    constraint ground_phrase_is_not_blank check (phrase ~ '\S')
);
comment on table law.ground_phrase is 'One row is one phrase that, in the breach, the facts or the basis of a penalty decision, proposes a listing under a clause; an officer decides whether it is one.';
comment on column law.ground_phrase.clause_code is 'the clause it proposes';
comment on column law.ground_phrase.phrase is 'the words looked for';
comment on column law.ground_phrase.source is 'where the words stand';

grant select on law.ground_phrase to anxin_worker, anxin_officer;
