-- The disclosure channels served and what each shows.
insert into publication.channel (channel_code, name, is_required, shows_persons) values
('bureau-site', '部门政府网站', true, true),
('sharing-platform', '信用信息共享平台', true, true),
('enterprise-publicity', '国家企业信用信息公示系统', true, false)
on conflict (channel_code) do update
set name = excluded.name, is_required = excluded.is_required, shows_persons = excluded.shows_persons
where (channel.name, channel.is_required, channel.shows_persons)
    is distinct from (excluded.name, excluded.is_required, excluded.shows_persons);

insert into publication.channel_list (channel_code, list_code)
select c.channel_code, l.list_code
from publication.channel as c
cross join (values ('penalised'), ('serious')) as l (list_code)
on conflict (channel_code, list_code) do nothing;
