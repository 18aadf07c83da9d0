import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("anxin subject", .serialized, .enabled(if: AnxinCommand.isBuilt, "the command is not built"))
struct SubjectCommandTests {
    private func run(_ arguments: [String]) async throws -> (status: Int32, output: String) {
        try await RegisterDatabase.shared.withClone { options in
            let connection = try await Connection.connect(options)
            try await connection.transaction { connection in try Story().reach(.published, connection) }
            await connection.close()
            return try await AnxinCommand.run(["subject"] + arguments, options)
        }
    }

    @Test("People read names of lists and kinds, machines their codes")
    func words() async throws {
        let text = try await run(["show", Story.unit, "--as-of", "2024-03-20"])
        #expect(text.status == 0)
        #expect(text.output.contains("严重失信") && !text.output.contains("serious"), "\(text.output)")
        let json = try await run(["show", Story.unit, "--as-of", "2024-03-20", "--format", "json"])
        guard case .object(let members) = try JSONValue(parsing: json.output),
            case .array(let memberships)? = members["memberships"], case .object(let first)? = memberships.first
        else {
            Issue.record("\(json.output)")
            return
        }
        #expect(members["grade"] == "D")
        #expect(first["list_code"] == "serious")
        #expect(first["last_day"] == "2027-03-15")
    }

    @Test("An unknown code, a wrong code and CSV each get their sentence and status")
    func refused() async throws {
        let unknown = try await run(["show", Story.strangerCode, "--as-of", "2024-03-20"])
        #expect(unknown.status == 65 && unknown.output.contains(Story.strangerCode), "\(unknown)")
        let wrong = try await run(["show", "91421321MA49K3C491", "--as-of", "2024-03-20"])
        #expect(wrong.status == 64 && wrong.output.contains("91421321MA49K3C491"), "\(wrong)")
        let csv = try await run(["show", Story.unit, "--as-of", "2024-03-20", "--format", "csv"])
        #expect(csv.status == 64 && csv.output.contains("xlsx"), "\(csv)")
    }
}
