import PQ
import Testing

@testable import SafetyCredit

extension RefusalCase {
    /// RD-06, RD-27.
    static let form: [RefusalCase] = [
        RefusalCase(
            "a form frozen on the last day of its year", .formYearRuns, at: .registered, "freeze-form",
            on: "2024-12-31",
            by: "rec", frozenForm),
        RefusalCase(
            "a correction that corrects nothing", .formUnchanged, at: .registered, "freeze-form", on: "2025-01-06",
            by: "rec", frozenForm
        ) { story, connection in
            try story.does("freeze-form", on: "2025-01-05", by: "rec", key: "first", frozenForm, connection)
        },
        RefusalCase(
            "the city's form frozen by a county", .agencyNotBelow, at: .registered, "freeze-form", on: "2025-01-06",
            by: "rec-zd", frozenForm),
        RefusalCase(
            "the form of another county", .agencyNotBelow, at: .registered, "freeze-form", on: "2025-01-06",
            by: "rec-zd", with(frozenForm, ["reporting_unit": "421321"])),
    ]

    static let frozenForm: [String: JSONValue] = ["form_year": 2024, "filled_by": "张三"]
}
