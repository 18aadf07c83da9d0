/// The fields of one row of a binary COPY.
@frozen @usableFromInline struct CopyFields {
    @usableFromInline let start: UnsafeRawPointer
    @usableFromInline let end: UnsafeRawPointer

    @usableFromInline static let headerLength = 19

    /// nil for the trailer.
    ///
    /// The server sends the header together with the first row or alone before it.
    @inlinable init?(_ piece: UnsafeRawBufferPointer, isFirst: Bool) throws(PQError) {
        var body = piece
        if isFirst, piece.count >= Self.headerLength, piece[0] == 0x50, piece[1] == 0x47 {
            body = UnsafeRawBufferPointer(rebasing: piece[Self.headerLength...])
        }
        guard body.count >= 2, let base = body.baseAddress else { return nil }
        let count = Int16(bigEndian: body.loadUnaligned(as: Int16.self))
        guard count >= 0 else { return nil }
        start = base + 2
        end = base + body.count
    }
}
