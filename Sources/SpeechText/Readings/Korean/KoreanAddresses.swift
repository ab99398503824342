/// Addresses of mail and web and names of files, in Korean words.
enum KoreanAddresses {
    /// Names stay in their letters, digits and marks are named, an ending is spelled.
    static func words(for address: String) -> String {
        var words: [String] = []
        var word = ""
        // A path behind the host has no endings that are spelled.
        var isHost = true
        var dotted = false
        func close() {
            guard !word.isEmpty else { return }
            words.append(dotted && isHost ? ending(word) : named(word))
            word = ""
        }
        for character in address {
            if let name = markNames[character] {
                let isOpen = word.isEmpty
                close()
                if character == "/", !isOpen { isHost = false }
                dotted = character == "."
                words.append(name)
            } else {
                word.append(character)
            }
        }
        close()
        return words.joined(separator: " ")
    }

    /// The last part of a host or of a file's name, or a name between its dots.
    private static func ending(_ word: String) -> String {
        let key = word.lowercased()
        if let name = names[key] { return name }
        return spelledEndings.contains(key) ? KoreanLetters.spelled(key) : named(word)
    }

    /// The letters of a name with its figures in words.
    private static func named(_ word: String) -> String {
        word.map { $0.wholeNumberValue.map { KoreanNumbers.spelled(String($0)) } ?? String($0) }
            .joined()
    }

    /// Whether a host or a file may end so, in lower case.
    static func isEnding(_ word: String) -> Bool {
        names[word] != nil || spelledEndings.contains(word)
    }

    /// Endings that are said as a word.
    private static let names: [String: String] = [
        "com": "컴", "net": "넷", "app": "앱", "info": "인포", "biz": "비즈", "shop": "숍",
        "store": "스토어", "blog": "블로그", "site": "사이트", "online": "온라인", "tech": "테크",
        "news": "뉴스", "cloud": "클라우드", "zip": "집", "mp3": "엠피쓰리",
        "mp4": "엠피포",
    ]

    /// Endings that are said letter by letter.
    private static let spelledEndings: Set<String> = [
        "kr", "co", "or", "go", "ac", "re", "pe", "ne", "org", "edu", "gov", "mil", "io", "ai",
        "tv", "me", "fr", "it", "de", "jp", "cn", "uk", "us", "eu", "es", "ru", "in", "br", "ca",
        "au", "ch", "nl", "se", "tw", "hk", "sg", "vn", "th", "xyz", "dev", "gg", "cc", "to", "int",
        "jpg", "jpeg", "png", "gif", "bmp", "svg", "tif", "tiff", "pdf", "hwp", "hwpx", "doc",
        "docx", "xls", "xlsx", "ppt", "pptx", "txt", "csv", "tsv", "json", "xml", "html", "htm",
        "css", "js", "ts", "py", "cpp", "rb", "php", "sql", "rar", "tar", "gz", "apk", "iso",
        "exe", "wav", "avi", "mov", "mkv", "wmv", "flac", "psd", "eps", "log", "md", "rtf",
        "dll", "bat", "sh", "ini", "cfg", "yml", "yaml",
    ]

    private static let markNames: [Character: String] = [
        ".": "닷", "@": "골뱅이", "-": "하이픈", "_": "언더바", "/": "슬래시", ":": "콜론",
        "?": "물음표", "=": "이퀄", "&": "앤드", "%": "퍼센트", "+": "플러스", "~": "물결",
        "#": "샵", ",": "콤마",
    ]
}
