-- Purpose: the roles, one schema per stage, the extensions and the one sequence of the register.
-- Locks: none on existing data. Time on 1 M subjects: immediate.
-- Roles belong to the cluster: they may exist already (a second database, a restore).

-- This file alone is the login's: it makes the owner of all the rest.
reset role;

do $$
declare
    made record;
begin
    for made in
        select r.role_name, r.purpose
        from (values
            ('anxin_owner', 'owns every object and migrates; nobody works as this role'),
            ('anxin_worker', 'performs acts, imports and jobs'),
            ('anxin_officer', 'reads the reports as a case officer; acts through the worker'),
            ('anxin_analyst', 'reads the schema reports and nothing else'),
            ('anxin_publisher', 'reads the schema publication and nothing else'),
            ('anxin_revealer', 'may read the encrypted number of a person; every reading is logged')
        ) as r (role_name, purpose)
        where not exists (select from pg_roles as p where p.rolname = r.role_name)
    loop
        begin
            execute format('create role %I nologin', made.role_name);
            execute format('comment on role %I is %L', made.role_name, made.purpose);
        exception
            when duplicate_object or unique_violation then null; -- another database of the cluster was faster
        end;
    end loop;
end
$$;

do $$
begin
    execute format('grant create, connect, temporary on database %I to anxin_owner', current_database());
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to anxin_officer, anxin_analyst, anxin_publisher, anxin_revealer',
        current_database());
    execute format('grant connect, temporary on database %I to anxin_worker', current_database());
end
$$;

-- A login that is no superuser migrates as a member of the owner.
do $$
begin
    if not pg_has_role(current_user, 'anxin_owner', 'member') then
        execute format('grant anxin_owner to %I', current_user);
    end if;
end
$$;

create extension if not exists btree_gist with schema public;
create extension if not exists pg_trgm with schema public;
revoke create on schema public from public;

alter schema ops owner to anxin_owner;
alter table ops.applied_migration owner to anxin_owner;
alter table ops.applied_object owner to anxin_owner;
revoke all on schema ops from public;
revoke all on ops.applied_migration, ops.applied_object from public;
grant usage on schema ops to anxin_worker, anxin_officer, anxin_publisher, anxin_revealer;
grant select on ops.applied_migration, ops.applied_object to anxin_worker;

create schema law authorization anxin_owner;
create schema intake authorization anxin_owner;
create schema register authorization anxin_owner;
create schema records authorization anxin_owner;
create schema cases authorization anxin_owner;
create schema lists authorization anxin_owner;
create schema supervision authorization anxin_owner;
create schema publication authorization anxin_owner;
create schema reports authorization anxin_owner;

comment on schema law is '法规：条款、政策口径、参数、工作日历';
comment on schema ops is '运行：机关、报送单位、经办人、作业';
comment on schema intake is '接收：行为账、收到的文件、退回的行、文书依据';
comment on schema register is '主体：单位与人员、代码、任职';
comment on schema records is '信用记录：处罚、事故、标准化、荣誉、禁入、修复结果';
comment on schema cases is '程序：列入、异议、提前移出，各步骤与期限';
comment on schema lists is '名单与分级：名单成员、等级及依据、年度统计表';
comment on schema supervision is '监管：措施、高危行业规定、年度计划、随机抽取';
comment on schema publication is '公示：各渠道应示、已示、队列、送达与回读';
comment on schema reports is '报表：供分析人员只读的视图和函数';

grant usage on schema law, intake, register, records, cases, lists, supervision, publication, reports
    to anxin_worker;
grant usage on schema law to anxin_officer;
grant usage on schema reports to anxin_analyst, anxin_officer;
grant usage on schema publication to anxin_publisher;
grant usage on schema register to anxin_revealer;

-- Ids of the whole register: prefecture code × 10¹¹, so that the registers of two cities can be merged later and
-- every id stays below 2⁵³, which JSON keeps exact.
create sequence ops.register_id as bigint start with 421300000000001 cache 32;
alter sequence ops.register_id owner to anxin_owner;
comment on sequence ops.register_id is 'one sequence for every id of the register; starts at the prefecture code × 10¹¹';
grant usage on sequence ops.register_id to anxin_worker;
