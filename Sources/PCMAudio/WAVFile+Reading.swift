extension WAVFile {
    /// Reads PCM of 8, 16, 24 or 32 bits and floats of 32 or 64 bits, also in the extensible form.
    /// Channels are averaged. A data length that reaches past the end (a stream's header) means
    /// "until the end".
    /// - Throws: ``AudioFileError``, whose sentence continues the name of the file.
    public init(bytes: [UInt8]) throws(AudioFileError) {
        guard bytes.count >= 12, bytes[0..<4].elementsEqual("RIFF".utf8),
            bytes[8..<12].elementsEqual("WAVE".utf8)
        else { throw AudioFileError("is no WAV file: it does not begin with RIFF and WAVE") }

        var encoding: Encoding?
        var at = 12
        while at + 8 <= bytes.count {
            let name = bytes[at..<(at + 4)]
            let length = Int(bytes.littleEndian(UInt32.self, at: at + 4))
            let body = at + 8
            let end = min(bytes.count, body + length)
            if name.elementsEqual("fmt ".utf8) {
                guard end == body + length else { break }
                encoding = try Encoding(bytes[body..<end])
            } else if name.elementsEqual("data".utf8) {
                guard let encoding else { throw AudioFileError("has its samples before its format") }
                self.init(
                    sampleRate: encoding.sampleRate, samples: encoding.samples(bytes[body..<end]))
                return
            }
            // Chunks begin at even places.
            at = body + length + length % 2
        }
        throw AudioFileError("is cut off: it ends before its samples begin")
    }

    /// What the `fmt ` chunk says.
    private struct Encoding {
        var isFloat: Bool
        var channels: Int
        var sampleRate: Int
        var width: Int

        init(_ chunk: ArraySlice<UInt8>) throws(AudioFileError) {
            let bytes = [UInt8](chunk)
            guard bytes.count >= 16 else { throw AudioFileError("has a format of \(bytes.count) bytes") }
            var tag = bytes.littleEndian(UInt16.self, at: 0)
            // Extensible: the real tag opens the sub-format's identifier.
            if tag == 0xFFFE, bytes.count >= 26 { tag = bytes.littleEndian(UInt16.self, at: 24) }
            channels = Int(bytes.littleEndian(UInt16.self, at: 2))
            sampleRate = Int(bytes.littleEndian(UInt32.self, at: 4))
            let bits = Int(bytes.littleEndian(UInt16.self, at: 14))
            width = bits / 8
            isFloat = tag == 3
            guard (tag == 1 && [8, 16, 24, 32].contains(bits))
                || (tag == 3 && [32, 64].contains(bits))
            else {
                throw AudioFileError(
                    "holds samples of format \(tag) with \(bits) bits; "
                        + "PCM of 8 to 32 bits and floats are read")
            }
            guard (1...64).contains(channels) else {
                throw AudioFileError("claims \(channels) channels; 1 to 64 are read")
            }
            guard (1_000...768_000).contains(sampleRate) else {
                throw AudioFileError("claims \(sampleRate) samples a second; 1000 to 768000 are read")
            }
        }

        /// Mono samples of whole sample groups; a broken last group is left out.
        func samples(_ data: ArraySlice<UInt8>) -> [Float] {
            let group = width * channels
            return data.withUnsafeBytes { raw in
                (0..<(raw.count / group)).map { index in
                    var sum: Float = 0
                    for channel in 0..<channels {
                        sum += sample(raw, at: index * group + channel * width)
                    }
                    return channels == 1 ? sum : sum / Float(channels)
                }
            }
        }

        private func sample(_ raw: UnsafeRawBufferPointer, at offset: Int) -> Float {
            var word: UInt64 = 0
            for byte in 0..<width { word |= UInt64(raw[offset + byte]) << (8 * byte) }
            switch (isFloat, width) {
            case (true, 4): return Float(bitPattern: UInt32(word)).orSilence
            case (true, _): return Float(Double(bitPattern: word)).orSilence
            case (false, 1): return (Float(word) - 128) / 128
            default:
                // To the top of 32 bits, so that the sign is the word's own.
                let value = Int32(truncatingIfNeeded: word << (32 - 8 * width))
                return Float(Double(value) / 0x1p31)
            }
        }
    }
}

extension Float {
    /// A sample that is no number would spread through every filter.
    fileprivate var orSilence: Float { isFinite ? self : 0 }
}

extension [UInt8] {
    /// The number whose lowest byte is at `offset`; the caller has checked that it lies inside.
    fileprivate func littleEndian<T: FixedWidthInteger>(_: T.Type, at offset: Int) -> T {
        withUnsafeBytes { T(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: T.self)) }
    }
}
