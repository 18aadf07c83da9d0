import PQ
import SafetyCredit

/// What an office knows of its units and sends on one day: most units have nothing but a name.
struct InventedRecords {
    struct Penalty {
        let unit: InventedCity.Unit
        let number: String
        let act: String
        let basis: String
        let kind: String
        let fine: String?
        let decidedOn: CivilDate
        let publishedOn: CivilDate?
    }

    struct Accident {
        let unit: InventedCity.Unit
        let number: String
        let occurredOn: CivilDate
        let deaths: Int
        let injuries: Int
        let loss: Int
        let finding: String
        let approvedOn: CivilDate?
    }

    struct Certification {
        let unit: InventedCity.Unit
        let number: String
        let level: String
        let from: CivilDate
    }

    struct Honour {
        let unit: InventedCity.Unit
        let kind: String
        let year: Int
        let number: String
    }

    var penalties: [Penalty] = []
    private(set) var accidents: [Accident] = []
    private(set) var certifications: [Certification] = []
    private(set) var honours: [Honour] = []
    private let firstDay: CivilDate
    let sentOn: CivilDate

    init(since firstDay: CivilDate, to sentOn: CivilDate) {
        self.firstDay = firstDay
        self.sentOn = sentOn
    }

    /// Adds what is known of one more unit. Of a thousand units and year, eight are penalised, one has an accident, fifteen are certified.
    mutating func add(_ unit: InventedCity.Unit, using random: inout SeededRandom) {
        let years = max(1, (sentOn - firstDay) / 360)
        let isPenalised = random.happens(perMille: 8 * years)
        if isPenalised { penalties.append(penalty(on: unit, using: &random)) }
        if random.happens(perMille: years) { accidents.append(accident(of: unit, using: &random)) }
        if !isPenalised, random.happens(perMille: 15 * years) {
            certifications.append(certification(of: unit, using: &random))
        }
        if !isPenalised, random.happens(perMille: 12) {
            let year = sentOn.year - 1
            if random.happens(perMille: 500) {
                for year in [year - 1, year] { honours.append(honour(of: unit, "先进单位", in: year)) }
            } else {
                honours.append(honour(of: unit, random.pick(["通报表扬", "典型宣传"]), in: year))
            }
        }
    }

    /// A day in the time of these records, some weeks before they are sent.
    private func day(_ random: inout SeededRandom) -> CivilDate {
        firstDay + Int.random(in: 0..<(sentOn - firstDay - 10), using: &random)
    }

    private func penalty(on unit: InventedCity.Unit, using random: inout SeededRandom) -> Penalty {
        let decidedOn = day(&random)
        let (act, basis) = random.pick(Self.breaches)
        let isFine = random.happens(perMille: 850)
        // What was decided last is not public yet: its three years start with the first publication here.
        let isPublished = decidedOn + 14 < sentOn
        return Penalty(
            unit: unit, number: "（\(unit.county.documentPrefix)）应急罚〔\(decidedOn.year)〕\(penalties.count + 1)号",
            act: act,
            basis: basis, kind: isFine ? "罚款" : "警告",
            fine: isFine ? "\(Int.random(in: 1...20, using: &random)).\(random.pick([0, 5]))" : nil,
            decidedOn: decidedOn,
            publishedOn: isPublished ? decidedOn + Int.random(in: 1...7, using: &random) : nil)
    }

    private func accident(of unit: InventedCity.Unit, using random: inout SeededRandom) -> Accident {
        let occurredOn = day(&random)
        let approvedOn = occurredOn + 75
        let isApproved = approvedOn <= sentOn
        return Accident(
            unit: unit, number: "SG\(occurredOn.year)\(accidents.count + 1_000)", occurredOn: occurredOn,
            deaths: random.pick([0, 0, 1, 1, 2]), injuries: random.pick([1, 2, 3]),
            loss: Int.random(in: 20...600, using: &random),
            finding: isApproved ? random.pick(["责任事故", "责任事故", "非责任事故"]) : "调查中",
            approvedOn: isApproved ? approvedOn : nil)
    }

    private func certification(of unit: InventedCity.Unit, using random: inout SeededRandom) -> Certification {
        Certification(
            unit: unit, number: "AQB-YL-\(sentOn.year)-\(10_000 + certifications.count)",
            level: random.pick(["一级", "二级", "二级", "三级", "三级", "三级"]), from: day(&random))
    }

    private func honour(of unit: InventedCity.Unit, _ kind: String, in year: Int) -> Honour {
        Honour(unit: unit, kind: kind, year: year, number: "云安委〔\(year)〕\(sentOn.year)-\(honours.count + 1)号")
    }

    private static let breaches = [
        ("未建立事故隐患排查治理制度", "《中华人民共和国安全生产法》第一百零一条"),
        ("特种作业人员未持证上岗作业", "《中华人民共和国安全生产法》第九十七条"),
        ("未如实记录安全生产教育和培训情况", "《中华人民共和国安全生产法》第九十七条"),
        ("未为从业人员提供符合国家标准的劳动防护用品", "《中华人民共和国安全生产法》第九十九条"),
        ("锁闭、封堵生产经营场所的安全出口", "《中华人民共和国安全生产法》第一百零五条"),
    ]
}
