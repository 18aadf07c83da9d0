/// Names of firms, people and streets that nobody bears.
///
/// A Chinese firm's name begins with its place, and there is no city of Yunlan (云澜市): no real firm can be called so.
struct InventedNames {
    static let city = "云澜市"

    private var taken: Set<String> = []

    /// A firm's name not given out before, in a trade.
    mutating func firm(in trade: InventedTrade, using random: inout SeededRandom) -> String {
        while true {
            let brand = random.pick(Self.brandHeads) + random.pick(Self.brandMiddles) + random.pick(Self.brandTails)
            let name = Self.city + brand + trade.word + trade.form
            if taken.insert(name).inserted { return name }
        }
    }

    static func person(using random: inout SeededRandom) -> String {
        random.pick(surnames) + random.pick(brandHeads) + random.pick(brandTails)
    }

    static func address(in district: String, using random: inout SeededRandom) -> String {
        let street = random.pick(brandHeads) + random.pick(brandTails)
        return "\(city)\(district)\(street)路\(Int.random(in: 1...399, using: &random))号"
    }

    private static let brandHeads = characters("禾岚沐屿澄砚栩朔霁昀璟湛峤筠珩泓翊煦芮琛")
    private static let brandMiddles = [""] + characters("云星青若清知行怀庆丰瑞")
    private static let brandTails = characters("川原舟远石桥谷峰林野溪帆庭陆岳洲汀垣棠霖")
    private static let surnames = characters("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章")

    private static func characters(_ text: String) -> [String] { text.map(String.init) }
}

/// A line of business: its word in a firm's name, its code in GB/T 4754, and the legal form it mostly has.
struct InventedTrade {
    let word: String
    let industryCode: String
    var form = "有限公司"
    var isServiceBody = false

    static let serviceBody = InventedTrade(word: "安全技术服务", industryCode: "M7450", isServiceBody: true)
    static let fireworks = InventedTrade(word: "烟花爆竹", industryCode: "C2672")
    static let chemicals = InventedTrade(word: "化工", industryCode: "C2614")
    static let mining = InventedTrade(word: "矿业", industryCode: "B1019")

    static let all: [InventedTrade] = [
        fireworks, chemicals, mining,
        .init(word: "机械制造", industryCode: "C3499"), .init(word: "建材", industryCode: "C3031"),
        .init(word: "汽车零部件", industryCode: "C3670"), .init(word: "铸造", industryCode: "C3391"),
        .init(word: "纺织", industryCode: "C1711"), .init(word: "医药", industryCode: "C2720"),
        .init(word: "粮油", industryCode: "C1310"), .init(word: "食品", industryCode: "C1491"),
        .init(word: "木业", industryCode: "C2034"), .init(word: "塑料制品", industryCode: "C2929"),
        .init(word: "金属制品", industryCode: "C3399"), .init(word: "印务", industryCode: "C2319"),
        .init(word: "电子", industryCode: "C3989"), .init(word: "商贸", industryCode: "F5199"),
        .init(word: "仓储", industryCode: "G5990"), .init(word: "加油站", industryCode: "F5265", form: ""),
        .init(word: "超市", industryCode: "F5212", form: "有限责任公司"), .init(word: "宾馆", industryCode: "H6110", form: ""),
        .init(word: "餐饮", industryCode: "H6210"), .init(word: "农机", industryCode: "C3572"),
        .init(word: "香菇加工", industryCode: "C1373", form: "厂"),
    ]
}
