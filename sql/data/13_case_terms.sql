-- The terms of the procedures that sql/data/11_parameters.sql does not hold. Where the law gives no number the agency sets its own.
insert into law.parameter (parameter_code, valid_from, value, unit, article, is_verified, note) values
('defence-working-days', '2023-08-09', 5, 'working day', '行政处罚法第六十四条第一项（参照）', false, '第11号令未写陈述申辩期限，参照申请听证的期限'),
('decision-after-defence-working-days', '2023-08-09', 20, 'working day', 'RD-45', false, '未规定日数，由机关自定；此为缺省'),
('decision-service-working-days', '2023-08-09', 7, 'working day', '行政处罚法第六十一条', true, null),
('objection-acceptance-working-days', '2023-08-09', 5, 'working day', '工作方案三', false, '工作方案未写受理期限，由机关自定；此为缺省'),
('removal-entry-working-days', '2023-08-09', 3, 'working day', '第11号令第十四条；RD-35', false, null),
('removal-report-working-days', '2023-08-09', 3, 'working day', '第11号令第二十条；RD-37', false, '未规定日数，与录入系统同期；由机关自定'),
('reexamination-working-days', '2023-08-09', 3, 'working day', '第11号令第十五条', false, '“及时”未规定日数，由机关自定；此为缺省'),
('merger-decision-working-days', '2023-08-09', 20, 'working day', 'RD-29', false, '未规定日数，由机关自定；此为缺省')
on conflict (parameter_code, valid_from) do update set
    value = excluded.value, unit = excluded.unit, article = excluded.article, is_verified = excluded.is_verified, note = excluded.note
where (parameter.value, parameter.unit, parameter.article, parameter.is_verified, parameter.note)
    is distinct from (excluded.value, excluded.unit, excluded.article, excluded.is_verified, excluded.note);

insert into law.parameter_name (parameter_code, name_zh) values
('defence-working-days', '陈述申辩'),
('decision-after-defence-working-days', '听取陈述申辩之后的决定'),
('decision-service-working-days', '决定书的送达'),
('objection-acceptance-working-days', '异议申请的受理'),
('removal-entry-working-days', '移出后录入系统'),
('removal-report-working-days', '提前移出的上报'),
('reexamination-working-days', '列入的重新核查'),
('merger-decision-working-days', '合并后的决定')
on conflict (parameter_code) do update set name_zh = excluded.name_zh
where parameter_name.name_zh is distinct from excluded.name_zh;
