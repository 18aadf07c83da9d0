-- The disclosure channels served and what each shows. Withdrawal aims at the target of RD-35.
insert into publication.channel (channel_code, name, is_required) values
('bureau-site', '部门政府网站', true),
('sharing-platform', '信用信息共享平台', true)
on conflict (channel_code) do update set name = excluded.name, is_required = excluded.is_required
where (channel.name, channel.is_required) is distinct from (excluded.name, excluded.is_required);

insert into publication.channel_list (channel_code, list_code, publish_within, withdraw_within)
select c.channel_code, l.list_code,
    case l.list_code when 'penalised' then law.parameter_value('penalty-publication-working-days', '2023-08-09')
        else law.parameter_value('listing-publication-working-days', '2023-08-09') end,
    law.parameter_value('removal-publication-end-working-days', '2023-08-09')
from publication.channel as c
cross join (values ('penalised'), ('serious')) as l (list_code)
on conflict (channel_code, list_code) do nothing;
