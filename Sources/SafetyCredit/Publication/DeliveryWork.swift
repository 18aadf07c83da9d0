extension DeliveryWorker {
    /// Outcomes sorted into what is settled and what stays open.
    struct Work: Sendable {
        var settlements: [Settlement] = []
        var attempts: [Attempt] = []

        mutating func take(_ outcome: DeliveryOutcome, of key: DeliveryKey) {
            switch outcome {
            case .done(let evidence):
                settlements.append(Settlement(key: key, outcome: .done, evidence: evidence.canonicalText))
            case .accepted(let evidence):
                attempts.append(Attempt(key: key, outcome: .sent, fault: nil, evidence: evidence.canonicalText))
            case .refused(.stale(let applied)):
                settlements.append(
                    Settlement(key: key, outcome: .superseded, evidence: nil, appliedVersion: applied))
            case .refused(let fault):
                attempts.append(Attempt(key: key, outcome: .refused, fault: fault.code, evidence: nil))
            case .unclear(let fault):
                let outcome: Attempt.Outcome = fault.isAnswer ? .unproven : .unclear
                attempts.append(Attempt(key: key, outcome: outcome, fault: fault.code, evidence: nil))
            case .postponed(let fault):
                attempts.append(Attempt(key: key, outcome: .failed, fault: fault.code, evidence: nil))
            }
        }
    }
}

extension DeliveryWorker.Counts {
    var worked: Int { done + sent + postponed + dead }

    mutating func add(_ work: DeliveryWorker.Work) {
        done += work.settlements.count
        sent += work.attempts.count { $0.outcome == .sent }
        dead += work.attempts.count { $0.outcome == .refused }
        postponed += work.attempts.count { $0.outcome != .sent && $0.outcome != .refused }
    }
}
