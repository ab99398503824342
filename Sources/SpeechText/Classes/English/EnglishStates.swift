/// The states of the USA by their abbreviations.
enum EnglishStates {
    static let codes: [String: String] = [
        "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California",
        "CO": "Colorado", "CT": "Connecticut", "DE": "Delaware", "FL": "Florida", "GA": "Georgia",
        "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa",
        "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine", "MD": "Maryland",
        "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota", "MS": "Mississippi",
        "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada",
        "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York",
        "NC": "North Carolina", "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma",
        "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island", "SC": "South Carolina",
        "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont",
        "VA": "Virginia", "WA": "Washington", "WV": "West Virginia", "WI": "Wisconsin",
        "WY": "Wyoming", "DC": "DC",
    ]

    /// Codes that are words too: they need a zip code behind them.
    static let words: Set<String> = [
        "HI", "ID", "IN", "LA", "MA", "ME", "OH", "OK", "OR", "PA", "AL", "MS", "DE",
    ]

    /// With a dot they are nothing else, wherever they stand.
    static let unmistakable: Set<String> = [
        "Calif", "Ariz", "Colo", "Conn", "Fla", "Okla", "Oreg", "Tenn", "Tex", "Wis", "Wyo",
    ]

    /// With a dot.
    static let shortened: [String: String] = [
        "Ala": "Alabama", "Ariz": "Arizona", "Calif": "California", "Cal": "California",
        "Colo": "Colorado", "Conn": "Connecticut", "Del": "Delaware", "Fla": "Florida",
        "Ga": "Georgia", "Ill": "Illinois", "Ind": "Indiana", "Kan": "Kansas", "Kans": "Kansas",
        "Ky": "Kentucky", "Mass": "Massachusetts", "Md": "Maryland", "Mich": "Michigan",
        "Minn": "Minnesota", "Miss": "Mississippi", "Mo": "Missouri", "Mont": "Montana",
        "Neb": "Nebraska", "Nev": "Nevada", "Okla": "Oklahoma", "Ore": "Oregon", "Oreg": "Oregon",
        "Pa": "Pennsylvania", "Tenn": "Tennessee", "Tex": "Texas", "Va": "Virginia",
        "Vt": "Vermont", "Wash": "Washington", "Wis": "Wisconsin", "Wyo": "Wyoming",
    ]
}
