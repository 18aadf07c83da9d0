-- The clauses of the plan of 2023-08-09 (IV) that a grade or a listing cites, with whom Order 11 Arts. 6-7 list.
insert into law.clause (clause_code, source, article, grade, target, text_zh, is_accident, sort_order) values
('DA1', '工作方案四；第11号令', '发生事故类1；第六条第一项', 'D', 'unit and persons found responsible', '发生特别重大、重大生产安全事故的生产经营单位及其主要负责人，以及经调查认定对该事故发生负有责任，应当列入名单的其他单位和人员', true, 1),
('DA2', '工作方案四；第11号令', '发生事故类2；第六条第二项', 'D', 'unit and principal', '12个月内累计发生2起以上较大生产安全事故的生产经营单位及其主要负责人', true, 2),
('DA3', '工作方案四；第11号令', '发生事故类3；第六条第三项', 'D', 'unit and principal', '发生生产安全事故，情节特别严重、影响特别恶劣，依照《中华人民共和国安全生产法》第一百一十四条的规定被处以罚款数额2倍以上5倍以下罚款的生产经营单位及其主要负责人', true, 3),
('DA4', '工作方案四；第11号令', '发生事故类4；第六条第四项', 'D', 'unit and responsible persons', '瞒报、谎报生产安全事故的生产经营单位及其有关责任人员', true, 4),
('DA5', '工作方案四；第11号令', '发生事故类5；第六条第五项', 'D', 'principal', '发生生产安全事故后，不立即组织抢救或者在事故调查处理期间擅离职守或者逃匿的生产经营单位主要负责人', true, 5),
('DO1', '工作方案四；第11号令', '其他违法类1；第七条第一项', 'D', 'unit and principal', '未依法取得安全生产相关许可或者许可被暂扣、吊销期间从事相关生产经营活动的生产经营单位及其主要负责人', false, 6),
('DO2', '工作方案四；第11号令', '其他违法类2；第七条第二项', 'D', 'unit and responsible persons', '承担安全评价、认证、检测、检验职责的机构及其直接责任人员租借资质、挂靠、出具虚假报告或者证书的', false, 7),
('DO3', '工作方案四；第11号令', '其他违法类3；第七条第三项', 'D', 'unit and principal', '在应急管理部门作出行政处罚后，有执行能力拒不执行或者逃避执行的生产经营单位及其主要负责人', false, 8),
('DO4', '工作方案四；第11号令', '其他违法类4；第七条第四项', 'D', 'unit and responsible persons', '其他违反安全生产法律法规受到行政处罚，且性质恶劣、情节严重的', false, 9),
('C1', '工作方案四', '被行政处理', 'C', null, '因发生生产安全事故或执法检查被行政处罚', false, 10),
('A1', '工作方案四', '红名单1', 'A', null, '近2年内无亡人生产安全责任事故发生，5年以内未受到过行政处罚', false, 11),
('A2', '工作方案四', '红名单2', 'A', null, '被评为国家一级、省二级安全生产标准化企业（单位）', false, 12),
('A3', '工作方案四', '红名单3', 'A', null, '连续2年被评为市级及以上安全生产先进单位', false, 13),
('A4', '工作方案四', '红名单4', 'A', null, '受到市级及以上部门通报表扬、典型宣传', false, 14),
('B1', '工作方案四', '普通1', 'B', null, '1年以内未受到过安全生产行政处罚', false, 15),
('B2', '工作方案四', '普通2', 'B', null, '被评为市三级安全生产标准化企业（单位）', false, 16),
('B0', '释义 RD-04', '其余', 'B', null, '不符合A级条件且不在C级、D级名单内', false, 17)
on conflict (clause_code) do update set
    source = excluded.source, article = excluded.article, grade = excluded.grade, target = excluded.target,
    text_zh = excluded.text_zh, is_accident = excluded.is_accident, sort_order = excluded.sort_order
where (clause.source, clause.article, clause.grade, clause.target, clause.text_zh, clause.is_accident, clause.sort_order)
    is distinct from
    (excluded.source, excluded.article, excluded.grade, excluded.target, excluded.text_zh, excluded.is_accident, excluded.sort_order);
