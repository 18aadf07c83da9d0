import Foundation
import SafetyCredit
import Testing

@Suite struct SQLCatalogueTests {
    @Test func `migrations come by number and repeatable files by stage, functions before views`() throws {
        let catalogue = try SQLCatalogue(files: [
            ("views/law/b.sql", ""), ("views/reports/a.sql", ""), ("functions/register/10_z.sql", ""),
            ("functions/register/20_a.sql", ""), ("functions/law/z.sql", ""), ("views/register/a.sql", ""),
            ("migrations/0002_add_b.sql", ""), ("migrations/0001_create_a.sql", ""), ("data/b.sql", ""),
            ("data/a.sql", ""),
            ("reports/form.sql", ""),
        ])
        #expect(catalogue.migrations.map(\.name) == ["create_a", "add_b"])
        #expect(
            catalogue.repeatables.map(\.path) == [
                "functions/law/z.sql", "views/law/b.sql", "functions/register/10_z.sql", "functions/register/20_a.sql",
                "views/register/a.sql", "views/reports/a.sql",
            ])
        #expect(catalogue.seeds.map(\.path) == ["data/a.sql", "data/b.sql"])
    }

    @Test func `a number of the law stands in one seed`() {
        let numbers = SQLCatalogue.embedded.seeds.flatMap { seed in
            seed.content.matches(of: /\n\('([a-z0-9-]+)', '(\d{4}-\d\d-\d\d)', \d+, '/).map { "\($0.1) \($0.2)" }
        }
        #expect(numbers.count > 40)
        #expect(
            Set(numbers).count == numbers.count, "\(Dictionary(grouping: numbers) { $0 }.filter { $1.count > 1 }.keys)")
    }

    @Test func `a gap in the numbers is refused`() {
        let error = #expect(throws: OpsError.self) {
            try SQLCatalogue(files: [("migrations/0001_create_a.sql", ""), ("migrations/0003_create_c.sql", "")])
        }
        guard case .missingMigration(number: 2) = error else {
            return #expect(Bool(false), "\(String(describing: error))")
        }
    }

    @Test func `a number that begins above one is refused`() {
        let error = #expect(throws: OpsError.self) { try SQLCatalogue(files: [("migrations/0002_create_b.sql", "")]) }
        guard case .missingMigration(number: 1) = error else {
            return #expect(Bool(false), "\(String(describing: error))")
        }
    }

    @Test func `two migrations of one number are refused`() {
        let error = #expect(throws: OpsError.self) {
            try SQLCatalogue(files: [("migrations/0001_create_a.sql", ""), ("migrations/0001_create_b.sql", "")])
        }
        guard case .duplicateMigration(number: 1) = error else {
            return #expect(Bool(false), "\(String(describing: error))")
        }
    }

    @Test(arguments: [
        "0001_create.sql", "1_create_a.sql", "0001-create-a.sql", "0001_Create_A.sql", "0001_create_a.txt",
    ])
    func `a migration that is not named NNNN_verb_object is refused`(name: String) {
        #expect(throws: OpsError.self) { try SQLCatalogue(files: [("migrations/" + name, "")]) }
    }

    @Test(arguments: ["functions/grading/a.sql", "views/a.sql", "functions/law/deep/a.sql"])
    func `a function or view outside the stages is refused`(path: String) {
        #expect(throws: OpsError.self) { try SQLCatalogue(files: [(path, "")]) }
    }

    @Test func `the hash is that of sha256sum`() {
        let file = SQLFile(path: "a.sql", content: "abc")
        #expect(file.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func `the binary carries the repository's files byte for byte`() throws {
        let folder = Repository.root + "/sql"
        let embedded = try SQLCatalogue.load(directory: nil)
        let onDisk = try SQLCatalogue.load(directory: folder)
        #expect(embedded.migrations == onDisk.migrations)
        #expect(embedded.repeatables == onDisk.repeatables)
        #expect(embedded.seeds == onDisk.seeds)
        #expect(embedded.workingDays == onDisk.workingDays)
        #expect(embedded.workingDays != nil)
    }

    @Test func `load.psql runs the same files in the same order`() throws {
        let script = try String(contentsOfFile: Repository.root + "/sql/load.psql", encoding: .utf8)
        #expect(script == LoadScript.text(for: .embedded), "run deploy/dump-schema")
    }
}

/// The package's folder, for tests that read its files.
enum Repository {
    static let root = String(#filePath.prefix(upTo: #filePath.range(of: "/Tests/")!.lowerBound))
}
