/// Word lists that the English rules share.
enum EnglishWords {
    static func abbreviation(_ word: String) -> ShortWord? { abbreviations[word.lowercased()] }

    private static let abbreviations = ShortWord.table([
        (
            .title,
            """
            mr mrs ms messrs mme mlle dr prof st sts rev hon fr gen col maj capt cpt lt sgt
            cpl pvt adm cmdr drs profs sens pt gov sen rep pres supt insp mt ft vs cf viz esq
            msgr ste br wm chas geo jas thos robt benj
            """
        ),
        (
            .beforeNumber,
            """
            no nos rs apt bldg fig figs vol vols pp pg p ch chs chap sec secs sect art eq eqs ver op
            cap nr para paras rte vv ll fn fl pop alt wt ht qty ps cor matt prov exod lev deut isa
            lat bk rm pgs blk ep
            """
        ),
        (
            .anywhere,
            """
            jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs
            fri inc ltd co corp bros dept univ assn ave blvd rd hwy pkwy ln ct sq est approx
            jr sr ca al ed eds govt intl mfg natl gal lb lbs oz hr hrs min mins tel ext misc eg ie
            ph ibid trans expy fwy asst assoc atty incl excl mgr avg temp weds bn regt brig det
            amb cdr comdr ens treas secy inst dist ctr hosp mgmt qt pt tsp tbsp
            calif ariz colo conn fla okla ore tenn tex wis wyo
            """
        ),
        (.mayEnd, "etc am pm bc ad in cm mm km kg"),
    ])

    /// Words that begin a sentence much more often than a name.
    static let sentenceStarters: Set<String> = Set(
        """
        A After All Although An And Are As At Because Before But By Can Could Did Do Does During
        Each Even For From Had Has Have He Her Here His How However I If In Is It Its Let Many
        May More Most My No Nobody Not Nothing Now On Once One Only Or Our Please She Should
        Since So Some Soon Such That The Their Then There These They This Those Though Thus To
        Today Tomorrow Two Under Until We Well Were What When Where Which While Who Whose Why
        Will With Would Yes Yesterday Yet You Your
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// What is counted, and so makes a count of four digits before it, and no date or year.
    static let counted: Set<String> = Set(
        """
        people men women children soldiers troops students members inhabitants residents families
        households persons prisoners workers employees species houses homes seats votes copies
        pages books words times points games years days hours minutes seconds weeks months miles
        feet yards inches acres tons tonnes pounds kilometers kilometres meters metres hectares
        square dollars euros cents horses ships units items islands degrees steps calories users
        subscribers followers views downloads customers fans visitors tickets jobs shares copies
        records rows files lines word page mile foot meter acre seat likes stars parameters tokens
        deaths cases
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// Behind them an amount names the thing that follows: the $10 fee, a 5 km run.
    static let determiners: Set<String> = [
        "a", "an", "the", "this", "that", "my", "your", "his", "her", "its", "our", "their",
        "another", "each", "every", "first", "second", "new", "one",
    ]

    /// Before a date in figures.
    static let datePrepositions: Set<String> = [
        "on", "by", "since", "until", "dated", "before", "after", "from",
    ]

    static let months: [String: Int] = [
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
        "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
        "sept": 9, "oct": 10, "nov": 11, "dec": 12,
    ]

    static let monthNames = [
        "", "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    ]

    /// Parts of a name of a street, behind it.
    static let streets: [String: String] = [
        "St": "Street", "Dr": "Drive", "Ave": "Avenue", "Blvd": "Boulevard", "Rd": "Road",
        "Ln": "Lane", "Ct": "Court", "Hwy": "Highway", "Pkwy": "Parkway", "Sq": "Square",
        "Pl": "Place", "Expy": "Expressway", "Fwy": "Freeway", "Cir": "Circle", "Ter": "Terrace",
        "Tpke": "Turnpike",
    ]
}
