extension Refusal: UserFacingError {
    public var exitStatus: ExitStatus { .inputRejected }

    /// The refusal as a sentence for the officer: the rule, what was found, and what would make the act valid.
    public func sentence(in language: Language) -> String {
        let (zh, en) = sentences
        return language.choose(zh, en)
    }

    /// The name of the agency; its code where the ledger knows none.
    private var agency: String { facts["agency_name"] ?? fact("agency") }

    private func officerRole(in language: Language) -> String {
        OfficerRole(rawValue: fact("role"))?.name(in: language) ?? fact("role")
    }

    private func personRole(in language: Language) -> String {
        PersonRole(rawValue: fact("role"))?.name(in: language) ?? fact("role")
    }

    private func state(in language: Language) -> String {
        Case.Step(rawValue: fact("state"))?.name(in: language) ?? fact("state")
    }

    /// The standings of which the step needs one.
    private func needed(in language: Language) -> String {
        fact("needed").split(separator: "/").map { code in
            StepRule.Standing(describedBy: code)?.name(in: language) ?? String(code)
        }.joined(separator: language.choose("或者", " or "))
    }

    private func condition(in language: Language) -> String {
        switch fact("condition") {
        case "penalty_performed": language.choose("处罚决定履行完毕", "that the penalty is performed")
        case "harm_removed": language.choose("危害后果、不良影响已经消除", "that harm and bad effect are removed")
        default: fact("condition")
        }
    }

    /// What a field takes, in Chinese where it is said in words; names of values and days are the same in both languages.
    private static func inChinese(_ expected: String) -> String {
        switch expected {
        case "text": "文字"
        case "text without control characters, 4000 at most": "不含控制字符的文字，至多 4000 字"
        case "200 characters at most": "至多 200 字"
        case "a text without resident number": "不含身份号码的文字"
        case "date YYYY-MM-DD": "日期，形如 2025-02-28"
        case "integer": "整数"
        case "a number that is not negative": "不为负的数"
        case "true or false": "true 或 false"
        case "list of objects": "对象的列表"
        case "unified social credit code with valid check characters": "校验码正确的统一社会信用代码"
        case "another unit": "另一个单位"
        case "year from 2023 on": "2023 年起的年份"
        case "nothing beside rules": "有 rules 时不填"
        case "code or name of a reporting unit": "报送单位的代码或名称"
        case "each field once": "每个字段只出现一次"
        case "a day not before starts_on": "不早于 starts_on 的日期"
        case "year": "年份"
        case "at least one day, each once": "至少一天，每天只出现一次"
        default: expected
        }
    }

    /// What a listing lacks, as `records.missing_ground` names it.
    private var lackingGround: (zh: String, en: String) {
        switch fact("missing") {
        case "safety_penalty":
            ("作为依据的不是应急管理部门作出的安全生产行政处罚", "it does not rest on a work-safety penalty of an emergency department")
        case "major_accident":
            (
                "处罚所关联的不是该单位负有责任、调查报告已经批复的特别重大或者重大事故",
                "the penalty is not for a major or extraordinary accident that the unit answers for by an approved report"
            )
        case "larger_accidents":
            (
                "该单位负有责任、调查报告已经批复的较大事故在规定期间内没有达到规定起数，或者处罚不是针对其中的事故",
                "the larger accidents that the unit answers for by approved reports do not reach the count within the term, or the penalty is for none of them"
            )
        case "article_114_2":
            (
                "处罚记录没有载明适用《安全生产法》第一百一十四条第二款",
                "the penalty record does not say that Work Safety Law Art. 114 paragraph 2 was applied"
            )
        case "hidden_accident":
            (
                "处罚所关联的不是该单位负有责任、调查报告已经批复且瞒报或者谎报的事故",
                "the penalty is not for an accident that the unit answers for by an approved report and concealed or falsified"
            )
        case "accident": ("处罚记录没有关联事故", "the penalty record names no accident")
        case "service_body":
            (
                "该单位不是承担安全评价、认证、检测、检验职责的机构",
                "the unit is no body of safety appraisal, certification, testing or inspection"
            )
        default: ("?", "?")
        }
    }

