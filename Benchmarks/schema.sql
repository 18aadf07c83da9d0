-- A million invented firms of eight columns; the same for every peer.
drop table if exists firm, firm_copy, firm_upsert;
create table firm (
    firm_id bigint not null, credit_code text not null, name text not null, county integer not null,
    capital_fen bigint not null, founded_on date not null, updated_at timestamptz not null, note text
);
insert into firm
select g, 'INVENTED' || lpad(g::text, 10, '0'), '发明城市第' || g || '号安全生产有限公司', 421300 + g % 5, g * 100,
    date '2000-01-01' + (g % 9000)::int, timestamptz '2025-01-01 00:00:00Z' + g * interval '1 second',
    case when g % 3 = 0 then 'note ' || g end
from generate_series(1, 1000000) g;
create unlogged table firm_copy (like firm);
create unlogged table firm_upsert (like firm, primary key (firm_id));
insert into firm_upsert select * from firm where firm_id <= 100000;
update firm_upsert set note = 'old' where firm_id % 2 = 0;
vacuum analyze firm, firm_copy, firm_upsert;
