/// Where in its queue a worker is, during one run.
///
/// It goes forward from claim to claim. From time to time, and at the end, it looks at the queue as a whole: for changes that waited and
/// are due, and for batches whose worker died.
struct QueueHead {
    /// The last batch claimed: everything before it is claimed too, or was not free.
    private(set) var floor: Int64 = 0
    private(set) var isAtEnd = false
    private var claimsUntilReview = 0

    private static let claimsBetweenReviews = 200

    var isDueForReview: Bool { claimsUntilReview == 0 }

    /// Starts again from the queue's first batch, after what waited and is due was put into batches.
    mutating func review(_ promote: () async throws -> Int) async throws {
        while try await promote() > 0 {}
        floor = 0
        claimsUntilReview = Self.claimsBetweenReviews
    }

    /// Goes on behind what was claimed; a claim of nothing is the end, unless the queue was not looked at as a whole just before.
    mutating func move(to lease: BatchLease?) {
        if let last = lease?.batchIDs.max() {
            floor = last
            claimsUntilReview -= 1
        } else if claimsUntilReview == Self.claimsBetweenReviews {
            isAtEnd = true
        } else {
            claimsUntilReview = 0
        }
    }
}

/// What a worker took.
struct Claim: Sendable {
    /// Nil when there was nothing to take.
    let lease: BatchLease?
    let items: [LeasedItem]

    static let nothing = Claim(lease: nil, items: [])
}
