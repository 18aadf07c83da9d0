-- The numbers of the law, from the day of the plan on. is_verified is false where the article was known from secondary sources only.
insert into law.parameter (parameter_code, valid_from, value, unit, article, is_verified, note) values
('a1-accident-months', '2023-08-09', 24, 'month', '工作方案四 A1；RD-07', true, null),
('a1-penalty-months', '2023-08-09', 60, 'month', '工作方案四 A1；RD-07', true, null),
('a4-months', '2023-08-09', 24, 'month', 'RD-10', true, '工作方案未写期限'),
('b1-penalty-months', '2023-08-09', 12, 'month', '工作方案四 B1；RD-07', true, null),
('management-months', '2023-08-09', 36, 'month', '工作方案五（五）；第11号令第十三条', true, '最长期限'),
('early-removal-months', '2023-08-09', 12, 'month', '工作方案五（五）；RD-33', true, '自列入之日起满12个月'),
('objection-working-days', '2023-08-09', 10, 'working day', '工作方案三', true, '自受理之日起'),
('penalty-publication-working-days', '2023-08-09', 7, 'working day', '安全生产法第七十八条第二款', true, null),
('listing-publication-working-days', '2023-08-09', 20, 'working day', '第11号令第十一条', false, null),
('listing-entry-working-days', '2023-08-09', 3, 'working day', '第11号令第十一条', false, null),
('listing-repair-notices', '2023-08-09', 0, 'count', '国办发〔2025〕22号', true, '列入、恢复列入的决定随附的信用修复告知书；当时尚无规定'),
('listing-repair-notices', '2025-06-22', 1, 'count', '国办发〔2025〕22号', true, '两书同达'),
('removal-acceptance-working-days', '2023-08-09', 5, 'working day', '第11号令第十九条', false, null),
('removal-decision-working-days', '2023-08-09', 20, 'working day', '第11号令第二十条', false, null),
('removal-publication-end-working-days', '2023-08-09', 3, 'working day', 'RD-35', false, '目标；第十四条法定上限为10个工作日'),
('annulment-publication-end-working-days', '2023-08-09', 3, 'working day', '行政处罚法第四十八条', true, null),
('larger-accidents-months', '2023-08-09', 12, 'month', '第11号令第六条第二项；RD-20', true, null),
('larger-accidents-count', '2023-08-09', 2, 'count', '第11号令第六条第二项；RD-20', true, null),
('credit-china-months-minor', '2023-08-09', 36, 'month', '失信行为纠正后的信用信息修复管理办法（试行）（58号令）；RD-24', false, '最长公示期限，自处罚作出之日起'),
('credit-china-months-minor', '2026-04-01', 0, 'month', '信用修复管理办法（36号令）；RD-24', false, '轻微：原则上不公示，公示的最长3个月；0为不报送'),
('credit-china-months-general', '2023-08-09', 36, 'month', '失信行为纠正后的信用信息修复管理办法（试行）（58号令）；RD-24', false, '最长公示期限，自处罚作出之日起'),
('credit-china-months-general', '2026-04-01', 12, 'month', '信用修复管理办法（36号令）；RD-24', false, '一般：3个月至1年，自文书日期起'),
('credit-china-months-serious', '2023-08-09', 36, 'month', '失信行为纠正后的信用信息修复管理办法（试行）（58号令）；RD-24', false, '最长公示期限，自处罚作出之日起'),
('credit-china-months-serious', '2026-04-01', 36, 'month', '信用修复管理办法（36号令）；RD-24', false, '严重：1年至3年，自文书日期起'),
('huge-fine-fen', '2023-08-09', 10000000, 'fen', 'RD-24', false, '较大数额罚款按一项行为10万元以上认定；36号令的行业标准尚未见公布'),
('article-114-times-min', '2023-08-09', 2, 'count', '安全生产法第一百一十四条第二款', true, null),
('article-114-times-max', '2023-08-09', 5, 'count', '安全生产法第一百一十四条第二款', true, null),
('article-114-fine-min-ordinary', '2023-08-09', 30000000, 'fen', '安全生产法第一百一十四条第一款第一项', true, '30万元'),
('article-114-fine-max-ordinary', '2023-08-09', 100000000, 'fen', '安全生产法第一百一十四条第一款第一项', true, '100万元'),
('article-114-fine-min-larger', '2023-08-09', 100000000, 'fen', '安全生产法第一百一十四条第一款第二项', true, '100万元'),
('article-114-fine-max-larger', '2023-08-09', 200000000, 'fen', '安全生产法第一百一十四条第一款第二项', true, '200万元'),
('article-114-fine-min-major', '2023-08-09', 200000000, 'fen', '安全生产法第一百一十四条第一款第三项', true, '200万元'),
('article-114-fine-max-major', '2023-08-09', 1000000000, 'fen', '安全生产法第一百一十四条第一款第三项', true, '1000万元'),
('article-114-fine-min-extraordinary', '2023-08-09', 1000000000, 'fen', '安全生产法第一百一十四条第一款第四项', true, '1000万元'),
('article-114-fine-max-extraordinary', '2023-08-09', 2000000000, 'fen', '安全生产法第一百一十四条第一款第四项', true, '2000万元'),
('inspections-per-year-b', '2023-08-09', 1, 'count', '工作方案五（二）；RD-42', true, '原则上每年进行随机抽查；其他等级工作方案未写次数'),
('plan-share-a-percent', '2023-08-09', 5, 'percent', '工作方案五（一）', false, '抽查比例工作方案未写，由机关自定；此为缺省'),
('plan-share-b-percent', '2023-08-09', 20, 'percent', '工作方案五（二）', false, '抽查比例工作方案未写，由机关自定；此为缺省')
on conflict (parameter_code, valid_from) do update set
    value = excluded.value, unit = excluded.unit, article = excluded.article, is_verified = excluded.is_verified, note = excluded.note
