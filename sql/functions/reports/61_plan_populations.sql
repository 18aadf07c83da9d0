drop function if exists reports.plan_populations(integer) cascade;

create function reports.plan_populations(plan_year integer default null)
returns table (
    plan_year integer,
    agency_code text,
    drawn_on date,
    seed text,
    share_a_percent smallint,
    share_b_percent smallint,
    population_sha256 text,
    subject_id bigint,
    credit_code text,
    grade law.grade,
    draw_key text,
    is_drawn boolean
)
language sql stable
security definer set search_path = pg_catalog, pg_temp
begin atomic
    select
        p.plan_year,
        p.agency_code,
        p.drawn_on,
        p.seed,
        p.share_a_percent,
        p.share_b_percent,
        encode(p.population_sha256, 'hex') as population_sha256,
        n.subject_id,
        n.credit_code,
        n.grade,
        supervision.draw_key(p.seed, n.credit_code) as draw_key,
        l.subject_id is not null as is_drawn
    from supervision.plan as p
    join supervision.plan_population as n on n.plan_id = p.plan_id
    left join supervision.plan_line as l on l.subject_id = n.subject_id and l.plan_id = n.plan_id
    where (plan_populations.plan_year is null or p.plan_year = plan_populations.plan_year)
        and p.agency_code = any ((select ops.agencies_in_reach())::text[]);
end;
comment on function reports.plan_populations(integer) is
'年度计划随机抽取的总体：按抽取键从小到大取“总数×比例”（向上取整）个，任何人可以据此复核。年度为空时为历年。
Shape: one row per unit drawn from. plan_year 计划年度；agency_code 制定机关代码；drawn_on 抽取日期；seed 公布的种子；share_a_percent A级抽取比例（%）；share_b_percent B级抽取比例（%）；population_sha256 总体摘要：全部代码排序后以换行连接的 SHA-256；subject_id 主体编号；credit_code 统一社会信用代码；grade 抽取当日的信用等级；draw_key 抽取键：种子、冒号、代码连接后的 SHA-256；is_drawn 是否抽中。';
revoke all on function reports.plan_populations(integer) from public;
grant execute on function reports.plan_populations(integer) to anxin_analyst, anxin_worker, anxin_officer;
