import Foundation
import SNAC
import TestSupport
import Testing

/// Damaged files of every reader: each is read, within its bounds, or refused in one sentence.
@Suite struct FuzzTests {
    @Test(arguments: FuzzedReader.allCases)
    func aDamagedFile(reader: FuzzedReader) throws {
        var damage = Damage(
            of: try reader.good().map { Array($0) }, pieces: reader.pieces, limit: 64 << 10)
        var read = 0
        var sentences: Set<Substring> = []
        for round in 0..<Damage.rounds {
            let data = Data(damage.next())
            do throws(CheckpointError) {
                let isSound = try reader.read(data)
                if !isSound {
                    Issue.record("round \(round): a tensor of another size than it says")
                }
                read += 1
            } catch {
                let text = error.description
                if !reader.isSentence(text) { Issue.record("round \(round): \(text)") }
                if sentences.count < 1000 { sentences.insert(text.prefix(24)) }
            }
        }
        // Damage that is never survived, or always refused at the same place, would try nothing.
        #expect(read > Damage.rounds / 1000)
        #expect(sentences.count >= 6)
    }
}
