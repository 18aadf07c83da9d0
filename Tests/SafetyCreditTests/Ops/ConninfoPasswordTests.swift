import SafetyCredit
import Testing

@Suite struct ConninfoPasswordTests {
    @Test(
        arguments: [
            (
                "postgres://li:ge%40heim@db:5432/anxin?sslmode=require", "postgres://li@db:5432/anxin?sslmode=require",
                "ge@heim"
            ),
            ("postgresql://li:x@a,b:5433/anxin", "postgresql://li@a,b:5433/anxin", "x"),
            ("postgres://li@db/anxin", "postgres://li@db/anxin", nil),
            ("postgres:///anxin", "postgres:///anxin", nil),
            ("postgres://db/anxin?user=li&password=ge%40heim", "postgres://db/anxin?user=li", "ge@heim"),
            ("postgres://db/anxin?password=x&user=li", "postgres://db/anxin?user=li", "x"),
            ("postgres://li:y@db/anxin?password=x&a=b&c=d", "postgres://li@db/anxin?a=b&c=d", "x"),
            ("postgres://db/anxin?a=b&password=x&c=d", "postgres://db/anxin?a=b&c=d", "x"),
            ("host=db password=geheim dbname=anxin", "host=db dbname=anxin", "geheim"),
            ("password = 'it\\'s a secret' host=db", " host=db", "it's a secret"),
            ("host=db dbname=anxin", "host=db dbname=anxin", nil),
            ("", "", nil),
        ] as [(String, String, String?)])
    func `the password is taken out and the rest stays`(conninfo: String, rest: String, password: String?) {
        let separated = ConninfoPassword(separating: conninfo)
        #expect(separated.conninfo == rest)
        #expect(separated.password == password)
    }
}
