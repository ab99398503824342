import Orpheus

/// The rules there are.
enum SpokenLanguages {
    static func rules(
        for locale: TextLocale, normalization: Normalization
    ) -> any SpokenLanguage {
        let spoken = spoken(locale)
        return normalization == .automatic ? spoken : PlainLanguage(sentences: spoken)
    }

    private static func spoken(_ locale: TextLocale) -> any SpokenLanguage {
        switch locale.language {
        case .en: English.isDayFirst(locale.region) ? britishEnglish : english
        case .de: German.isSwiss(locale.region) ? swissGerman : german
        case .fr: french(locale.region)
        case .es: spanish(locale.region)
        case .it: italian
        case .zh: chinese
        case .hi: hindi
        case .ko: korean
        }
    }

    private static func french(_ region: String?) -> French {
        switch region {
        case "BE": belgianFrench
        case "CH": swissFrench
        default: french
        }
    }

    private static func spanish(_ region: String?) -> Spanish {
        switch (Spanish.usesPoint(region), Spanish.hasPesos(region)) {
        case (false, false): spanish
        case (false, true): southernSpanish
        case (true, false): centralSpanish
        case (true, true): mexicanSpanish
        }
    }

    // Each is made when it is first asked for, with its tables.
    private static let english = English()
    private static let britishEnglish = English(isDayFirst: true)
    private static let german = German()
    private static let swissGerman = German(isSwiss: true)
    private static let french = French()
    private static let belgianFrench = French(tens: .belgian)
    private static let swissFrench = French(tens: .swiss)
    private static let spanish = Spanish()
    private static let southernSpanish = Spanish(hasPesos: true)
    private static let centralSpanish = Spanish(usesPoint: true)
    private static let mexicanSpanish = Spanish(usesPoint: true, hasPesos: true)
    private static let italian = Italian()
    private static let chinese = Chinese()
    private static let hindi = Hindi()
    private static let korean = Korean()
}
