import Foundation
import SNAC
import Testing

/// Damaged files of every reader: each is read, within its bounds, or refused in one sentence.
///
/// `LYRE_FUZZ_ROUNDS` files a reader, from `LYRE_FUZZ_SEED` on; `tools/fuzz/run` runs millions
/// under the address sanitizer.
@Suite struct FuzzTests {
    private static func setting(_ name: String, _ fallback: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap(Int.init) ?? fallback
    }

    @Test(arguments: FuzzedReader.allCases)
    func damage(reader: FuzzedReader) throws {
        var mutator = Mutator(
            seeds: try reader.seeds(), tokens: reader.tokens,
            seed: UInt64(Self.setting("LYRE_FUZZ_SEED", 1)))
        let rounds = Self.setting("LYRE_FUZZ_ROUNDS", 20_000)
        var read = 0
        var sentences: Set<Substring> = []
        for round in 0..<rounds {
            let data = mutator.next()
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
        #expect(read > rounds / 1000)
        #expect(sentences.count >= 6)
    }
}
