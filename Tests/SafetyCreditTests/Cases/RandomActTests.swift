import PQ
import PQTesting
import Testing

@testable import SafetyCredit

@Suite("Five thousand random acts", .serialized) struct RandomActTests {
    private static let seed: UInt64 = 20_251_124
    private static let actCount = 5_000
    private static let units = (0..<40).map { CreditCodes.code($0) }

    @Test("Valid or not, they leave a register in which every invariant holds, and a ledger that tells all of them")
    func invariants() async throws {
        let end = try await RegisterDatabase.shared.withClone { try await Self.course($0) }
        let performed = end.run.performed.values.reduce(0, +)
        let refused = end.run.refused.values.reduce(0, +)
        #expect(end.notedCount == performed + refused, "seed \(Self.seed)")
        #expect(end.sealedCount > 0)
        #expect(end.brokenSealCount == 0)
        let never = Run.expected.subtracting(end.run.performed.keys)
        #expect(never == [], "never performed, seed \(Self.seed): \(end.run.refused)")
        #expect(performed > 700, "too few were valid: \(end.run.performed)")
        #expect(end.run.refused.count > 25, "too few rules were broken: \(end.run.refused)")
    }

    /// What a course left behind.
    private struct End: Sendable {
        let run: Run
        let notedCount: Int
        let sealedCount: Int
        let brokenSealCount: Int
    }

    private static func course(_ options: ConnectionOptions) async throws -> End {
        let connection = try await Connection.connect(options)
        let end = try await connection.work { connection in try Self.end(connection) }
        await connection.close()
        return end
    }

    private static func end(_ connection: isolated Connection) throws -> End {
        let run = try Run.played(actCount, seed: seed, units: units, connection)
        try Invariants.expectHold(connection, "seed \(seed)")
        let noted = try connection.value(
            "select count(*) from intake.act as a where a.key like 'random-%'", as: Int64.self)
        return End(
            run: run, notedCount: Int(noted), sealedCount: try LedgerSeal.seal(on: connection),
            brokenSealCount: try LedgerSeal.breaks(on: connection).count)
    }

    /// One course of random acts over some thirteen years.
    private struct Run: Sendable {
        /// Every act that takes a step of a procedure, and those that change what the procedures are about.
        static let expected: Set<String> = {
            let steps = Procedure.allCases.flatMap { $0.rules }.map { $0.act }
            return Set(steps).subtracting(Job.allCases.map { $0.rawValue }).union([
                "annul-penalty", "correct-record", "withdraw-record", "reinstate-record", "record-repair", "record-ban",
                "rename-subject",
                "deregister-subject", "record-role", "end-role", "confirm-publication",
            ])
        }()

        let story = Story(today: "2037-12-31")
        var acts: RandomActs
        var day = CivilDate(iso: "2024-01-02")!
        var performed: [String: Int] = [:]
        var refused: [String: Int] = [:]

        init(seed: UInt64, units: [String]) { acts = RandomActs(seed: seed, units: units) }

        static func played(
            _ count: Int, seed: UInt64, units: [String], _ connection: isolated Connection
        ) throws -> Run {
            var run = Run(seed: seed, units: units)
            try run.play(count, connection)
            return run
        }

        private mutating func play(_ count: Int, _ connection: isolated Connection) throws {
            try story.take(
                SubjectLine.self, on: "2024-01-02",
                [["生产经营单位名称", "统一社会信用代码"]] + acts.world.units.enumerated().map { ["单位\($0)", $1] },
                connection)
            var made = 0
            while made < count {
                if made >= acts.world.penalties.count * 25 { try punish(connection) }
                if made % 200 == 199 { try runJobs(connection) }
                if acts.chance(0.5) { day = day + Int.random(in: 0...4, using: &acts.random) }
                guard let line = acts.next() else { continue }
                made += 1
                try submit(line, key: "random-\(made)", connection)
            }
            try runJobs(connection)
        }

        private mutating func punish(_ connection: isolated Connection) throws {
            let number = "罚\(acts.world.penalties.count)"
            let unit = acts.world.units.randomElement(using: &acts.random) ?? ""
            try story.punish(of: unit, number: number, on: day.description, connection)
            acts.world.penalties.append((unit, number))
            acts.world.memberships += try connection.values(
                "select m.membership_id from lists.membership as m where m.decision_number = \(number)",
                as: Int64.self)
        }

        private mutating func submit(
            _ line: RandomActs.Line, key: String, _ connection: isolated Connection
        ) throws {
            let on = acts.chance(0.1) ? day - Int.random(in: 1...30, using: &acts.random) : day
            let reply = try story.submit(
                line.act, on: on.description, by: line.officer, key: key, line.fields, connection)
            switch reply.outcome {
            case .done(_, let answer):
                performed[line.act, default: 0] += 1
                learn(line, key, answer)
                if acts.chance(0.1) { try repeatAct(line, on, key, answer, connection) }
            case .repeated: Issue.record("\(key) was never performed")
            case .refused(let refusal): refused[refusal.code.rawValue, default: 0] += 1
            }
        }

        /// The same line again answers the same.
        private func repeatAct(
            _ line: RandomActs.Line, _ on: CivilDate, _ key: String, _ answer: [String: JSONValue],
            _ connection: isolated Connection
        ) throws {
            let again = try story.submit(
                line.act, on: on.description, by: line.officer, key: key, line.fields, connection)
            guard case .repeated(_, answer) = again.outcome else {
                Issue.record("\(line.act) repeated: \(again.line(in: .english))")
                return
            }
        }

        private mutating func learn(_ line: RandomActs.Line, _ key: String, _ answer: [String: JSONValue]) {
            if let procedure = line.opens { acts.world.opened[procedure, default: []].append(key) }
            if case .integer(let id)? = answer["case_id"] { acts.world.caseIDs.append(id) }
            if case .integer(let id)? = answer["membership_id"] {
                if line.act == "restore-listing" { acts.world.memberships.append(id) }
                if line.act == "decide-removal", line.fields["decision"] == "granted" { acts.world.removed.append(id) }
            }
            if case .array(let ids)? = answer["membership_ids"] {
                for case .integer(let id) in ids { acts.world.memberships.append(id) }
            }
            if case .array(let ids)? = answer["case_ids"] {
                for case .integer(let id) in ids { acts.world.caseIDs.append(id) }
            }
            if case .integer(let id)? = answer["responsibility_id"], line.act == "record-role",
                let unit = line.fields["credit_code"]?.text
            {
                acts.world.responsibilities.append((unit, id))
            }
        }

        private func runJobs(_ connection: isolated Connection) throws {
            _ = try ExpireMemberships.run(asOf: day, on: connection)
            _ = try CloseMootCases.run(asOf: day, on: connection)
        }
    }
}
