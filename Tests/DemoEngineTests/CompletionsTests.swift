import Foundation
import Orpheus
import TestSupport
import Testing

@Suite struct CompletionsTests {
    @Test func tokensAreWholeFramesAndTheStop() async throws {
        try await Engine.whileRunning { engine in
            let ids = try await engine.tokens(prompt("Hello from Lyre."))
            #expect(ids.last == TokenID.endOfSpeech)
            var assembler = FrameAssembler()
            let steps = ids.dropLast().map { assembler.push($0) }
            #expect(assembler.dropped == 0)
            #expect(assembler.dueSlot == 0)
            // Three words take between half a second and three seconds.
            #expect((6...35).contains(steps.count / Slot.count))
        }
    }

    @Test func samePromptAndSeedSameTokens() async throws {
        try await Engine.whileRunning { engine in
            let text = try prompt("One two three.", voice: "leo")
            let first = try await engine.tokens(text)
            #expect(try await engine.tokens(text, #","seed":0"#) == first)
            let seeded = try await engine.tokens(text, #","seed":7"#)
            #expect(seeded != first)
            #expect(try await engine.tokens(text, #","seed":7"#) == seeded)
            // Another process has nothing kept from before.
            try await Engine.whileRunning { other in
                let again = try await (
                    other.tokens(text), other.tokens(text, #","seed":7"#)
                )
                #expect(again == (first, seeded))
            }
        }
    }

    @Test(arguments: [1, 6, 7, 8, 40])
    func aPromptWithTokensIsContinued(cut: Int) async throws {
        try await Engine.whileRunning { engine in
            let whole = try await engine.tokens(prompt("Go on.", voice: "jess"), #","seed":3"#)
            let rest = try await engine.tokens(
                prompt("Go on.", voice: "jess", spoken: whole.prefix(cut)), #","seed":3"#)
            #expect(rest == Array(whole.dropFirst(cut)))
        }
    }

    @Test func aPromptThatIsSpokenToTheEndOnlyStops() async throws {
        try await Engine.whileRunning { engine in
            let whole = try await engine.tokens(prompt("Go on."))
            let rest = try await engine.tokens(prompt("Go on.", spoken: whole.dropLast()))
            #expect(rest == [TokenID.endOfSpeech])
        }
    }

    @Test func streamedTextIdsAndWholeAgree() async throws {
        try await Engine.whileRunning { engine in
            let text = try prompt("Hello.")
            let ids = try await engine.tokens(text)
            let events = try await engine.events(
                text, #""max_tokens":4000,"return_token_ids":true"#)
            #expect(events.last == "[DONE]")
            var streamed: [Int] = []
            var parser = TokenTextParser()
            var read: [Int] = []
            for event in events.dropLast() {
                let choice = try #require(
                    (Engine.object(event)["choices"] as? [[String: Any]])?.first)
                streamed += try #require(choice["token_ids"] as? [Int])
                read += parser.push(try #require(choice["text"] as? String))
            }
            #expect(streamed == ids)
            #expect(read == Array(ids.dropLast()))
            // Without return_token_ids there is the text alone.
            let plain = try await engine.events(text, #""max_tokens":4000"#)
            #expect(plain.count == events.count)
            #expect(plain.allSatisfy { !$0.contains(#""token_ids":["#) })
        }
    }

    @Test func maxTokens() async throws {
        try await Engine.whileRunning { engine in
            let text = try prompt("Hello.")
            let whole = try await engine.tokens(text)
            for (limit, reason) in [
                (1, "length"), (9, "length"), (whole.count - 1, "length"), (whole.count, "stop"),
            ] {
                let reply = try await engine.post(
                    request(text, #""max_tokens":\#(limit),"return_token_ids":true"#))
                let object = try Engine.object(reply.body)
                let choice = try #require((object["choices"] as? [[String: Any]])?.first)
                #expect(choice["token_ids"] as? [Int] == Array(whole.prefix(limit)))
                #expect(choice["finish_reason"] as? String == reason)
                #expect(choice["stop_reason"] as? Int == (reason == "stop" ? 128258 : nil))
                let usage = try #require(object["usage"] as? [String: Int])
                #expect(usage["completion_tokens"] == limit)
                #expect(usage["total_tokens"] == usage["prompt_tokens"]! + limit)
            }
            // The default is as small as vLLM's.
            let events = try await engine.events(text, #""return_token_ids":true"#)
            #expect(events.count == 16 + 1)
        }
    }

    @Test func otherStopTokens() async throws {
        try await Engine.whileRunning { engine in
            let text = try prompt("Hello.")
            let whole = try await engine.tokens(text)
            let stopped = try await engine.tokens(text, #","stop_token_ids":[128258,\#(whole[9])]"#)
            #expect(stopped == Array(whole[...whole.firstIndex(of: whole[9])!]))
        }
    }

    @Test func voicesDiffer() async throws {
        try await Engine.whileRunning { engine in
            var spoken: Set<[Int]> = []
            for voice in ["tara", "jess", "leo", "mia"] {
                spoken.insert(try await engine.tokens(prompt("Hello.", voice: voice)))
            }
            #expect(spoken.count == 4)
        }
    }

    @Test func tagsAreSilence() async throws {
        try await Engine.whileRunning { engine in
            let plain = try await engine.tokens(prompt("Well. Yes.")).count
            let tagged = try await engine.tokens(prompt("Well. <laugh> Yes.")).count
            let alone = try await engine.tokens(prompt("<sigh>")).count
            #expect(tagged > plain)
            // 0.35 s are 4.1 frames.
            #expect(alone == 5 * Slot.count + 1)
        }
    }

    @Test func tokensComeAtARate() async throws {
        // Not a clock's test: at a rate, tokens leave in more than one piece, and all arrive.
        try await Engine.whileRunning({ $0.rate = 2000 }) { engine in
            let text = try prompt("Hello.")
            let events = try await engine.events(text, #""max_tokens":60"#)
            #expect(events.count == 61)
        }
    }
}
