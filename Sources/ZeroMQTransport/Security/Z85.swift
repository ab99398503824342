/// What is the same in the text of all keys.
enum Z85 {
    /// Characters of a key.
    static let length = 40
    private static let signs = Set(".-:+=^!/*?&<>()[]{}@%$#".utf8)

    static func isKey(_ text: String) -> Bool {
        text.utf8.count == length
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "A")...UInt8(ascii: "Z"):
                    true
                default: signs.contains(byte)
                }
            }
    }
}
