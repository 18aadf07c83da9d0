import PQ
import PQTesting
import Testing

@Suite struct SQLStateTests {
    /// Every class of appendix A with a state of it and what its description says.
    static let classes: [(state: SQLState, phrase: String)] = [
        ("01004", "warning"), ("02000", "no data"), ("03000", "statement not yet complete"),
        ("08006", "connection exception"), ("09000", "triggered action exception"), ("0A000", "feature not supported"),
        ("0B000", "invalid transaction initiation"), ("0F001", "locator exception"), ("0L000", "invalid grantor"),
        ("0P000", "invalid role specification"), ("0Z002", "diagnostics exception"), ("20000", "case not found"),
        ("21000", "cardinality violation"), ("22012", "data exception"), ("23000", "integrity constraint violated"),
        ("23505", "unique constraint violated"), ("23503", "foreign key violated"),
        ("23514", "check constraint violated"), ("23502", "value missing where one is required"),
        ("23P01", "exclusion constraint violated"), ("24000", "invalid cursor state"),
        ("25001", "invalid transaction state"), ("25006", "read-only transaction"), ("26000", "invalid statement name"),
        ("27000", "triggered data change violation"), ("28000", "authorization refused"),
        ("2B000", "dependent privileges exist"), ("2D000", "invalid transaction termination"),
        ("2F002", "routine exception"), ("34000", "invalid cursor name"), ("38001", "external routine exception"),
        ("39004", "external routine invocation exception"), ("3B001", "savepoint exception"),
        ("3D000", "invalid database name"), ("3F000", "invalid schema name"),
        ("40001", "could not serialize the transaction"), ("40P01", "deadlock detected"),
        ("40002", "transaction rolled back"), ("42601", "syntax error or access rule violation"),
        ("42501", "permission denied"), ("44000", "check option violated"), ("53100", "insufficient resources"),
        ("53300", "too many connections"), ("54000", "program limit exceeded"),
        ("55000", "object not in prerequisite state"), ("55P03", "lock not available"),
        ("57014", "statement cancelled by the server"), ("57000", "operator intervention"), ("58030", "system error"),
        ("72000", "snapshot failure"), ("F0000", "configuration file error"), ("HV000", "foreign data wrapper error"),
        ("P0001", "raised by a function"), ("P0002", "procedural language error"), ("XX000", "internal error"),
        ("ZZ999", "error of the server"),
    ]

    @Test func everyClassHasItsWordsAndNoneOfTheServers() async throws {
        try await withConnection { connection in
            for (state, phrase) in Self.classes {
                let error = await errorOf {
                    try await connection.script(
                        "do $$ begin raise exception 'secret' using errcode = '\(state.rawValue)'; end $$")
                }
                #expect(error?.sqlState == state)
                #expect(error?.description.contains(phrase) == true, "\(state): \(error?.description ?? "no error")")
                #expect(error?.description.contains("secret") == false)
                #expect(error?.isRetryable == (state == "40001" || state == "40P01"))
                #expect(error?.isUnavailable == (state.errorClass == "08"), "\(state)")
                try await connection.expectUsable()
            }
        }
    }

    @Test(arguments: ["57P01", "57P02", "57P03", "57P05", "25P03"] as [SQLState])
    func statesThatEndTheSessionMakeTheConnectionUnusable(state: SQLState) async throws {
        try await withConnection { connection in
            let error = await errorOf {
                try await connection.script("do $$ begin raise exception using errcode = '\(state.rawValue)'; end $$")
            }
            #expect(error?.isUnavailable == true)
            #expect(error?.isRetryable == false)
            #expect(await !connection.isReusable)
        }
    }
}
