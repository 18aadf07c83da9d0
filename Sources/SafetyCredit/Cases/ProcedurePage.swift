/// Every procedure on one page of Markdown, as `docs/procedures.md` holds it.
public enum ProcedurePage {
    public static func text(terms: CaseTerms, in language: Language) -> String {
        let heading = language.choose(
            """
            # 程序

            由 `anxin case steps --format markdown` 写成，勿手改：步骤、由何人办理、期限和依据以
            `Sources/SafetyCredit/Cases/Procedures` 中每个程序的文件为准，行为按同一规则检查。
            期限自该步骤之日起算，始日不计；天数取自 `law.parameter`，放假通知未出时为暂定。
            """,
            """
            # Procedures

            Written by `anxin case steps --format markdown`; do not edit. Steps, who takes them, terms and sources stand in
            `Sources/SafetyCredit/Cases/Procedures`, one file per procedure, and acts are checked against the same rules.
            A term runs from the day of its step, that day not counted; the numbers are those of `law.parameter`.
            """)
        return ([heading] + Procedure.allCases.map { section($0, terms, language) }).joined(separator: "\n\n") + "\n"
    }

    private static func section(_ procedure: Procedure, _ terms: CaseTerms, _ language: Language) -> String {
        let head = language.choose(
            ["步骤", "由何人", "行为", "此前须为", "由此开始的期限", "依据"],
            ["step", "who", "act", "after", "owes", "source"])
        let rows = ProcedureTable(procedure, terms: terms, in: language).rows.map {
            [$0.step, $0.who, "`\($0.act)`", $0.after, $0.owes, $0.source]
        }
        let lines = ([head, head.map { _ in "---" }] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
        let diagram = ProcedureDiagram(procedure, terms: terms, in: language).text
        return """
            ## \(procedure.name(in: language)) `\(procedure.word)`

            \(lines.joined(separator: "\n"))
            \(remark(on: procedure, terms, language))
            ```mermaid
            \(diagram)```
            """
    }

    private static func remark(on procedure: Procedure, _ terms: CaseTerms, _ language: Language) -> String {
        guard let term = procedure.publicationTerm else { return "" }
        let words = terms.words(term, in: language)
        return procedure == .earlyRemoval
            ? language.choose(
                "\n准予移出之日起\(words)内各渠道停止公示：由名单成员推出，见 `anxin due`。\n",
                "\nEvery channel stops showing it within \(words) of the removal: derived from the membership, see `anxin due`.\n"
            )
            : language.choose(
                "\n决定之日起\(words)内在各渠道公示：由名单成员推出，见 `anxin due`。\n",
                "\nEvery channel shows it within \(words) of the decision: derived from the membership, see `anxin due`.\n"
            )
    }
}
