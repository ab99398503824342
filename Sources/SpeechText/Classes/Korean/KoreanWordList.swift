/// A list of words, written as one text.
enum KoreanWordList {
    static func words(_ list: String) -> [String] {
        list.split(whereSeparator: \.isWhitespace).map(String.init)
    }
}
