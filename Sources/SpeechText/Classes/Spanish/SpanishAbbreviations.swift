/// Shortened words with what they stand for; a key in lower case stands for any case.
enum SpanishAbbreviations {
    static let all: PhraseTable<String> = [
        "sr.": "señor", "sra.": "señora", "srta.": "señorita", "sres.": "señores",
        "sras.": "señoras", "srtas.": "señoritas", "dr.": "doctor", "dra.": "doctora",
        "dres.": "doctores", "dras.": "doctoras", "dña.": "doña", "d.ª": "doña",
        "prof.": "profesor", "profa.": "profesora", "prof.ª": "profesora", "lic.": "licenciado",
        "licda.": "licenciada", "ing.": "ingeniero", "arq.": "arquitecto", "abg.": "abogado",
        "mtro.": "maestro", "mtra.": "maestra", "gral.": "general", "cnel.": "coronel",
        "cap.": "capitán", "tte.": "teniente", "sgto.": "sargento", "cmte.": "comandante",
        "alte.": "almirante", "excmo.": "excelentísimo", "excma.": "excelentísima",
        "ilmo.": "ilustrísimo", "ilma.": "ilustrísima", "rvdo.": "reverendo", "rvda.": "reverenda",
        "mons.": "monseñor", "pbro.": "presbítero", "hno.": "hermano", "hna.": "hermana",
        "hnos.": "hermanos", "hnas.": "hermanas", "sto.": "santo", "sta.": "santa",
        "pdte.": "presidente", "pdta.": "presidenta", "ud.": "usted", "uds.": "ustedes",
        "vd.": "usted", "vds.": "ustedes", "etc.": "etcétera", "p.ej.": "por ejemplo",
        "p.e.": "por ejemplo", "ej.": "ejemplo", "pág.": "página", "págs.": "páginas",
        "pg.": "página", "núm.": "número", "núms.": "números", "nro.": "número", "n.º": "número",
        "n.°": "número", "nº": "número", "n°": "número", "n.os": "números", "fig.": "figura",
        "figs.": "figuras", "vol.": "volumen", "vols.": "volúmenes", "caps.": "capítulos",
        "ed.": "edición", "eds.": "editores", "edit.": "editorial", "párr.": "párrafo",
        "párrf.": "párrafos", "aprox.": "aproximadamente", "máx.": "máximo", "mín.": "mínimo",
        "tel.": "teléfono", "teléf.": "teléfono", "tfno.": "teléfono", "tlf.": "teléfono",
        "ext.": "extensión", "avda.": "avenida", "av.": "avenida", "ave.": "avenida", "c/": "calle",
        "pza.": "plaza", "plza.": "plaza", "ctra.": "carretera", "c.º": "camino", "p.º": "paseo",
        "pº": "paseo", "gta.": "glorieta", "urb.": "urbanización", "bda.": "barriada",
        "blvr.": "bulevar", "blvd.": "bulevar", "izq.": "izquierda", "izqda.": "izquierda",
        "izqdo.": "izquierdo", "dcha.": "derecha", "dcho.": "derecho", "dto.": "departamento",
        "dpto.": "departamento", "depto.": "departamento", "apdo.": "apartado",
        "apto.": "apartamento", "bo.": "barrio", "c.p.": "código postal", "prov.": "provincia",
        "mun.": "municipio", "edif.": "edificio", "esq.": "esquina", "admón.": "administración",
        "admon.": "administración", "cía.": "compañía", "gob.": "gobierno", "univ.": "universidad",
        "secr.": "secretario", "tít.": "título", "trad.": "traductor", "cf.": "confróntese",
        "cfr.": "confróntese", "vid.": "véase", "ibíd.": "ibídem", "pp.": "páginas",
        "ss.": "siguientes", "bs.as.": "Buenos Aires", "d.f.": "Distrito Federal", "vs.": "contra",
        "vs": "contra", "atte.": "atentamente", "afmo.": "afectísimo",
        "q.e.p.d.": "que en paz descanse", "d.e.p.": "descanse en paz", "s.a.": "sociedad anónima",
        "s.l.": "sociedad limitada", "s.r.l.": "sociedad de responsabilidad limitada",
        "s.c.": "sociedad cooperativa", "s.s.": "su santidad", "s.m.": "su majestad",
        "s.a.r.": "su alteza real", "ss.mm.": "sus majestades", "v.ºb.º": "visto bueno",
        "ee.uu.": "Estados Unidos", "eeuu": "Estados Unidos", "ee.uu": "Estados Unidos",
        "e.u.a.": "Estados Unidos de América", "jj.oo.": "Juegos Olímpicos",
        "ff.aa.": "Fuerzas Armadas", "cc.aa.": "comunidades autónomas", "ff.cc.": "ferrocarriles",
        "rr.hh.": "recursos humanos", "rr.ss.": "redes sociales", "rr.pp.": "relaciones públicas",
        "cc.oo.": "Comisiones Obreras", "aa.vv.": "autores varios", "vv.aa.": "varios autores",
        "m.s.n.m.": "metros sobre el nivel del mar", "msnm": "metros sobre el nivel del mar",
        "ene.": "enero", "feb.": "febrero", "abr.": "abril", "jun.": "junio", "jul.": "julio",
        "ago.": "agosto", "sept.": "septiembre", "oct.": "octubre", "nov.": "noviembre",
        "dic.": "diciembre", "lun.": "lunes", "mié.": "miércoles", "miérc.": "miércoles",
        "jue.": "jueves",
        "vie.": "viernes", "sáb.": "sábado", "dom.": "domingo", "id.": "ídem", "íd.": "ídem",
        "adj.": "adjunto", "cte.": "corriente", "cta.": "cuenta", "fdo.": "firmado",
        "incl.": "incluido", "s/n": "sin número", "c/u": "cada uno", "w.c.": "váter", "y/o": "y o",
        "k.o.": "nocaut", "o.k.": "okey",
    ]

    /// Words that are no abbreviation unless a name follows.
    static let beforeNames: [String: String] = [
        "d": "don", "da": "doña", "fr": "fray", "s": "san", "st": "san", "sn": "san", "p": "padre",
        "mr": "míster",
    ]

    /// Those that stand before a number.
    static let beforeNumbers: [String: String] = [
        "art": "artículo", "arts": "artículos", "cap": "capítulo", "caps": "capítulos",
        "p": "página", "pp": "páginas", "n": "número", "vol": "volumen",
        "t": "tomo", "sec": "sección", "secc": "sección", "apdo": "apartado", "inc": "inciso",
        "tel": "teléfono", "pág": "página", "núm": "número", "fol": "folio", "s": "siglo",
        "ec": "ecuación", "v": "versículo", "min": "minuto",
    ]

    /// Those that stand before a number without a dot as well.
    static let bareBeforeNumbers: [String: String] = [
        "km": "kilómetro", "pág": "página", "págs": "páginas", "núm": "número", "nro": "número",
        "art": "artículo", "tel": "teléfono", "tlf": "teléfono", "tfno": "teléfono",
        "fig": "figura", "vol": "volumen", "cap": "capítulo", "ext": "extensión",
    ]
}
