/// Shortened words with what they stand for; keys in lower case stand for any case.
enum ItalianAbbreviations {
    /// What a title is before a name, and elsewhere: il dottor Bianchi, il dottore.
    static let titles: [String: (beforeName: String, alone: String)] = [
        "sig": ("signor", "signore"), "dott": ("dottor", "dottore"), "dr": ("dottor", "dottore"),
        "prof": ("professor", "professore"), "ing": ("ingegner", "ingegnere"),
        "rag": ("ragionier", "ragioniere"), "comm": ("commendator", "commendatore"),
        "cav": ("cavalier", "cavaliere"), "gen": ("generale", "gennaio"),
        "col": ("colonnello", "colonnello"), "cap": ("capitano", "capitolo"),
        "ten": ("tenente", "tenente"), "magg": ("maggiore", "maggiore"),
        "mar": ("maresciallo", "martedì"), "serg": ("sergente", "sergente"),
        "sen": ("senatore", "senatore"), "card": ("cardinale", "cardinale"),
        "mr": ("mister", "mister"),
        "dir": ("direttore", "direttore"),
        "rev": ("reverendo", "reverendo"), "pres": ("presidente", "presidente"),
    ]

    /// Single letters that stand for a word only before a number.
    static let beforeNumbers = [
        "n": "numero", "p": "pagina", "v": "versetto", "c": "comma", "l": "legge", "h": "ore",
    ]

    static let table: PhraseTable<String> = {
        var table: [String: String] = [:]
        for line in list.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            let words = parts[1].drop { $0 == " " }
            for key in parts[0].split(separator: " ") { table[String(key)] = String(words) }
        }
        return PhraseTable(table)
    }()

    private static let list = """
        sigg.: signori
        sig.ra: signora
        sig.re sig.r: signore
        sig.na sig.ina: signorina
        dott.ssa dr.ssa d.ssa: dottoressa
        dott.ri: dottori
        prof.ssa: professoressa
        proff.: professori
        avv.: avvocato
        avv.ti: avvocati
        avv.ssa: avvocatessa
        arch.: architetto
        geom.: geometra
        on.: onorevole
        mons.: monsignor
        egr.: egregio
        gent.: gentile
        gent.mo: gentilissimo
        gent.ma: gentilissima
        ill.mo: illustrissimo
        spett.: spettabile
        spett.le: spettabile
        fam.: famiglia
        f.lli: fratelli
        m.llo: maresciallo
        brig.: brigadiere
        amm.: amministratore
        amm.re: amministratore
        segr.: segretario
        psicol.: psicologo
        ecc.: eccetera
        etc.: eccetera
        es.: esempio
        p.es.: per esempio
        cfr.: confronta
        vs vs.: contro
        ca.: circa
        cca: circa
        c.ca: circa
        tel.: telefono
        cell.: cellulare
        nr. nr: numero
        num.: numero
        n° nº n.ro: numero
        cap.: capitolo
        nn.: numeri
        art.: articolo
        artt.: articoli
        pag.: pagina
        pagg. pp.: pagine
        capp.: capitoli
        vol.: volume
        voll.: volumi
        co.: comma
        vv.: versi
        fig.: figura
        figg.: figure
        tab.: tabella
        par.: paragrafo
        all.: allegato
        sez.: sezione
        lett.: lettera
        ed.: edizione
        trad.: traduzione
        sec.: secolo
        secc.: secoli
        op.cit.: opera citata
        ibid.: ibidem
        a.C.: avanti Cristo
        d.C.: dopo Cristo
        a.c.: avanti Cristo
        d.c.: dopo Cristo
        c.a.: corrente anno
        c.m.: corrente mese
        u.s.: ultimo scorso
        p.v.: prossimo venturo
        s.l.m.: sul livello del mare
        p.zza: piazza
        p.le: piazzale
        c.le: centrale
        v.le: viale
        c.so: corso
        l.go: largo
        v.lo: vicolo
        str.: strada
        fraz.: frazione
        loc.: località
        prov.: provincia
        c.da: contrada
        S.p.A. S.P.A. SpA: esse pi a
        S.r.l. S.R.L. Srl srl: esse erre elle
        S.n.c. snc: esse enne ci
        S.a.s.: esse a esse
        s.s.: strada statale
        soc.coop.: società cooperativa
        P.IVA p.iva: partita IVA
        C.F. c.f.: codice fiscale
        C.A.P.: CAP
        D.L. d.l.: decreto legge
        D.Lgs. d.lgs.: decreto legislativo
        D.P.R. d.p.r.: decreto del presidente della Repubblica
        D.M. d.m.: decreto ministeriale
        c.c.: codice civile
        c.p.: codice penale
        c.p.c.: codice di procedura civile
        c.p.p.: codice di procedura penale
        N.B. n.b. NB: nota bene
        P.S.: post scriptum
        q.b.: quanto basta
        q.tà: quantità
        c/o: presso
        temp.: temperatura
        max max.: massimo
        min.: minimo
        mitt.: mittente
        dest.: destinatario
        int.: interno
        est.: esterno
        sc.: scala
        rif.: riferimento
        doc.: documento
        feb.: febbraio
        apr.: aprile
        giu.: giugno
        lug.: luglio
        sett.: settembre
        ott.: ottobre
        nov.: novembre
        dic.: dicembre
        lun.: lunedì
        mer.: mercoledì
        gio.: giovedì
        ven.: venerdì
        sab.: sabato
        dom.: domenica
        gg.: giorni
        A.C.: A C
        C.A.: C A
        C.C.: C C
        C.M.: C M
        C.P.: C P
        D.C.: D C
        S.S.: S S
        U.S.: U S
        π: pi greco
        h24: acca ventiquattro
        """
}