where (parameter.value, parameter.unit, parameter.article, parameter.is_verified, parameter.note)
    is distinct from (excluded.value, excluded.unit, excluded.article, excluded.is_verified, excluded.note);

insert into law.parameter_name (parameter_code, name_zh) values
('a1-accident-months', 'A级：无亡人责任事故的期限'),
('a1-penalty-months', 'A级：未受行政处罚的期限'),
('a4-months', 'A级：通报表扬有效的期限'),
('b1-penalty-months', 'B级：未受安全生产行政处罚的期限'),
('management-months', '最长管理期限'),
('early-removal-months', '可以申请提前移出的期限'),
('objection-working-days', '异议答复'),
('penalty-publication-working-days', '公布处罚'),
('listing-publication-working-days', '公布列入'),
('listing-entry-working-days', '列入后录入系统'),
('listing-repair-notices', '列入决定随附的信用修复告知书'),
('removal-acceptance-working-days', '提前移出申请的受理'),
('removal-decision-working-days', '提前移出的决定'),
('removal-publication-end-working-days', '移出后结束公示'),
('annulment-publication-end-working-days', '处罚撤销后结束公示'),
('larger-accidents-months', '累计较大事故的期限'),
('larger-accidents-count', '累计较大事故的起数'),
('credit-china-months-minor', '共享平台公示期限：轻微'),
('credit-china-months-general', '共享平台公示期限：一般'),
('credit-china-months-serious', '共享平台公示期限：严重'),
('huge-fine-fen', '较大数额罚款'),
('article-114-times-min', '第一百一十四条第二款的最低倍数'),
('article-114-times-max', '第一百一十四条第二款的最高倍数'),
('article-114-fine-min-ordinary', '一般事故的最低罚款'),
('article-114-fine-max-ordinary', '一般事故的最高罚款'),
('article-114-fine-min-larger', '较大事故的最低罚款'),
('article-114-fine-max-larger', '较大事故的最高罚款'),
('article-114-fine-min-major', '重大事故的最低罚款'),
('article-114-fine-max-major', '重大事故的最高罚款'),
('article-114-fine-min-extraordinary', '特别重大事故的最低罚款'),
('article-114-fine-max-extraordinary', '特别重大事故的最高罚款'),
('inspections-per-year-b', 'B级每年检查次数'),
('plan-share-a-percent', 'A级抽查比例'),
('plan-share-b-percent', 'B级抽查比例')
on conflict (parameter_code) do update set name_zh = excluded.name_zh
where parameter_name.name_zh is distinct from excluded.name_zh;

-- Nobody stays listed for more than three years (plan V(5), RD-17), nor is more drawn than there is.
update law.parameter_name as n
set at_least = bound.at_least, at_most = bound.at_most
from (values ('management-months', 1, 36), ('plan-share-a-percent', 0, 100), ('plan-share-b-percent', 0, 100))
    as bound (parameter_code, at_least, at_most)
where n.parameter_code = bound.parameter_code
    and (n.at_least, n.at_most) is distinct from (bound.at_least, bound.at_most);
