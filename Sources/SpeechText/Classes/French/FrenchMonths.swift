/// The months by name.
enum FrenchMonths {
    static let names = [
        "", "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre",
    ]

    /// By name and short name.
    static let numbers: [String: Int] = {
        var numbers: [String: Int] = [
            "fevrier": 2, "aout": 8, "decembre": 12,
            "janv": 1, "jan": 1, "févr": 2, "fév": 2, "fevr": 2, "avr": 4, "juil": 7, "sept": 9,
            "oct": 10, "nov": 11, "déc": 12, "dec": 12,
        ]
        for (number, name) in names.enumerated().dropFirst() { numbers[name] = number }
        return numbers
    }()
}
