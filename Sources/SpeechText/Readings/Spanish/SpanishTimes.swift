/// Times of day in Spanish words.
enum SpanishTimes {
    static func time(_ clock: Clock) -> String {
        var words = SpanishNumbers.cardinal(clock.hour, .feminine)
        let minute = clock.minute ?? 0
        if let second = clock.second, second > 0 {
            words = duration(clock)
        } else if minute > 0 {
            words += " y " + minutes(minute)
        }
        if let half = clock.half { words += " " + partOfDay(half, clock.hour) }
        if let zone = clock.zone { words += " " + zone }
        return words
    }

    /// Una hora y cinco minutos.
    static func duration(_ clock: Clock) -> String {
        let hours =
            SpanishNumbers.cardinal(clock.hour, .feminine)
            + (clock.hour == 1 ? " hora" : " horas")
        let minutes = counted(clock.minute ?? 0, "minuto")
        guard let second = clock.second, second > 0 else { return hours + " y " + minutes }
        return hours + " " + minutes + " y " + counted(second, "segundo")
    }

    private static func minutes(_ minute: Int) -> String {
        switch minute {
        case 15: "cuarto"
        case 30: "media"
        default: SpanishNumbers.cardinal(minute)
        }
    }

    private static func counted(_ value: Int, _ unit: String) -> String {
        SpanishNumbers.cardinal(value, .masculine) + " " + unit + (value == 1 ? "" : "s")
    }

    private static func partOfDay(_ half: String, _ hour: Int) -> String {
        switch (half, hour) {
        case ("AM", 12): "de la noche"
        case ("AM", _): "de la mañana"
        case (_, 12): "del mediodía"
        case (_, 8...11): "de la noche"
        default: "de la tarde"
        }
    }
}
