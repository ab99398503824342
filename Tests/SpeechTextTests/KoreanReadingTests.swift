import Foundation
import Orpheus
import SpeechText
import TestSupport
import Testing

/// What Korean text is read as, class by class.
@Suite("Korean readings")
struct KoreanReadingTests {
    private func expect(_ written: String, _ spokenText: String) throws {
        #expect(try spoken(written, language: .ko).text == spokenText)
    }

    @Test(arguments: [
        ("0", "영"), ("10", "십"), ("111", "백십일"), ("10000", "만"), ("21050", "이만천오십"),
        ("1억 3000만", "일억 삼천만"), ("3만5000명", "삼만 오천명"), ("-42", "마이너스 사십이"),
        ("7,081,600", "칠백팔만천육백"), ("0049", "영영사구"),
        ("1000000000000000000000", "십해"), ("약 30여 명", "약 삼십여 명"),
    ])
    func cardinals(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("귤 6개를", "귤 여섯개를"), ("21명이", "스물한명이"), ("20살", "스무살"),
        ("고양이 4 마리", "고양이 네 마리"), ("63살", "예순세살"), ("책 2권씩", "책 두권씩"),
        ("5시간 동안", "다섯시간 동안"), ("36시간", "삼십육시간"), ("3배", "세배"),
        ("150개", "백오십개"),
        ("6개월", "육개월"), ("4개국", "사개국"), ("제4장", "제사장"), ("종이 4장", "종이 네장"),
        ("5번 출구", "오번 출구"), ("5번 읽었다", "다섯번 읽었다"), ("7번은", "칠번은"),
        ("40대 여성", "사십대 여성"),
        ("버스 2대가", "버스 두대가"), ("2대 요소", "이대 요소"), ("2학년 3반", "이학년 삼반"),
        ("4~5명", "네다섯명"), ("5~9명", "다섯에서 아홉명"), ("2.5개", "이점오개"),
        ("3개선", "삼개선"),
    ])
    func counters(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("1번째", "첫번째"), ("2번째로", "두번째로"), ("24번째", "스물네번째"),
        ("50번째", "오십번째"), ("제1회", "제일회"), ("16강", "십육강"),
    ])
    func ordinals(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("0.07", "영점영칠"), ("3.14", "삼점일사"), ("-8.5", "마이너스 팔점오"),
        ("1,200.5", "천이백점오"),
        ("4.5배", "사점오배"),
    ])
    func decimals(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("1/5", "오분의 일"), ("7분의 3", "칠분의 삼"), ("3과1/6", "삼과 육분의 일"),
        ("-2/9", "마이너스 구분의 이"), ("√2/3", "삼분의 루트 이"),
        ("절반인 4/8은", "절반인 팔분의 사는"),
        ("3/4분기", "삼사분기"), ("¾컵", "사분의 삼컵"), ("7/8km", "팔분의 칠 킬로미터"),
    ])
    func fractions(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("1987년 6월 29일에", "천구백팔십칠년 유월 이십구일에"), ("10월9일", "시월 구일"),
        ("2031-02-07부터", "이천삼십일년 이월 칠일부터"), ("2009.11.30", "이천구년 십일월 삼십일"),
        ("1995. 8. 4. 서울", "천구백구십오년 팔월 사일 서울"), ("19.04.08", "이천십구년 사월 팔일"),
        ("5월 3일(수)", "오월 삼일 수요일"), ("4월2일~9일", "사월 이일부터 구일"),
        ("기원전57년", "기원전 오십칠년"),
        ("1970~1980년대", "천구백칠십부터 천구백팔십년대"), ("월~금", "월요일부터 금요일"),
        ("4·16 참사", "사일육 참사"), ("6.25 전쟁", "육이오 전쟁"),
    ])
    func dates(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("오후4시20분", "오후 네시 이십분"), ("07:05", "일곱시 오분"), ("18:00", "십팔시"),
        ("0:10", "영시 십분"), ("6:30 PM", "오후 여섯시 삼십분"), ("8:20am", "오전 여덟시 이십분"),
        ("PM 2:05", "오후 두시 오분"), ("11시 반", "열한시 반"),
        ("09:00~17:30", "아홉시부터 십칠시 삼십분"), ("2시간15분", "두시간 십오분"),
    ])
    func times(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("₩7,500", "칠천오백원"), ("3만원", "삼만원"), ("$25", "이십오 달러"),
        ("€3.20", "삼 유로 이십 센트"),
        ("₩8억을", "팔억원을"), ("$2억 5000만", "이억오천만 달러"), ("60 EUR", "육십 유로"),
        ("C$ 9", "구 캐나다 달러"), ("500원/kg", "오백원 퍼 킬로그램"), ("$4를", "사 달러를"),
        ("-$6", "마이너스 육 달러"),
    ])
    func money(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("7km를", "칠 킬로미터를"), ("80km/h", "팔십 킬로미터 퍼 시간"), ("33%", "삼십삼 퍼센트"),
        ("-4℃", "섭씨 마이너스 사 도"), ("18㎡", "십팔 제곱미터"), ("4GB", "사 기가바이트"),
        ("5G", "오 지"),
        ("2%p", "이 퍼센트포인트"), ("3~6kg", "삼에서 육 킬로그램"), ("2만km", "이만 킬로미터"),
        ("500ml짜리", "오백 밀리리터짜리"), ("9.8m/s²", "구점팔 미터 퍼 제곱초"),
    ])
    func measures(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("02-345-6789", "영이, 삼사오, 육칠팔구"), ("1544-7000", "일오사사, 칠영영영"),
        ("+82-10-2345-6789", "국가번호 팔이, 일영, 이삼사오, 육칠팔구"),
        ("031)234-5678", "영삼일, 이삼사, 오육칠팔"), ("119에 전화", "일일구에 전화"),
        ("계좌번호 220-345-678901", "계좌번호 이이영, 삼사오, 육칠팔구영일"),
        ("카드번호 1111-2222-3333-4444", "카드번호 일일일일, 이이이이, 삼삼삼삼, 사사사사"),
        ("비밀번호는 7788", "비밀번호는 칠칠팔팔"), ("192.168.0.7", "일구이점일육팔점영점칠"),
    ])
    func telephones(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("kim.min@daum.net으로", "kim 닷 min 골뱅이 daum 닷 넷으로"),
        ("www.seoul.go.kr", "www 닷 seoul 닷 지오 닷 케이알"), ("메모.txt를", "메모 닷 티엑스티를"),
        ("노래.mp3를", "노래 닷 엠피쓰리를"), ("a7@lyre.io", "a칠 골뱅이 lyre 닷 아이오"),
        ("https://lyre.dev/a", "https 콜론 슬래시 슬래시 lyre 닷 디이브이 슬래시 a"),
    ])
    func electronic(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("6+2=8", "육 더하기 이는 팔"), ("9÷3=3", "구 나누기 삼은 삼"), ("√7", "루트 칠"),
        ("4²", "사의 제곱"),
        ("3:1", "삼 대 일"), ("6대4로", "육대 사로"), ("4-3-3", "사삼삼"), ("4-2로", "사 대 이로"),
        ("2015-2019년", "이천십오부터 이천십구년"),
        ("버전 2.0.1", "버전 이점영점일"), ("강릉·속초", "강릉 속초"), ("10여 곳~", "십여 곳"),
    ])
    func signs(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        ("제Ⅲ장", "제삼장"), ("시즌 IV", "시즌 사"), ("KTX를", "케이티엑스를"), ("UN은", "유엔은"),
        ("NATO", "NATO"), ("A씨", "에이씨"), ("MP3", "엠피쓰리"), ("3D", "쓰리디"),
        ("F-35A", "에프 삼십오에이"),
        ("A380", "에이 삼팔영"), ("㈜가람", "주식회사 가람"), ("Dr. 박", "닥터 박"),
        ("R&D", "알앤디"),
        ("B2C", "비투씨"), ("C++, 자바", "C 플러스 플러스, 자바"),
    ])
    func letters(written: String, words: String) throws { try expect(written, words) }

    @Test(arguments: [
        "안녕하세요, 반갑습니다.", "\"정말?\" 하고 물었다.", "자정에 만나자!",
        "한두 번쯤은 괜찮다.",
        "Lyre는 음성을 만든다.",
    ])
    func plainTextStays(text: String) throws { try expect(text, text) }

    /// Zero does not: theirs is that of telephones.
    @Test func cardinalsAgreeWithICU() throws {
        let formatter = NumberFormatter()
        formatter.numberStyle = .spellOut
        formatter.locale = Locale(identifier: "ko")
        var random = SeededGenerator(seed: 7)
        var values = Array(1...2000) + [10_000, 110_000, 1_0000_0000]
        for digits in 4...15 {
            let highest = (0..<digits).reduce(1) { value, _ in value * 10 }
            values += (0..<20).map { _ in Int.random(in: highest / 10..<highest, using: &random) }
        }
        for value in values {
            let theirs = try #require(formatter.string(from: value as NSNumber))
            let ours = try spoken("\(value)", language: .ko).text
            #expect(ours == String(theirs.filter { !$0.isWhitespace && $0 != "-" }))
        }
    }

    /// A bar stands where a sentence ends.
    @Test(arguments: [
        "비가 왔다.| 우리는 집에 있었다.", "정말요?| 네!| 좋아요.", "값은 3.5달러다.| 싸다.",
        "2024. 3. 5. 서울에서 열렸다.| 성황이었다.", "Dr. Kim은 갔다.| 나는 남았다.",
        "\"가자.\" 라고 그가 말했다.", "\"왜 왔어?\"라고 물었다.| 답이 없었다.",
        "그는 갔다.|나는 남았다.", "J. K. 롤링이 썼다.", "비타민 A.| 그리고 물.",
        "네.| 알겠습니다.", "No. 5를 골랐다.",
        "1. 씻는다.| 2. 말린다.", "끝났다...| 이제 쉬자.", "제목\n|본문이다.",
    ])
    func sentences(marked: String) throws {
        let text = marked.replacing("|", with: "")
        let bytes = Array(text.utf8)
        let sentences = try sentenceRanges(of: text, language: .ko).map {
            String(decoding: bytes[$0], as: UTF8.self)
        }
        let expected = marked.split(separator: "|").map {
            $0.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        #expect(sentences == expected)
    }

    /// Long runs are read to their end in linear time.
    @Test(arguments: ["3개", "1/2", "가", "A-1", "3월", "1~", "₩1억", "a.kr", "(토)", "1.", "제1"])
    func longRunsAreRead(unit: String) throws {
        let text = String(repeating: unit, count: 60_000 / unit.utf8.count)
        #expect(try !PromptCutter.prompts(for: text, language: .ko).isEmpty)
    }
}
