/// Characters of three by five dots, as many as an axis needs.
enum Lettering {
    static let width = 3
    static let height = 5

    /// Five rows from the top, three bits each, the left one highest; blank where unknown.
    static func rows(_ character: Character) -> [UInt8] {
        switch character {
        case "0": [0b111, 0b101, 0b101, 0b101, 0b111]
        case "1": [0b010, 0b110, 0b010, 0b010, 0b111]
        case "2": [0b111, 0b001, 0b111, 0b100, 0b111]
        case "3": [0b111, 0b001, 0b111, 0b001, 0b111]
        case "4": [0b101, 0b101, 0b111, 0b001, 0b001]
        case "5": [0b111, 0b100, 0b111, 0b001, 0b111]
        case "6": [0b111, 0b100, 0b111, 0b101, 0b111]
        case "7": [0b111, 0b001, 0b010, 0b010, 0b010]
        case "8": [0b111, 0b101, 0b111, 0b101, 0b111]
        case "9": [0b111, 0b101, 0b111, 0b001, 0b111]
        case ".": [0b000, 0b000, 0b000, 0b000, 0b010]
        case "s": [0b011, 0b100, 0b010, 0b001, 0b110]
        case "k": [0b100, 0b101, 0b110, 0b101, 0b101]
        case "H": [0b101, 0b101, 0b111, 0b101, 0b101]
        case "z": [0b000, 0b111, 0b001, 0b010, 0b111]
        default: [0, 0, 0, 0, 0]
        }
    }

    /// Pixels that a text takes, two a dot.
    static func pixels(_ text: String) -> Int { 2 * (text.count * (width + 1) - 1) }
}
