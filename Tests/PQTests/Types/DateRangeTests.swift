import PQ
import Testing

@Suite struct DateRangeTests {
    let first = CivilDate(iso: "2025-01-01")!
    let last = CivilDate(iso: "2026-01-01")!

    @Test func holdsItsFirstDayAndNotItsEnd() {
        let year = DateRange(from: first, to: last)
        #expect(year.contains(first))
        #expect(year.contains(last - 1))
        #expect(!year.contains(last))
        #expect(!year.contains(first - 1))
        #expect(!DateRange.empty.contains(first))
        #expect(DateRange.unbounded.contains(.infinity))
    }

    @Test func overlapsWhenADayIsInBoth() {
        let year = DateRange(from: first, to: last)
        #expect(!year.overlaps(DateRange(from: last, to: nil)))
        #expect(year.overlaps(DateRange(from: last - 1, to: nil)))
        #expect(!year.overlaps(.empty))
        #expect(year.overlaps(.unbounded))
    }

    @Test func boundsInTheWrongOrderMakeItEmpty() {
        #expect(DateRange(from: last, to: first) == .empty)
        #expect(DateRange(from: first, to: first).isEmpty)
    }
}
