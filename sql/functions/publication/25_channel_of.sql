drop function if exists publication.channel_of(text, boolean, boolean) cascade;

create function publication.channel_of(list_code text, is_person boolean, is_open_on_platform boolean)
returns table (channel_code text)
language sql stable parallel safe
begin atomic
    select l.channel_code
    from publication.channel_list as l
    join publication.channel as c on c.channel_code = l.channel_code
    where l.list_code = channel_of.list_code
        and (c.shows_persons or not channel_of.is_person)
        and (c.channel_code <> 'sharing-platform' or channel_of.is_open_on_platform);
end;
comment on function publication.channel_of(text, boolean, boolean) is
'The channels that show a membership in force.
The sharing platform shows a penalty as long as its class and the rule of its date allow (RD-24); the bureau site as long as it founds a membership. A channel for businesses shows no persons.
Shape: one row per channel.
Source: Order 11 Arts. 11-12, RD-24, RD-25.';
revoke all on function publication.channel_of(text, boolean, boolean) from public;
grant execute on function publication.channel_of(text, boolean, boolean) to anxin_worker;
