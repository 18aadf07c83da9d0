import PQ

extension Case {
    /// Does not accept what was filed, for a stated reason, by a document under the number given or the next one.
    ///
    /// - Throws: `Refusal` as `require` and `DocumentNumber.settle` do.
    func refuse(
        by documentNumber: String?, because reason: String, in context: ActContext, on connection: isolated Connection
    ) throws -> ActOutcome {
        try require(.refused, in: context)
        let number = try DocumentNumber.settle(
            documentNumber, for: .acceptanceRefusal, of: subjectID, in: context, on: connection)
        let owed = try take(
            .refused, detail: ["document_number": .string(number), "reason": .string(reason)], in: context,
            on: connection)
        return ActOutcome(
            subjectID: subjectID,
            answer: owed.answer.merging(["case_id": .integer(id), "document_number": .string(number)]) { $1 })
    }
}
