/// What the ending of a noun tells of its gender.
enum SpanishNouns {
    /// nil where the word shows none, or is no noun.
    static func gender(of word: String) -> Form.Gender? {
        let isPlural = word.hasSuffix("s")
        let stem = isPlural ? String(word.dropLast()) : word
        if let known = known[stem] ?? known[word] { return known }
        guard word.unicodeScalars.count > 3, !functionWords.contains(word) else { return nil }
        if masculineEndings.contains(where: stem.hasSuffix) { return .masculine }
        if feminineEndings.contains(where: stem.hasSuffix) { return .feminine }
        return stem.hasSuffix("o") ? .masculine : nil
    }

    /// Of what is counted: a plural, or after one a noun that is counted often.
    static func gender(ofCounted word: String, isOne: Bool) -> Form.Gender? {
        if isOne { return known[word] }
        guard word.hasSuffix("s"), word.unicodeScalars.count > 3,
            !functionWords.contains(word)
        else { return nil }
        return gender(of: word) ?? .masculine
    }

    private static let masculineEndings = ["ema", "oma", "ama", "ista", "aje"]
    private static let feminineEndings = [
        "ción", "cione", "sión", "sione", "dad", "dade", "tad", "tade", "tud", "tude", "umbre", "a",
    ]

    private static let known: [String: Form.Gender] = {
        var all: [String: Form.Gender] = [:]
        let lists: [(Form.Gender, String)] = [
            (
                .feminine,
                """
                vez vece hora semana persona taza cucharada cucharadita mujer mujere noche tarde
                clase parte calle flor flore voz voce luz luce imagen imágene llave rede red serie
                sede torre nube fuente nave base muerte página vuelta milla libra onza tonelada
                pulgada hectárea lata botella pizca cabeza rama hoja copa bolsa docena edición
                victoria derrota medalla falta tarjeta planta mano foto moto carta receta maleta
                hija niña chica casa mesa caja silla cama dama trama llama goma broma crema yema
                diadema
                """
            ),
            (
                .masculine,
                """
                día año mes mese minuto segundo metro kilómetro centímetro milímetro litro gramo
                kilo kilogramo punto gol gole voto peso euro dólar dólare huevo diente tomate
                pimiento paquete sobre vaso piso dormitorio baño hijo hermano hombre niño alumno
                partido set juego título grado problema sistema tema programa idioma planeta mapa
                cometa atleta clima poema drama síntoma diploma aroma idiota periodista país paíse
                tranvía papa
                """
            ),
        ]
        for (gender, words) in lists {
            for word in words.split(whereSeparator: \.isWhitespace) { all[String(word)] = gender }
        }
        return all
    }()

    /// Words in -s, -a and -o that follow a number and are not counted by it.
    private static let functionWords: Set<String> = [
        "más", "menos", "antes", "después", "tras", "pues", "además", "entonces", "mientras",
        "ellos", "ellas", "nosotros", "nosotras", "estas", "estos", "esas", "esos", "unas", "unos",
        "otras", "otros", "eres", "somos", "hemos", "vamos", "quizás", "jamás", "detrás", "lunes",
        "martes", "miércoles", "jueves", "viernes", "como", "para", "pero", "cuando", "hasta",
        "contra", "sobre", "cada", "todo", "toda", "gracias", "apenas", "luego", "esta", "este",
        "entre", "desde", "sino", "era", "fuera", "hacia", "según", "cuyos", "cuyas", "tantos",
        "tantas", "todos", "todas", "nuestros", "nuestras", "solo", "sólo", "ante", "bajo",
        "muchos", "muchas", "varios", "varias", "algunos", "algunas", "nada", "dentro", "fueron",
        "será", "tenía", "había", "estaba",
    ]
}
