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

    struct Penalty {
        let unit: Unit
        let number: String
        let act: String
        let basis: String
        let kind: String
        let fine: String?
        let decidedOn: CivilDate
        let publishedOn: CivilDate?
    }

    struct Accident {
        let unit: Unit
        let number: String
        let occurredOn: CivilDate
        let deaths: Int
        let injuries: Int
        let loss: Int
        let finding: String
        let approvedOn: CivilDate?
    }

    struct Certification {
        let unit: Unit
        let number: String
        let level: String
        let from: CivilDate
    }

    struct Honour {
        let unit: Unit
        let kind: String
        let level: String
        let year: Int
        let number: String
    }

    /// The units whose story is told.
    struct Cast {
        /// Works without a licence, is listed with its principal, and removed early.
        let listed: Penalty
        let principal: (name: String, number: ResidentNumber)
        /// Objects to a penalty that was never its own.
        let objector: Penalty
        /// Its penalty's three years run out.
        let expiring: Penalty
    }

    private(set) var units: [Unit] = []
    private(set) var penalties: [Penalty] = []
    private(set) var accidents: [Accident] = []
    private(set) var certifications: [Certification] = []
    private(set) var honours: [Honour] = []
    let cast: Cast

    /// The day on which the office sends its files.
    static let firstDay = CivilDate(year: 2024, month: 1, day: 2)!

    init(subjectCount: Int, seed: UInt64) {
        var maker = UnitMaker(random: SeededRandom(seed: seed))
        let (cu, sui, guang) = (County.all[0], County.all[1], County.all[2])
        let listed = maker.unit(in: cu, trade: .fireworks)
        let objector = maker.unit(in: guang, trade: .mining)
        let expiring = maker.unit(in: sui, trade: .chemicals)
        cast = Cast(
            listed: Penalty(
                unit: listed, number: "（曾）应急罚〔2023〕1号", act: "未取得安全生产许可证擅自进行生产",
                basis: "《安全生产许可证条例》第十九条", kind: "罚款;没收违法所得", fine: "20", decidedOn: .day(2023, 12, 14),
                publishedOn: .day(2023, 12, 20)),
            principal: (
                maker.person(),
                InventedIdentifiers.residentNumber(division: cu.division, on: Self.firstDay, using: &maker.random)
            ),
            objector: Penalty(
                unit: objector, number: "（广）应急罚〔2023〕2号", act: "未对从业人员进行安全生产教育和培训",
                basis: "《中华人民共和国安全生产法》第九十七条", kind: "罚款", fine: "3", decidedOn: .day(2023, 11, 6),
                publishedOn: .day(2023, 11, 14)),
            expiring: Penalty(
                unit: expiring, number: "（随县）应急罚〔2022〕3号", act: "未在有较大危险因素的设备上设置安全警示标志",
                basis: "《中华人民共和国安全生产法》第九十九条", kind: "罚款", fine: "4.5", decidedOn: .day(2022, 2, 21),
                publishedOn: .day(2022, 2, 28)))
        units = [listed, objector, expiring]
        penalties = [cast.listed, cast.objector, cast.expiring]
        for index in 0..<max(0, subjectCount - units.count) { add(maker.unit(at: index), using: &maker.random) }
    }

    /// Adds a unit with what is known of it: most have nothing but a name.
    private mutating func add(_ unit: Unit, using random: inout SeededRandom) {
        units.append(unit)
        let isPenalised = random.happens(perMille: 25)
        if isPenalised { penalties.append(penalty(on: unit, using: &random)) }
        if random.happens(perMille: 4) { accidents.append(accident(of: unit, using: &random)) }
        if random.happens(perMille: isPenalised ? 10 : 55) {
            certifications.append(certification(of: unit, using: &random))
        }
        guard random.happens(perMille: isPenalised ? 2 : 12) else { return }
        if random.happens(perMille: 500) {
            for year in [2022, 2023] { honours.append(honour(of: unit, "先进单位", in: year)) }
        } else {
            honours.append(honour(of: unit, random.pick(["通报表扬", "典型宣传"]), in: 2023))
        }
    }

    private func penalty(on unit: Unit, using random: inout SeededRandom) -> Penalty {
        let decidedOn = CivilDate.day(2021, 1, 4) + Int.random(in: 0..<1_080, using: &random)
        let (act, basis) = random.pick(Self.breaches)
        let isFine = random.happens(perMille: 850)
        // What was decided in the last two weeks is not public yet: its three years start with the first publication here.
        let isPublished = decidedOn + 14 < Self.firstDay
        return Penalty(
            unit: unit, number: "（\(unit.county.documentPrefix)）应急罚〔\(decidedOn.year)〕\(penalties.count + 1)号",
            act: act,
            basis: basis, kind: isFine ? "罚款" : "警告",
            fine: isFine ? "\(Int.random(in: 1...20, using: &random)).\(random.pick([0, 5]))" : nil,
            decidedOn: decidedOn,
            publishedOn: isPublished ? decidedOn + Int.random(in: 1...7, using: &random) : nil)
    }

    private func accident(of unit: Unit, using random: inout SeededRandom) -> Accident {
        let occurredOn = CivilDate.day(2020, 3, 1) + Int.random(in: 0..<1_380, using: &random)
        let approvedOn = occurredOn + 75
        let isApproved = approvedOn <= Self.firstDay
        return Accident(
            unit: unit, number: "SG\(occurredOn.year)\(accidents.count + 1_000)", occurredOn: occurredOn,
            deaths: random.pick([0, 0, 1, 1, 2]), injuries: random.pick([1, 2, 3]),
            loss: Int.random(in: 20...600, using: &random),
            finding: isApproved ? random.pick(["责任事故", "责任事故", "非责任事故"]) : "调查中",
            approvedOn: isApproved ? approvedOn : nil)
    }

    private func certification(of unit: Unit, using random: inout SeededRandom) -> Certification {
        let from = CivilDate.day(2020, 6, 1) + Int.random(in: 0..<1_280, using: &random)
        return Certification(
            unit: unit, number: "AQB-YL-\(100_000 + certifications.count)",
            level: random.pick(["一级", "二级", "二级", "三级", "三级", "三级"]), from: from)
    }

    private func honour(of unit: Unit, _ kind: String, in year: Int) -> Honour {
        Honour(unit: unit, kind: kind, level: "市级", year: year, number: "云安委〔\(year)〕\(honours.count + 1)号")
    }

    private static let breaches = [
        ("未建立事故隐患排查治理制度", "《中华人民共和国安全生产法》第一百零一条"),
        ("特种作业人员未持证上岗作业", "《中华人民共和国安全生产法》第九十七条"),
        ("未如实记录安全生产教育和培训情况", "《中华人民共和国安全生产法》第九十七条"),
        ("未为从业人员提供符合国家标准的劳动防护用品", "《中华人民共和国安全生产法》第九十九条"),
        ("锁闭、封堵生产经营场所的安全出口", "《中华人民共和国安全生产法》第一百零五条"),
    ]
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
