import CSNACCUDA

/// The kernels' text, the main file first.
enum KernelSource {
    static let files: [(name: String, text: String)] = {
        var count = 0
        let files = snac_cuda_files(&count)
        return (0..<count).map {
            (String(cString: files[$0].name), String(cString: files[$0].text))
        }
    }()

    /// Tells one text from another: FNV-1a over names and texts, and what compiles them.
    static func fingerprint(_ options: [String]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for text in files.flatMap({ [$0.name, $0.text] }) + options {
            for byte in Array(text.utf8) + [0] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        return String(hash, radix: 16)
    }
}
