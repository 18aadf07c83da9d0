import PQ
import SafetyCredit

extension GradeExplanation {
    /// The explanation as an officer reads it out.
    func text(in language: Language) -> String {
        var lines = [
            language.choose(
                "\(subjectName)（\(creditCode)）\(day) 的等级：\(grade)",
                "\(subjectName) (\(creditCode)) on \(day): grade \(grade)"),
            language.choose(
                "依据条款：\(clauseCodes.joined(separator: "、"))  口径 \(policyStamp)",
                "clauses: \(clauseCodes.joined(separator: ", "))  policy \(policyStamp)"),
        ]
        if let nearMiss { lines.append(sentence(nearMiss, language)) }
        for finding in findings {
            let mark = finding.isMet ? "✓" : "✗"
            lines.append("\(mark) \(finding.clauseCode)  \(finding.clauseText)")
            for evidence in finding.evidence { lines.append("      \(evidence.text)  #\(evidence.id)") }
            if let untilOn = finding.untilOn { lines.append("      " + until(untilOn, finding, language)) }
        }
        if let timeline = GradeTimeline(self, in: language) { lines += [""] + timeline.lines }
        return lines.joined(separator: "\n")
    }

    /// `A级仅因第1项未满足，至 2027-03-02`.
    private func sentence(_ miss: NearMiss, _ language: Language) -> String {
        let isListed = grade == "C" || grade == "D"
        let numbers = miss.lacksAnyOf.map { isListed ? $0 : String($0.dropFirst()) }
        let end = miss.until.map { language.choose("，至 \($0)", ", until \($0)") } ?? ""
        if isListed {
            let grounds = numbers.joined(separator: language.choose("、", ", "))
            let end = miss.until.map { language.choose("，至 \($0)", " until \($0)") } ?? ""
            return language.choose(
                "若不在名单（\(grounds)\(end)）则为\(miss.grade)级", "\(miss.grade) but for the list (\(grounds)\(end))")
        }
        if numbers.count == 1 {
            return language.choose(
                "\(miss.grade)级仅因第\(numbers[0])项未满足\(end)", "\(miss.grade) fails by clause \(numbers[0]) alone\(end)")
        }
        return language.choose(
            "\(miss.grade)级仅差第\(numbers.joined(separator: "、"))项中的任一项\(end)",
            "\(miss.grade) lacks any one of clauses \(numbers.joined(separator: ", "))\(end)")
    }

    private func until(_ day: CivilDate, _ finding: Finding, _ language: Language) -> String {
        let isAnObstacle = !finding.isMet && !finding.evidence.isEmpty
        return isAnObstacle
            ? language.choose("到 \(day) 为止不符合", "not met until \(day)")
            : language.choose("到 \(day) 为止有效", "holds until \(day)")
    }

    /// The explanation for machines.
    var json: JSONValue {
        [
            "schema_version": 1,
            "credit_code": .string(creditCode),
            "subject_name": .string(subjectName),
            "as_of": .string(day.description),
            "grade": .string(grade),
            "clause_codes": .array(clauseCodes.map { .string($0) }),
            "policy_stamp": .string(policyStamp),
            "findings": .array(
                findings.map { finding in
                    [
                        "clause_code": .string(finding.clauseCode),
                        "is_met": .bool(finding.isMet),
                        "evidence_ids": .array(finding.evidence.map { .integer($0.id) }),
                        "until_on": finding.untilOn.map { .string($0.description) } ?? .null,
                    ]
                }),
            "windows": .array(
                windows.map { window in
                    [
                        "clause_code": .string(window.clauseCode), "evidence_id": .integer(window.evidence.id),
                        "evidence": .string(window.evidence.text), "since_on": .string(window.sinceOn.description),
                        "until_on": window.untilOn.map { .string($0.description) } ?? .null,
                    ]
                }),
            "near_miss": nearMiss.map { miss in
                [
                    "grade": .string(miss.grade), "lacks_any_of": .array(miss.lacksAnyOf.map { .string($0) }),
                    "until_on": miss.until.map { .string($0) } ?? .null,
                ]
            } ?? .null,
        ]
    }
}
