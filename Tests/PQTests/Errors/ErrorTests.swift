import PQ
import PQTesting
import Testing

@Suite struct ErrorTests {
    static let cases: [(SQLState, String)] = [
        (.divisionByZero, "select 1/0"), (.undefinedTable, "select * from no_such"),
        (.syntaxError, "selec 1"), (.undefinedColumn, "select no_such from firm"),
        (.uniqueViolation, "insert into firm values (1, 'x', 1)"),
        (.notNullViolation, "insert into firm values (2, null, 1)"),
        (.checkViolation, "insert into firm values (2, 'x', -1)"),
        (.foreignKeyViolation, "insert into branch values (99)"),
        (.exclusionViolation, "insert into period values ('[1,3]'), ('[2,4]')"),
        (.invalidTextRepresentation, "select 'x'::int"), (.numericOutOfRange, "select 2147483648::int"),
        (.invalidDatetime, "select 'x'::date"), (.datetimeOutOfRange, "select '2025-02-30'::date"),
        (.stringTooLong, "insert into firm values (2, 'much too long a name', 1)"),
        (.duplicateTable, "create temporary table firm ()"),
        (.raisedException, "do $$ begin raise exception 'secret of 张三'; end $$"),
        (.insufficientPrivilege, "set role pg_monitor; select pg_read_file('/etc/passwd')"),
        (.readOnlyTransaction, "begin read only; create table public.x ()"),
        (.cardinalityViolation, "select (values (1), (2))"),
        (.undefinedFunction, "select no_such()"), (.invalidParameter, "select * from generate_series(1, 2, 0)"),
    ]

    @Test(arguments: cases) func everyClassHasItsState(state: SQLState, sql: String) async throws {
        try await withConnection { connection in
            try await connection.script(
                """
                create temporary table firm (id int constraint firm_is_known_once primary key, name varchar(9) not null,
                    staff int constraint staff_is_not_negative check (staff >= 0));
                create temporary table branch (firm_id int references firm);
                create temporary table period (during int4range, exclude using gist (during with &&));
                insert into firm values (1, 'secret', 1)
                """)
            let error = await errorOf { try await connection.script(sql) }
            #expect(error?.sqlState == state)
            #expect(error?.description.contains("secret") == false)
        }
    }

    @Test func namesOfConstraintTableAndColumnAreThere() async throws {
        try await withConnection { connection in
            try await connection.script(
                "create temporary table firm (id int constraint known_once primary key, name text not null)")
            try await connection.execute("insert into firm values (\(Int32(1)), 'a')")
            let unique = await errorOf {
                try await connection.execute("insert into firm values (\(Int32(1)), \("张三"))")
            }
            #expect(unique?.constraint == "known_once")
            #expect(unique?.table == "firm")
            #expect(unique?.schema?.hasPrefix("pg_temp") == true)
            let null = await errorOf {
                try await connection.execute("insert into firm values (\(Int32(2)), \(String?.none))")
            }
            #expect(null?.column == "name")
            #expect(null?.sqlState == .notNullViolation)
        }
    }

    @Test func aDescriptionNeverLeaks() async throws {
        try await withConnection { connection in
            try await connection.script("create temporary table person (id_number text primary key)")
            let number = "110101199003074514"
            let statements: [Statement] = [
                "insert into person values (\(number))", "insert into person values (\(number))",
                "select \(number)::int", "select \(number) from nowhere_\(identifier: number)",
            ]
            var errors: [PQError] = []
            for statement in statements {
                if let error = await errorOf({ try await connection.execute(statement) }) { errors.append(error) }
            }
            #expect(errors.count == 3)
            for error in errors {
                #expect(!error.description.contains(number))
                #expect(!"\(error)".contains(number))
                #expect(!"\(error)".lowercased().contains("select"))
            }
            #expect(errors[0].serverError?.detail?.contains(number) == true)
            #expect(errors[0].details.contains(number))
        }
    }

    enum Wrapped: Error { case failed(step: Int, cause: PQError) }

    @Test func noContainerMakesADescriptionLeak() async throws {
        try await withConnection { connection in
            let error = await errorOf { try await connection.script("do $$ begin raise exception 'secret'; end $$") }
            let refused = try #require(error)
            let server = try #require(refused.serverError)
            let failed = PQError.rollbackFailed(body: refused, rollback: .batchAborted(refused))
            let prints = [
                "\(String(describing: error))", "\([refused])", "\(["x": refused])",
                "\(Wrapped.failed(step: 1, cause: refused))",
                "\(Result<Int, PQError>.failure(refused))", String(reflecting: refused), String(reflecting: failed),
                "\([server])",
            ]
            for print in prints { #expect(!print.contains("secret"), "\(print)") }
            for details in [refused.details, server.details, failed.details] { #expect(details.contains("secret")) }
        }
    }

    @Test func aMalformedConninfoKeepsItsPasswordToItself() async throws {
        let options = ConnectionOptions(conninfo: "host=nowhere password=correct horse")
        let error = await errorOf { try await Connection.connect(options) }
        guard case .connectionFailed(let fault) = error, fault.settings == [.conninfo] else {
            throw error ?? .cancelled
        }
        #expect(!fault.details.contains("horse") && !fault.message.contains("horse"))
    }

    @Test func thePlaceOfASyntaxErrorIsMarkedForTheDebugLog() async throws {
        try await withConnection { connection in
            let error = await errorOf { try await connection.execute("select '安' frm x") }
            #expect(error?.details.contains("⟨here⟩x") == true)
            #expect(error?.description.contains("frm") == false)
        }
    }

    @Test func noticesAreHeardAndNotPrinted() async throws {
        let (notices, hear) = AsyncStream.makeStream(of: Notice.self)
        var options = try TestServer.shared().options()
        options.onNotice = { hear.yield($0) }
        let connection = try await Connection.connect(options)
        try await connection.script("do $$ begin raise warning 'secret'; end $$")
        var heard: Notice?
        for await notice in notices {
            heard = notice
            break
        }
        #expect(heard?.report.severity == "WARNING")
        #expect(heard?.description.contains("secret") == false)
        #expect(heard?.report.message == "secret")
        await connection.close()
    }

    @Test func anUnknownCommitNamesItsTransactionWhenThereIsOne() {
        #expect(PQError.commitUnknown(xid: nil).description == "connection lost during COMMIT, outcome unknown")
        #expect(PQError.commitUnknown(xid: "7").description.hasSuffix("outcome unknown (transaction 7)"))
    }

    @Test func aClosedConnectionSaysSo() async throws {
        let connection = try await TestServer.shared().connect()
        await connection.close()
        await connection.close()
        let error = await errorOf { try await connection.execute("select 1") }
        guard case .connectionClosed = error else { throw error ?? .cancelled }
    }
}
