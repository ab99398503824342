/// Reads Prometheus' text format as a scraper does, and refuses what a scraper would refuse.
struct PrometheusText {
    struct Problem: Error { let line: Substring }

    var types: [String: String] = [:]
    var help: [String: String] = [:]
    /// By name and labels, as `name{a=1,b=2}` with unescaped values.
    var samples: [String: Double] = [:]
    var order: [String] = []

    init(_ text: String) throws {
        guard text.isEmpty || text.hasSuffix("\n") else { throw Problem(line: text.suffix(20)) }
        for line in text.split(separator: "\n") {
            if line.hasPrefix("# ") {
                let words = line.split(separator: " ", maxSplits: 3)
                guard words.count == 4 else { throw Problem(line: line) }
                switch words[1] {
                case "TYPE": types[String(words[2])] = String(words[3])
                case "HELP": help[String(words[2])] = String(words[3])
                default: throw Problem(line: line)
                }
            } else {
                try sample(line)
            }
        }
    }

    private mutating func sample(_ line: Substring) throws {
        var rest = line
        let name = rest.prefix {
            $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == ":")
        }
        rest.removeFirst(name.count)
        guard !name.isEmpty else { throw Problem(line: line) }
        var labels: [String] = []
        if rest.first == "{" {
            rest.removeFirst()
            while rest.first != "}" {
                let label = rest.prefix { $0 != "=" }
                rest.removeFirst(label.count + 1)
                guard rest.popFirst() == "\"" else { throw Problem(line: line) }
                var value = ""
                while let character = rest.popFirst(), character != "\"" {
                    if character != "\\" {
                        value.append(character)
                        continue
                    }
                    switch rest.popFirst() {
                    case "n": value.append("\n")
                    case "\\": value.append("\\")
                    case "\"": value.append("\"")
                    default: throw Problem(line: line)
                    }
                }
                labels.append("\(label)=\(value)")
                if rest.first == "," { rest.removeFirst() }
            }
            rest.removeFirst()
        }
        guard rest.popFirst() == " " else { throw Problem(line: line) }
        let number: Double? =
            switch rest {
            case "+Inf": .infinity
            case "-Inf": -.infinity
            case "NaN": .nan
            default: Double(rest)
            }
        guard let number else { throw Problem(line: line) }
        let key = labels.isEmpty ? String(name) : "\(name){\(labels.joined(separator: ","))}"
        guard samples.updateValue(number, forKey: key) == nil else { throw Problem(line: line) }
        order.append(key)
    }
}
