/// Word lists that Hindi readings share.
enum HindiWords {
    static let monthNames = [
        "", "जनवरी", "फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर",
        "नवंबर", "दिसंबर",
    ]

    /// Units whose halves and quarters have words.
    static let quarteredUnits: Set<String> = [
        "घंटे", "मिनट", "दिन", "सप्ताह", "हफ़्ते", "महीने", "साल", "वर्ष", "दशक", "दर्जन",
    ]

    /// Minutes that are told as parts of the hour, up to twelve o'clock.
    static let quarters = [15: "25", 30: "5", 45: "75"]

    /// Hindi tells the half of the day by its parts, before the hour.
    static func partOfDay(_ half: String, hour: Int) -> String {
        if half == "AM" { return (4...11).contains(hour) ? "सुबह" : "रात" }
        return switch hour {
        case 12, 1...3: "दोपहर"
        case 4...7: "शाम"
        default: "रात"
        }
    }
}
