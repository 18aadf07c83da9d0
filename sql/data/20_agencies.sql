-- The agencies and reporting units of the city, as the plan addresses them, and the two automatic actors.
insert into ops.agency (agency_code, name, parent_code, level, division_code, is_emergency_department, number_prefix) values
('420000', '湖北省应急管理厅', null, 'province', '420000', true, '鄂应急'),
('421300', '随州市应急管理局', '420000', 'city', '421300', true, '随应急'),
('421300-zf', '随州市应急管理综合执法支队', '421300', 'section', null, true, '随应急执'),
('421303', '随州市曾都区应急管理局', '421300', 'county', '421303', true, '曾应急'),
('421321', '随县应急管理局', '421300', 'county', '421321', true, '随县应急'),
('421381', '广水市应急管理局', '421300', 'county', '421381', true, '广应急'),
('421300-gx', '随州高新区应急管理局', '421300', 'county', null, true, '随高应急'),
('421300-dhs', '大洪山风景名胜区安全生产监督管理局', '421300', 'county', null, true, '大洪山安监')
on conflict (agency_code) do update set
    name = excluded.name, parent_code = excluded.parent_code, level = excluded.level, division_code = excluded.division_code,
    is_emergency_department = excluded.is_emergency_department, number_prefix = excluded.number_prefix
where (agency.name, agency.parent_code, agency.level, agency.division_code, agency.is_emergency_department, agency.number_prefix)
    is distinct from
    (excluded.name, excluded.parent_code, excluded.level, excluded.division_code, excluded.is_emergency_department, excluded.number_prefix);

insert into ops.reporting_unit (reporting_unit_code, name, agency_code, division_code, sort_order) values
('421300', '随州市应急管理局', '421300', '421300', 1),
('421303', '曾都区应急管理局', '421303', '421303', 2),
('421321', '随县应急管理局', '421321', '421321', 3),
('421381', '广水市应急管理局', '421381', '421381', 4),
('421300-gx', '随州高新区应急管理局', '421300-gx', null, 5),
('421300-dhs', '大洪山风景名胜区安监局', '421300-dhs', null, 6),
('421300-zf', '随州市应急管理综合执法支队', '421300-zf', null, 7)
on conflict (reporting_unit_code) do update set
    name = excluded.name, agency_code = excluded.agency_code, division_code = excluded.division_code, sort_order = excluded.sort_order
where (reporting_unit.name, reporting_unit.agency_code, reporting_unit.division_code, reporting_unit.sort_order)
    is distinct from (excluded.name, excluded.agency_code, excluded.division_code, excluded.sort_order);

insert into ops.officer (officer_code, name, agency_code) values
('system', '系统', '421300'),
('operator', '运行值班员', '421300')
on conflict (officer_code) do nothing;

insert into ops.officer_role (officer_code, role_code) values
('system', 'operator'), ('system', 'publisher'), ('operator', 'operator'), ('operator', 'recorder'), ('operator', 'publisher')
on conflict (officer_code, role_code) do nothing;
