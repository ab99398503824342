import Foundation
import Orpheus
import SpeechText
import TestSupport
import Testing

/// What Mandarin text is read as, class by class.
@Suite("Chinese readings")
struct ChineseReadingTests {
    private func expect(_ written: String, _ spokenText: String) throws {
        #expect(try spoken(written, language: .zh).text == spokenText)
    }

    @Test(arguments: [
        ("0", "零"), ("14", "十四"), ("306", "三百零六"), ("3016", "三千零一十六"),
        ("2,480", "两千四百八十"), ("20007", "两万零七"), ("30500", "三万零五百"),
        ("160000", "十六万"), ("70120000", "七千零一十二万"), ("200300000", "两亿零三十万"),
        ("900000000000", "九千亿"), ("4000000000000", "四万亿"),
        ("30,000,000,000,000,000", "三亿亿"), ("零下-8", "零下负八"), ("007", "零零七"),
        ("有２６人", "有二十六人"), ("她养了3只猫", "她养了三只猫"),
    ])
    func cardinals(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("2个人", "两个人"), ("2万元", "两万元"), ("2小时", "两小时"), ("12个", "十二个"),
        ("2两茶", "二两茶"), ("2月", "二月"), ("2年级", "二年级"), ("第2个", "第二个"),
        ("1-2次", "一到两次"), ("0.2个", "零点二个"), ("收视人数达600w", "收视人数达六百万"),
    ])
    func counts(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("2.75", "二点七五"), ("-0.4", "负零点四"), ("8.1亿人", "八点一亿人"),
        ("约3.05万", "约三点零五万"),
    ])
    func decimals(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("第7名", "第七名"), ("第20届", "第二十届"), ("No.3", "第三"), ("第Ⅲ章", "第三章"),
        ("第IX卷", "第九卷"), ("亨利VIII世", "亨利八世"),
    ])
    func ordinals(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("1/4", "四分之一"), ("5 / 6", "六分之五"), ("1 3/4", "一又四分之三"), ("⅔", "三分之二"),
        ("15%", "百分之十五"), ("-2.5%", "负百分之二点五"), ("4‰", "千分之四"),
        ("5%~8%", "百分之五到百分之八"), ("10-15%", "百分之十到百分之十五"), ("100分之3", "一百分之三"),
    ])
    func fractions(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("1949年", "一九四九年"), ("2000年", "二零零零年"), ("97年", "九七年"), ("05年", "零五年"),
        ("30年", "三十年"), ("3000年前", "三千年前"), ("公元前475年", "公元前四七五年"),
        ("2022届", "二零二二届"), ("300 B.C.", "公元前三零零年"), ("80年代", "八十年代"),
        ("1937-1945年", "一九三七到一九四五年"), ("2019/20赛季", "二零一九二零赛季"),
        ("85后", "八五后"), ("11·11", "一一一一"), ("5.1假期", "五一假期"),
    ])
    func years(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("2021年07月09日", "二零二一年七月九日"), ("6月18号", "六月十八日"),
        ("2016-11-05", "二零一六年十一月五日"), ("2016.11.5", "二零一六年十一月五日"),
        ("17/3/9", "一七年三月九日"), ("25/12/2020", "二零二零年十二月二十五日"),
        ("2012-06", "二零一二年六月"), ("06.2012", "二零一二年六月"), ("03-15", "三月十五日"),
        ("8月1日-9日", "八月一日到九日"), ("2023-04-06T09:15", "二零二三年四月六日九点十五分"),
        ("5号线", "五号线"), ("人民路12号", "人民路十二号"),
    ])
    func dates(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("15:40", "十五点四十分"), ("3:07", "三点零七分"), ("2:00", "两点"),
        ("06:05:09", "六点五分九秒"), ("9:20 a.m.", "上午九点二十分"), ("4pm", "下午四点"),
        ("12pm", "中午十二点"), ("12:20am", "凌晨十二点二十分"), ("晚上7点半", "晚上七点半"),
        ("8:30-11:45", "八点三十分到十一点四十五分"),
        ("2点2分", "两点二分"), ("18：25", "十八点二十五分"),
    ])
    func times(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("$8", "八美元"), ("￥2", "两元"), ("¥19.9", "十九点九元"), ("€3.5万", "三点五万欧元"),
        ("HK$60", "六十港元"), ("RMB 70", "七十人民币"), ("40 EUR", "四十欧元"),
        ("$2.6万亿", "二点六万亿美元"), ("$3-$6", "三美元到六美元"), ("7元/斤", "七元每斤"),
        ("¥25/kg", "二十五元每千克"), ("$4bn", "四十亿美元"), ("￥18.00", "十八元"),
        ("6块5", "六块五"), ("欠款-$9", "欠款负九美元"),
    ])
    func money(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("6kg", "六千克"), ("80km/h", "八十千米每小时"), ("约90m²", "约九十平方米"),
        ("-7℃", "负七摄氏度"), ("2cm", "两厘米"), ("220V", "二百二十伏特"), ("8G内存", "八G内存"),
        ("5ml-10ml", "五毫升到十毫升"), ("30°", "三十度"), ("15μg/m³", "十五微克每立方米"),
        ("3h后", "三小时后"), ("64GB", "六十四GB"),
    ])
    func measures(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("比分4:1", "比分四比一"), ("以25:18获胜", "以二十五比十八获胜"),
        ("以8:30为准", "以八点三十分为准"), ("1:200", "一比二百"),
        ("以3-2战胜", "以三比二战胜"), ("4-6天", "四到六天"), ("5~9", "五到九"), ("图2-1", "图二杠一"),
        ("8-3号楼", "八杠三号楼"),
    ])
    func rangesAndScores(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("15912340678", "幺五九，幺二三四，零六七八"), ("拨打119", "拨打幺幺九"),
        ("拨打119次", "拨打一百一十九次"), ("+86 15912340678", "加八六，幺五九幺二三四零六七八"),
        ("电话：021-55550142", "电话：零二幺，五五五五零幺四二"),
        ("400-555-0142", "四零零，五五五，零幺四二"), ("305室", "三零五室"), ("10086客服", "幺零零八六客服"),
        ("手机2400元", "手机两千四百元"),
        ("波音747", "波音七四七"), ("MU5138航班", "MU五幺三八航班"), ("轰-6", "轰六"),
        ("10.0.0.8", "一零点零点零点八"), ("版本3.2.1", "版本三点二点一"),
    ])
    func callNumbers(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("zh1@mail.cn", "zh一艾特mail点cn"), ("登录www.lyre.org查看", "登录www点lyre点org查看"),
        ("https://a.cn/b", "https冒号斜杠斜杠a点cn斜杠b"),
    ])
    func addresses(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("4+5=9", "四加五等于九"), ("9-4=5", "九减四等于五"), ("7 - 3", "七 减 三"),
        ("3×4", "三乘四"), ("8÷2", "八除以二"), ("6 < 7", "六 小于 七"), ("人数≤50", "人数小于等于五十"),
        ("x²", "x的平方"), ("2^8", "二的八次方"), ("±3", "正负三"),
    ])
    func math(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("看cba比赛", "看CBA比赛"), ("Vip客户", "VIP客户"), ("c p u很热", "CPU很热"), ("B2C", "B to C"),
        ("甲vs乙", "甲对乙"), ("研发&测试", "研发和测试"), ("①开始", "一开始"), ("《书》", "书"),
        ("好——走", "好 - 走"), ("你好🎉", "你好"),
    ])
    func lettersAndSymbols(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        "今天天气不错，我们去公园吧！", "他买了一台PC，还有MOUSE。", "你说什么？我没听清……", "她说：好。",
    ])
    func plainTextStays(text: String) throws { try expect(text, text) }

    @Test func cardinalsAreThoseOfICU() throws {
        let formatter = NumberFormatter()
        formatter.locale = Locale(identifier: "zh_Hans")
        formatter.numberStyle = .spellOut
        var generator = SeededGenerator(seed: 7)
        let large = (0..<400).map { _ in Int.random(in: 2001..<100_000_000, using: &generator) }
        for value in Array(0...2000) + large {
            let expected = try #require(formatter.string(from: NSNumber(value: value)))
            let words = try spoken(String(value), language: .zh).text
            // ICU says two in one way only, and its zero is a circle.
            let folded = words.replacing("两", with: "二")
            #expect(folded == expected.replacing("〇", with: "零").filter { $0 != "\u{AD}" })
        }
    }

    @Test func readingsMapToTheSource() throws {
        let text = "票价￥3，第２天"
        let bytes = Array(text.utf8)
        let readings = try spoken(text, language: .zh).readings
        let money = try #require(readings.first { $0.className == "money" })
        #expect(String(decoding: bytes[money.source], as: UTF8.self) == "￥3")
        let ordinal = try #require(readings.first { $0.className == "ordinal" })
        #expect(String(decoding: bytes[ordinal.source], as: UTF8.self) == "第２")
    }

    /// A bar stands where a sentence ends.
    @Test(arguments: [
        "天黑了。|我们回家。", "真的吗？|真的！|好。", "我们看了《走吧！少年》。|很好看。",
        "他说：“走。”|她笑了。", "“走吧！”他说。|我走了。", "价格是3.5元。|很贵。", "他来了.|我走了.",
        "嗯……我不知道。|你呢？", "请看(见图1.2)。|好。", "Mr. Li来了。|他很高。", "一共5个!|真多?|是。",
        "用iOS 17.1系统。|好。", "他（真的！）走了。|再见。",
    ])
    func sentences(marked: String) throws {
        let text = marked.replacing("|", with: "")
        let bytes = Array(text.utf8)
        let ranges = try sentenceRanges(of: text, language: .zh)
        let found = ranges.map { String(decoding: bytes[$0], as: UTF8.self) }
        #expect(found == marked.split(separator: "|").map(String.init))
    }
}
