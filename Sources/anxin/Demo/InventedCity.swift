import PQ
import SafetyCredit

/// A year of an invented city: its units and what an office knows of them, the same for the same seed and size.
struct InventedCity {
    struct Unit {
        let name: String
        let code: CreditCode
        let county: County
        let trade: InventedTrade
        let address: String
        let registeredOn: CivilDate
        let representative: String
    }

    /// A county as the register knows it, under the name the invented city has for it.
    struct County: Sendable {
        let division: String
        let district: String
        let agencyName: String
        let documentPrefix: String
        /// Of a hundred units, how many stand here.
        let share: Int

        static let all: [County] = [
            .init(
                division: "421303", district: "青禾区", agencyName: "随州市曾都区应急管理局", documentPrefix: "曾", share: 40),
            .init(division: "421321", district: "石渡县", agencyName: "随县应急管理局", documentPrefix: "随县", share: 25),
            .init(division: "421381", district: "临溪市", agencyName: "广水市应急管理局", documentPrefix: "广", share: 25),
            .init(division: "421300", district: "新港区", agencyName: "随州市应急管理局", documentPrefix: "随", share: 10),
        ]
    }

    /// The units whose story is told.
    struct Cast {
        /// Works without a licence, is listed with its principal, and removed early.
        let listed: InventedRecords.Penalty
        let principal: (name: String, number: ResidentNumber)
        /// Objects to a penalty that was never its own.
        let objector: InventedRecords.Penalty
        /// Its penalty's three years run out.
        let expiring: InventedRecords.Penalty
    }

    private(set) var units: [Unit] = []
    let cast: Cast
    /// What is known on the first day, of the years before.
    private(set) var records = InventedRecords(since: .day(2021, 1, 4), to: firstDay)
    /// What the following year brings.
    private(set) var laterRecords = InventedRecords(since: .day(2024, 1, 8), to: lastDay)

    /// The day on which the office sends its files.
    static let firstDay = CivilDate.day(2024, 1, 2)
    /// The day on which it sends the records of the year that has passed since.
    static let lastDay = CivilDate.day(2025, 1, 2)

    init(subjectCount: Int, seed: UInt64) {
        var maker = UnitMaker(random: SeededRandom(seed: seed))
        let (cu, sui, guang) = (County.all[0], County.all[1], County.all[2])
        let listed = maker.unit(in: cu, trade: .fireworks)
        let objector = maker.unit(in: guang, trade: .mining)
        let expiring = maker.unit(in: sui, trade: .chemicals)
        cast = Cast(
            listed: InventedRecords.Penalty(
                unit: listed, number: "（曾）应急罚〔2023〕1号", act: "未取得安全生产许可证擅自进行生产",
                basis: "《安全生产许可证条例》第十九条", kind: "罚款;没收违法所得", fine: "20", decidedOn: .day(2023, 12, 14),
                publishedOn: .day(2023, 12, 20)),
            principal: (
                maker.person(),
                InventedIdentifiers.residentNumber(division: cu.division, on: Self.firstDay, using: &maker.random)
            ),
            objector: InventedRecords.Penalty(
                unit: objector, number: "（广）应急罚〔2023〕2号", act: "未对从业人员进行安全生产教育和培训",
                basis: "《中华人民共和国安全生产法》第九十七条", kind: "罚款", fine: "3", decidedOn: .day(2023, 11, 6),
                publishedOn: .day(2023, 11, 14)),
            expiring: InventedRecords.Penalty(
                unit: expiring, number: "（随县）应急罚〔2022〕3号", act: "未在有较大危险因素的设备上设置安全警示标志",
                basis: "《中华人民共和国安全生产法》第九十九条", kind: "罚款", fine: "4.5", decidedOn: .day(2022, 2, 21),
                publishedOn: .day(2022, 2, 28)))
        units = [listed, objector, expiring]
        records.penalties = [cast.listed, cast.objector, cast.expiring]
        for index in 0..<max(0, subjectCount - units.count) {
            let unit = maker.unit(at: index)
            units.append(unit)
            records.add(unit, using: &maker.random)
            laterRecords.add(unit, using: &maker.random)
        }
    }
}

/// Makes units one after the other.
private struct UnitMaker {
    var random: SeededRandom
    private var names = InventedNames()
    private var identifiers = InventedIdentifiers()

    init(random: SeededRandom) { self.random = random }

    mutating func person() -> String { InventedNames.person(using: &random) }

    /// A unit in the county whose turn it is.
    mutating func unit(at index: Int) -> InventedCity.Unit {
        var place = index * 37 % 100
        let county = InventedCity.County.all.first { county in
            place -= county.share
            return place < 0
        }
        let trade = random.happens(perMille: 3) ? .serviceBody : random.pick(InventedTrade.all)
        return unit(in: county ?? InventedCity.County.all[0], trade: trade)
    }

    mutating func unit(in county: InventedCity.County, trade: InventedTrade) -> InventedCity.Unit {
        InventedCity.Unit(
            name: names.firm(in: trade, using: &random),
            code: identifiers.creditCode(
                prefix: trade.form.isEmpty || trade.form == "厂" ? "92" : "91", division: county.division, using: &random
            ),
            county: county, trade: trade, address: InventedNames.address(in: county.district, using: &random),
            registeredOn: .day(1998, 1, 5) + Int.random(in: 0..<8_300, using: &random),
            representative: person())
    }
}

extension CivilDate {
    /// A day that is written out in the demo and therefore exists.
    static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        guard let date = CivilDate(year: year, month: month, day: day) else {
            preconditionFailure("\(year)-\(month)-\(day) is no day")
        }
        return date
    }
}
