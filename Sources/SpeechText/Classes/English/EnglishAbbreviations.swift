/// Shortened words with what they stand for.
enum EnglishAbbreviations {
    /// With a dot, or before a name.
    static let titles: [String: String] = [
        "Mr": "mister", "Mrs": "misses", "Ms": "miz", "Messrs": "Messieurs", "Prof": "Professor",
        "Rev": "Reverend", "Capt": "Captain", "Lt": "Lieutenant", "Sgt": "Sergeant",
        "Cpl": "Corporal", "Pvt": "Private", "Cmdr": "Commander", "Mt": "Mount", "Ft": "Fort",
        "Mts": "Mountains", "mt": "Mount", "mr": "mister", "mrs": "misses",
        "Jr": "Junior", "Sr": "Senior", "Msgr": "Monsignor", "Fr": "Father", "Br": "Brother",
        "Drs": "Doctors", "Profs": "Professors", "Sens": "Senators", "Govs": "Governors",
        "Mme": "Madame", "Mlle": "Mademoiselle", "Pres": "President", "Supt": "Superintendent",
    ]

    /// Only with a dot.
    static let dotted: [String: String] = [
        "etc": "etcetera", "vs": "versus", "approx": "approximately", "Approx": "Approximately",
        "dept": "department", "Dept": "Department", "Inc": "Incorporated", "Ltd": "Limited",
        "Co": "Company", "Corp": "Corporation", "Bros": "Brothers", "Univ": "University",
        "Assn": "Association", "Esq": "Esquire", "Ave": "Avenue", "Blvd": "Boulevard",
        "Rd": "Road", "Hwy": "Highway", "Pkwy": "Parkway", "govt": "government",
        "Govt": "Government", "misc": "miscellaneous", "Mon": "Monday", "Tues": "Tuesday",
        "Wed": "Wednesday", "Thurs": "Thursday", "Fri": "Friday", "ca": "circa", "cf": "compare",
        "viz": "namely", "jr": "junior", "sr": "senior", "Hon": "Honorable", "Gov": "Governor",
        "Sen": "Senator",
        "Rep": "Representative", "Gen": "General", "Col": "Colonel", "Maj": "Major",
        "Adm": "Admiral", "Bldg": "Building",
        "ext": "extension", "Ext": "Extension", "pvt": "private",
        "Asst": "Assistant", "Assoc": "Associate", "Atty": "Attorney", "incl": "including",
        "excl": "excluding", "doz": "dozen", "acct": "account", "Acct": "Account",
        "amt": "amount", "attn": "attention", "Attn": "Attention",
        "Wm": "William", "Jas": "James", "Thos": "Thomas",
        "Robt": "Robert", "Benj": "Benjamin", "Natl": "National", "Intl": "International",
        "Mfg": "Manufacturing",
        "Mgr": "Manager", "Bn": "Battalion", "Regt": "Regiment", "Brig": "Brigadier",
        "Det": "Detective", "Insp": "Inspector", "Amb": "Ambassador", "Cdr": "Commander",
        "Comdr": "Commander", "Ens": "Ensign", "Treas": "Treasurer", "Secy": "Secretary",
        "Inst": "Institute", "Dist": "District", "Ctr": "Center", "Hosp": "Hospital",
        "Mgmt": "Management", "mgmt": "management", "Tue": "Tuesday", "Thu": "Thursday",
        "Thur": "Thursday", "Weds": "Wednesday",
        "Expy": "Expressway", "Fwy": "Freeway",
    ]

    /// With a dot, within a sentence.
    static let inner: [String: String] = [
        "min": "minimum", "max": "maximum", "avg": "average", "temp": "temperature",
        "Min": "Minimum", "Max": "Maximum", "Avg": "Average", "Temp": "Temperature",
    ]

    /// With a dot, before a number.
    static let beforeNumbers: [String: String] = [
        "NO": "Number", "No": "Number", "no": "number", "Nos": "Numbers", "nos": "numbers",
        "Fig": "Figure",
        "fig": "figure", "Figs": "Figures", "figs": "figures", "Vol": "Volume", "vol": "volume",
        "Vols": "Volumes", "vols": "volumes", "p": "page", "pp": "pages", "P": "Page",
        "Ch": "Chapter", "ch": "chapter", "Chap": "Chapter", "chap": "chapter", "Sec": "Section",
        "sec": "section", "Art": "Article", "art": "article", "Eq": "Equation", "eq": "equation",
        "Apt": "Apartment", "apt": "apartment", "Tel": "Telephone", "tel": "telephone",
        "Ph": "Phone",
        "c": "circa", "Pt": "Part", "pt": "part", "Rte": "Route", "rte": "route",
        "Hwy": "Highway", "vv": "verses", "v": "verse", "ll": "lines", "fn": "footnote",
        "paras": "paragraphs", "pop": "population", "Pop": "Population", "alt": "altitude",
        "wt": "weight", "ht": "height", "qty": "quantity", "Qty": "Quantity",
        "Op": "Opus", "op": "opus", "Lat": "Latitude", "lat": "latitude", "Ste": "Suite",
        "ste": "suite", "Ps": "Psalm", "Bk": "Book", "bk": "book", "Rm": "Room", "rm": "room",
        "Pg": "Page", "pg": "page", "pgs": "pages", "Pp": "Pages",
        "Par": "Paragraph", "par": "paragraph", "Para": "Paragraph", "para": "paragraph",
        "Blk": "Block", "blk": "block",
        "Rev": "Revision", "ver": "version", "Ver": "Version", "rev": "revision",
        "Nr": "Number", "nr": "number",
        "Ep": "Episode", "ep": "episode", "Sect": "Section", "sect": "section",
        "secs": "sections", "chs": "chapters", "Chs": "Chapters", "eqs": "equations",
        "Eqs": "Equations",
    ]

    /// With an apostrophe for what is left out.
    static let contracted: [String: String] = [
        "contd": "continued", "intl": "international", "govt": "government",
        "dept": "department", "assn": "association", "natl": "national",
    ]

    /// With a dot, before a year.
    static let beforeYears: [String: String] = [
        "b": "born", "d": "died", "r": "reigned", "fl": "flourished",
    ]

    /// As they stand.
    static let bare: [String: String] = [
        "vs": "versus", "ltd": "Limited", "Ltd": "Limited", "Jr": "Junior", "jr": "junior",
        "etc": "etcetera",
        "tsp": "teaspoon", "tbsp": "tablespoon", "Tbsp": "tablespoon", "tv": "TV",
        "aka": "also known as", "dept": "department",
    ]

    /// Initials that every voice knows without their dots.
    static let acronyms: Set<String> = [
        "USA", "US", "UK", "UN", "EU", "DC", "USSR", "UAE", "AD", "BC", "BCE", "CE", "PHD", "TV",
        "FBI", "CIA",
    ]
}