    private var newViolation: (zh: String, en: String) {
        if let listing = facts["listing"] {
            ("列入后又被列入：列入决定 \(listing)", "a later decision lists it again: \(listing)")
        } else if let ground = facts["ground"] {
            (
                "列入后的处罚 \(ground) 可以作为再次列入的依据，须先就是否列入作出决定",
                "a further listing may rest on the penalty \(ground), imposed after the listing: decide about that first"
            )
        } else {
            ("列入后又有新的处罚：\(fact("penalty"))", "a new penalty was imposed after the listing: \(fact("penalty"))")
        }
    }

    private func fact(_ name: String) -> String { facts[name] ?? "?" }

    private var sentences: (zh: String, en: String) {
        switch code {
        case .notJSON: ("这一行不是 JSON", "the line is not JSON")
        case .notAnObject: ("这一行不是 JSON 对象", "the line is not a JSON object")
        case .unknownAct:
            ("没有名为 \(fact("act")) 的行为；可用：\(fact("known"))", "no act is named \(fact("act")); known: \(fact("known"))")
        case .missingField: ("缺少字段 \(fact("field"))", "field \(fact("field")) is missing")
        case .unknownField: ("不认识的字段 \(fact("field"))", "field \(fact("field")) is not known to this act")
        case .badField:
            (
                "字段 \(fact("field")) 应为：\(Self.inChinese(fact("expected")))",
                "field \(fact("field")) must be \(fact("expected"))"
            )
        case .keyReused: ("幂等键 \(fact("key")) 已用于内容不同的行为", "key \(fact("key")) was used for an act with other content")
        case .datedInTheFuture:
            (
                "行为日期 \(fact("on")) 晚于今日 \(fact("today"))",
                "the act is dated \(fact("on")), later than today \(fact("today"))"
            )
        case .unknownOfficer: ("没有编号为 \(fact("officer")) 的在职经办人", "no active officer has the code \(fact("officer"))")
        case .officerIsAutomatic:
            (
                "\(fact("officer")) 由系统自动签署，任何人不得以其名义办理",
                "\(fact("officer")) signs what jobs do, and nobody in its name"
            )
        case .officerLacksRole:
            (
                "经办人 \(fact("officer")) 没有“\(officerRole(in: .chinese))”的职责",
                "officer \(fact("officer")) lacks the role \(officerRole(in: .english))"
            )
        case .handlerDecides:
            (
                "承办人不能自己作决定：请由 \(fact("officer")) 以外的人决定",
                "who handled the case may not decide it: somebody other than \(fact("officer")) must"
            )
        case .recorderDecides:
            (
                "记录人不能对自己的记录作决定：请由 \(fact("officer")) 以外的人决定",
                "who recorded the fact may not decide about it: somebody other than \(fact("officer")) must"
            )
        case .officerExists: ("经办人编号 \(fact("officer")) 已存在", "an officer with the code \(fact("officer")) exists")
        case .appointmentStays:
            (
                "不能结束 \(fact("officer")) 的任命：本人的任命由他人结束，系统的任命一直有效",
                "the appointment of \(fact("officer")) stays: nobody ends his own, nor that of the system"
            )
        case .unknownLogin:
            (
                "数据库没有登录名 \(fact("login"))：请先由数据库管理员建立",
                "the database has no login \(fact("login")): have it made first"
            )
        case .loginTaken:
            (
                "登录名 \(fact("login")) 已经给过经办人，不再另给",
                "the login \(fact("login")) was given to an officer and is not given again"
            )
        case .unknownAgency: ("没有代码为 \(fact("agency")) 的机关", "no agency has the code \(fact("agency"))")
        case .agencyNotResponsible:
            ("谁处罚、谁决定、谁负责：应由\(agency)作出", "who punishes decides: \(agency) must act")
        case .unknownSubject:
            ("没有代码为 \(fact("subject")) 的主体，请先登记", "no subject has the code \(fact("subject")); register it first")
        case .codeHolds:
            (
                "代码 \(fact("subject")) 的校验码相符，无须核准",
                "the check characters of \(fact("subject")) hold: nothing has to vouch for it"
            )
        case .alreadyDeregistered:
            (
                "代码为 \(fact("subject")) 的主体已经注销，或者注销日早于注册日",
                "the subject \(fact("subject")) is deregistered already, or the day is before its registration"
            )
        case .unknownRecord: ("该主体没有文号为 \(fact("record")) 的记录", "the subject has no record numbered \(fact("record"))")
        case .unknownMembership: ("没有符合的名单成员：\(fact("membership"))", "no membership matches \(fact("membership"))")
        case .listedByItsPenalty:
            (
                "文号 \(fact("membership")) 是行政处罚，该成员不在严重失信主体名单；处罚被撤销、变更的，记录撤销（annul-penalty）",
                "\(fact("membership")) is a penalty, and its membership none of the serious list; when the penalty falls, record that (annul-penalty)"
            )
        case .listingNotDisputed:
            (
                "文号 \(fact("record")) 是列入决定，不能提出异议；对决定不服的，可以依法申请行政复议或者提起行政诉讼",
                "\(fact("record")) is a listing decision, against which no objection lies; its legality goes to review or court"
            )
        case .unknownCase: ("没有符合的案件：\(fact("case"))", "no case matches \(fact("case"))")
        case .unknownClause: ("没有可以据以列入的条款 \(fact("clause"))", "no listing clause is coded \(fact("clause"))")
        case .beforeTheStepBefore:
            (
                "日期 \(fact("on")) 早于上一步的 \(fact("previous"))",
                "\(fact("on")) is before the step before it, \(fact("previous"))"
            )
        case .caseOpen:
            (
                "同一事项已有未办结的案件 \(fact("case"))，请在该案中办理",
                "the same matter is open as case \(fact("case")); go on in that case"
            )
        case .caseMoot:
            (
                "名单成员自 \(fact("off")) 起已不在名单内，案件失去对象，不再受理或者决定",
                "the membership is off the list since \(fact("off")); the case has lost its object"
            )
        case .stepOutOfOrder:
            (
                "案件处于“\(state(in: .chinese))”，此时不能做这一步；须先：\(needed(in: .chinese))",
                "the case stands at “\(state(in: .english))”; this step needs first: \(needed(in: .english))"
            )
        case .noticeMissing:
            ("列入前须先送达告知并听取陈述申辩，或记录放弃", "a listing needs a served notice and the defence heard or waived")
        case .penaltyMissing:
            (
                "列入须以行政处罚为据：没有文号为 \(fact("record")) 的有效处罚",
                "a listing rests on a penalty: no standing penalty is numbered \(fact("record"))"
            )
        case .groundMissing:
            (
                "不能依条款 \(fact("clause")) 列入：\(lackingGround.zh)",
                "clause \(fact("clause")) does not list: \(lackingGround.en)"
            )
        case .unitNotListedUnderClause:
            ("条款 \(fact("clause")) 只列入个人，不列入单位", "clause \(fact("clause")) lists persons only, not the unit")
        case .personsNotListedUnderClause:
            (
                "条款 \(fact("clause")) 不列入\(personRole(in: .chinese))",
                "clause \(fact("clause")) does not list a \(personRole(in: .english))"
            )
        case .subjectGone:
            ("该单位已于 \(fact("gone")) 注销", "the unit does not exist since \(fact("gone"))")
        case .repairNoticeMissing:
            (
                "列入决定须与信用修复告知书一并送达（两书同达）：with_repair_notice 应为 true",
                "the repair notice is served together with the decision: with_repair_notice must be true"
            )
        case .nobodyListed: ("列入决定没有列入任何单位或个人", "the decision lists neither the unit nor a person")
        case .shorterPeriodNeedsBasis: ("管理期限短于36个月须写明依据", "a period shorter than 36 months needs a basis")
        case .periodTooLong:
            ("管理期限为1至36个月，给出的是 \(fact("months"))", "the period is 1 to 36 months; \(fact("months")) was given")
        case .alreadyListed: ("该决定已将其列入，管理期尚未结束", "the same decision lists it already and the period still runs")
        case .penaltyHasListed:
            (
                "该处罚已依条款 \(fact("clause")) 将其列入过，不能再次列入；骗取提前移出的，恢复列入（restore-listing）",
                "the penalty has listed it under clause \(fact("clause")) before and does so once; after fraud the listing is restored (restore-listing)"
            )
        case .listedBeforeTheOrder:
            (
                "第11号令自2023年10月1日起施行，此前的列入按原依据和期限移转（transfer-listing）",
                "Order 11 is in force from 2023-10-01 on; an earlier listing is carried over with its own basis and period (transfer-listing)"
            )
        case .listedUnderTheOrder:
            (
                "\(fact("listed")) 的列入适用第11号令，须经告知后决定（decide-listing），不能移转",
                "a listing of \(fact("listed")) falls under Order 11: it is decided after notice (decide-listing), not carried over"
            )
        case .alreadyEnded:
            if let restored = facts["restored"] {
                (
                    "该名单成员已于 \(fact("ended")) 结束，后以文号 \(restored) 恢复：请用该文号",
                    "the membership ended on \(fact("ended")) and was restored as \(restored): use that number"
                )
            } else {
                ("该名单成员已于 \(fact("ended")) 结束", "the membership ended on \(fact("ended"))")
            }
        case .notInForce: ("该名单成员在 \(fact("on")) 已不在名单内", "the membership is not in force on \(fact("on"))")
        case .publishedBeforeListed:
            (
                "公示日 \(fact("on")) 早于列入之日 \(fact("listed"))",
                "publication on \(fact("on")) is before the listing on \(fact("listed"))"
            )
        case .tooEarlyForRemoval:
            (
                "自列入之日起满12个月方可申请，最早 \(fact("earliest"))",
                "12 months from listing are not full; the first day to apply is \(fact("earliest"))"
            )
        case .conditionMissing:
            (
                "提前移出的条件未满足或缺少证明：\(condition(in: .chinese))",
                "a condition of early removal lacks proof: \(condition(in: .english))"
            )
        case .banRunning:
            fact("until") == "life"
                ? ("法定禁入为终身，不能提前移出", "a statutory ban runs for life")
                : ("法定禁入尚在执行，至 \(fact("until"))", "a statutory ban still runs, until \(fact("until"))")
        case .newViolation: newViolation
        case .noHigherAgency:
            ("\(agency)没有上一级机关，无需上报", "\(agency) has none above it to report to")
        case .notRemovedEarly:
            (
                "名单成员 \(fact("membership")) 不是因提前移出而结束的，不能恢复",
                "the membership \(fact("membership")) did not end by early removal and cannot be restored"
            )
        case .alreadyRestored:
            ("已恢复为名单成员 \(fact("membership"))", "it is restored already, as membership \(fact("membership"))")
        case .recordExists:
            (
                "记录 \(fact("record")) 已经登记；改动请用更正",
                "the record \(fact("record")) is in the register already; correct it instead"
            )
        case .nothingCorrected:
            ("更正的内容与现有记录相同", "the record holds these values already")
        case .correctionContradicts:
            (
                "更正后的记录违反规则 \(fact("rule"))",
                "the corrected record would break the rule \(fact("rule"))"
            )
        case .objectionPending:
            (
                "对该记录的异议尚未办结（案件 \(fact("case"))），请以异议决定变更或者删除",
                "an objection to the record is pending (case \(fact("case"))): its decision changes or deletes the record"
            )
        case .nameUnchanged: ("名称已经是“\(fact("name"))”", "the name is “\(fact("name"))” already")
        case .alreadyMerged:
            ("单位 \(fact("subject")) 的这一合并已经登记", "this merger of the unit \(fact("subject")) is recorded already")
        case .roleHeld:
            (
                "该人员已任\(personRole(in: .chinese))（任职编号 \(fact("responsibility"))），请先记录离任",
                "the person is \(personRole(in: .english)) already (\(fact("responsibility"))); end that role first"
            )
        case .roleNotHeld:
            (
                "该单位没有编号为 \(fact("responsibility")) 、在该日仍然任职的记录",
                "the unit has no role \(fact("responsibility")) that runs on that day"
            )
        case .alreadyAnnulled: ("该处罚已于 \(fact("annulled")) 撤销", "the penalty was annulled on \(fact("annulled"))")
        case .badResidentNumber:
            ("\(fact("name")) 的身份号码不符合 GB 11643", "the resident number of \(fact("name")) does not hold by GB 11643")
        case .personNameDiffers:
            ("该身份号码已登记在另一姓名下，请核对", "the resident number is registered under another name; check it")
        case .noticeLoaded:
            ("代码为 \(fact("notice")) 的放假通知已经载入", "the notice \(fact("notice")) is loaded already")
        case .noticeContradicts:
            (
                "\(fact("day")) 与已载入的通知 \(fact("notice")) 不一致；如为后发的通知，请写明更晚的发文日期",
                "\(fact("day")) is arranged otherwise by the notice \(fact("notice")); a later notice needs a later day of issue"
            )
        case .agencyNotBelow:
            (
                "\(agency)不是经办人所在机关 \(fact("officer_agency")) 或其下级",
                "\(agency) is neither the officer's agency, \(fact("officer_agency")), nor below it"
            )
        case .planDrawn:
            (
                "\(agency)的 \(fact("year")) 年度计划已经抽取，不能重抽",
                "the plan of \(fact("year")) of \(agency) is drawn; it is not drawn again"
            )
        case .planNotDrawn:
            (
                "机关 \(fact("agency")) 的 \(fact("year")) 年度计划还没有抽取，不能补列",
                "the plan of \(fact("year")) of the agency \(fact("agency")) is not drawn; nothing can be added to it"
            )
        case .numberTaken:
            (
                "文号 \(fact("number")) 已经给了另一份文书",
                "the number \(fact("number")) was given to another document"
            )
        case .agencyGivesNoNumbers:
            (
                "\(agency)没有登记发文字号的代字，请由经办人填写文号",
                "\(agency) has no word for its document numbers; give the number yourself"
            )
        case .policyFaulty:
            (
                PolicyFaults(facts: facts).sentence(in: .chinese),
                PolicyFaults(facts: facts).sentence(in: .english)
            )
        case .journalNotReplayed:
            (
                "送达日志 \(fact("journal")) 尚未在本数据库重放，请先执行 anxin publish replay",
                "the send journal \(fact("journal")) was not replayed into this database; run anxin publish replay first"
            )
        case .documentNotDue:
            (
                "还不能出具 \(fact("kind"))：该案尚未到这一步（\(fact("needed"))）",
                "\(fact("kind")) cannot be issued yet: the case has not come to \(fact("needed"))"
            )
        case .documentIssued:
            (
                "该事项的 \(fact("kind")) 已经出具，文号 \(fact("number"))",
                "\(fact("kind")) was issued already, numbered \(fact("number"))"
            )
        case .formYearRuns:
            (
                "\(fact("year")) 年度尚未结束，次年1月1日起方可固定统计表",
                "the year \(fact("year")) is not over; its form can be frozen from 1 January after it"
            )
        case .formUnchanged:
            (
                "与第 \(fact("edition")) 版完全相同，无需另出更正版",
                "nothing differs from edition \(fact("edition")); there is nothing to correct"
            )
        case .beforeThePlan:
            (
                "\(fact("on")) 还没有施行的口径和参数，工作方案自 2023-08-09 起施行",
                "no rule of the plan is in force on \(fact("on")); it starts on 2023-08-09"
            )
        case .dayNotInCalendar:
            (
                "工作日历没有 \(fact("day")) 这一天，期限无法计算",
                "the calendar does not hold \(fact("day")); the due date cannot be computed"
            )
        }
    }
}
