/// Word lists of the rules for the ends of Spanish sentences.
enum SpanishWords {
    /// Shortened words before a name.
    static let beforeNames = words(
        """
        sr sra srta sres sras srtas dr dra dres dras dña prof profa lic licda ing arq abg mtro mtra
        gral cnel cap tte sgto cmte alte excmo excma ilmo ilma rvdo rvda mons pbro hno hna hnos hnas
        sto sta fr mr avda av ave ctra pza plza gta cía pdte pdta ud uds vd vds st
        """)

    static let beforeNumbers = words(
        """
        art arts cap caps pág págs pg pp núm núms nro vol vols fig figs tel teléf tlf tfno ext
        min apdo párr párrf sec secc inc ec km fol ed
        """)

    /// End a sentence only before a word that begins one.
    static let others = words(
        """
        etc ej ene feb mar abr may jun jul ago sep sept oct nov dic lun mié jue vie sáb dom aprox
        máx mín izq dcha dto dpto depto apto urb edif esq admón univ gob trad cf cfr vid ss vs atte
        cta cte incl uu oo aa
        """)

    /// First halves of plurals that are written twice: EE. UU.
    static let doubled: Set<String> = ["EE", "JJ", "FF", "CC", "RR", "SS", "AA", "VV"]

    /// Words that begin a sentence much more often than a name.
    static let sentenceStarters = words(
        """
        A Además Ahora Al Algunos Antes Aquí Así Aunque Ayer Bueno Cada Casi Como Con Contra Cuando
        Cuatro De Debido Del Desde Después Dos Durante El Él Ella Ellas Ellos En Entonces Entre Era
        Es Esa Ese Eso Esta Está Estas Este Esto Estos Están Fue Fueron Gracias Ha Había Hace Hacia
        Han Hasta Hay Hoy Incluso La Las Le Les Lo Los Luego Mañana Más Me Mi Mientras Mis Mucho
        Muchos Muy Nada Nadie Ni No Nos Nosotros Nuestra Nuestro O Otra Otro Otros Para Pero Por
        Porque Pues Que Quien Se Según Ser Si Sí Sin Sobre Solo Son Su Sus También Tampoco Te Tiene
        Todas Todo Todos Tras Tres Tu Tú Un Una Unas Unos Usted Ustedes Y Ya Yo
        """)

    private static func words(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
