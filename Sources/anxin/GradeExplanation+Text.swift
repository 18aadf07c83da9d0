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
        for finding in findings {
            let mark = finding.isMet ? "✓" : "✗"
            lines.append("\(mark) \(finding.clauseCode)  \(finding.clauseText)")
            for evidence in finding.evidence { lines.append("      \(evidence.text)  #\(evidence.id)") }
            if let untilOn = finding.untilOn { lines.append("      " + until(untilOn, finding, language)) }
        }
        return lines.joined(separator: "\n")
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
        ]
    }
}
