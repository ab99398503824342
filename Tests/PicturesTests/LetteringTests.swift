import Pictures
import Testing

@Suite struct LetteringTests {
    private let characters = Array(
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,:/%()-+=_")

    @Test func eachCharacterHasAShapeOfItsOwn() {
        let shapes = characters.map(Lettering.rows)
        #expect(Set(shapes).count == characters.count)
        for (character, rows) in zip(characters, shapes) {
            #expect(rows.count == Lettering.height)
            #expect(rows.allSatisfy { $0 < 1 << Lettering.width })
            #expect(rows.contains { $0 != 0 }, "\(character)")
        }
        #expect(Lettering.rows("L") == [16, 16, 16, 16, 16, 16, 31, 0])
    }

    @Test func capitalsAndDigitsStandOnTheLine() {
        for character in characters where character.isNumber || character.isUppercase {
            #expect(Lettering.rows(character)[0] != 0 && Lettering.rows(character)[6] != 0)
            #expect(Lettering.rows(character)[7] == 0)
        }
        for character in "gjpqy," { #expect(Lettering.rows(character)[7] != 0, "\(character)") }
    }

    @Test func aSpaceIsBlankAndWhatIsUnknownABox() {
        #expect(Lettering.rows(" ").allSatisfy { $0 == 0 })
        #expect(Lettering.rows("ü") == Lettering.rows("語"))
        #expect(!characters.map(Lettering.rows).contains(Lettering.rows("ü")))
    }

    @Test func aTextIsAsWideAsItSays() {
        var canvas = Canvas(width: 100, height: 20)
        canvas.write("HH", x: 10, y: 2, .ink)
        let columns = (0..<100).filter { x in (0..<20).contains { canvas[x, $0] == .ink } }
        #expect(columns.first == 10)
        #expect(columns.last == 10 + Lettering.pixels("HH") - 1)
        #expect(Lettering.pixels("") == 0)
    }
}
