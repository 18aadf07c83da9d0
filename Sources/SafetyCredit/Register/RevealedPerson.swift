public import PQ

/// A person whose full number was read, against a row that says who read it and why.
///
/// The number leaves this type through `number` alone: printing the value shows it masked.
public struct RevealedPerson: Sendable {
    public let subjectID: Int64
    public let name: String
    public let masked: String
    public let number: String

    /// Reads the number of one person; the reading is logged before it is decrypted, and stays logged if it cannot be.
    ///
    /// The connection works as `anxin_revealer`, the one role that may call `register.reveal_number`; the transaction commits before the
    /// number is decrypted.
    /// - Throws: `RevealError`; `PQError` where the login may not become `anxin_revealer`.
    public static func reveal(
        _ subjectID: Int64, by officerCode: String, because reason: String, with key: IdentityKey,
        on connection: isolated Connection
    ) throws -> RevealedPerson {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw RevealError.reasonMissing }
        let found: (String, String, [UInt8], String)
        do {
            found = try connection.transaction { connection in
                try connection.row(
                    """
                    select r.name, r.masked_number, r.number_cipher, r.key_id
                    from register.reveal_number(\(subjectID), \(officerCode), \(reason.maskingResidentNumbers())) as r
                    """,
                    as: (String, String, [UInt8], String).self)
            }
        } catch let error as PQError where error.sqlState == SQLState("AX002") {
            throw RevealError.unknownOfficer(officerCode)
        } catch let error as PQError where error.sqlState == SQLState("AX004") {
            throw RevealError.otherOfficer(officerCode)
        } catch let error as PQError where error.sqlState == SQLState("AX003") {
            throw RevealError.unknownPerson(subjectID)
        }
        guard found.3 == key.id else { throw RevealError.otherKey(needed: found.3) }
        return RevealedPerson(
            subjectID: subjectID, name: found.0, masked: found.1,
            number: try key.decrypt(found.2, subjectID: subjectID))
    }
}

extension RevealedPerson: CustomStringConvertible, CustomReflectable {
    public var description: String { "\(name) \(masked)" }
    public var customMirror: Mirror { Mirror(self, children: ["masked": masked]) }
}

/// Why a number was not read.
public enum RevealError: Error, Sendable, Hashable {
    case reasonMissing
    case unknownOfficer(String)
    /// The login was assigned to another officer than the one named.
    case otherOfficer(String)
    case unknownPerson(Int64)
    /// The number was encrypted with another key.
    case otherKey(needed: String)
}

extension RevealError: UserFacingError {
    public var exitStatus: ExitStatus {
        switch self {
        case .reasonMissing: .usage
        case .unknownOfficer, .otherOfficer: .notPermitted
        case .unknownPerson: .failure
        case .otherKey: .configuration
        }
    }

    public func sentence(in language: Language) -> String {
        switch self {
        case .reasonMissing: language.choose("查阅完整号码须写明理由。", "Reading a full number needs a reason.")
        case .unknownOfficer(let code):
            language.choose(
                "没有编号为“\(code.maskingResidentNumbers())”的在职经办人。",
                "No active officer has the code “\(code.maskingResidentNumbers())”.")
        case .otherOfficer(let code):
            language.choose(
                "本登录名属于另一经办人，不能以“\(code.maskingResidentNumbers())”的名义查阅。",
                "This login is another officer's and reads nothing in the name of “\(code.maskingResidentNumbers())”.")
        case .unknownPerson(let id): language.choose("没有编号为 \(id) 的人员。", "No person has the id \(id).")
        case .otherKey(let needed):
            language.choose(
                "该号码由另一密钥（\(needed)）加密，请指定原密钥文件 ANXIN_ID_KEY_FILE。",
                "The number was encrypted with another key (\(needed)): name its file in ANXIN_ID_KEY_FILE.")
        }
    }
}
