/// A reading of some tokens. Costs are of the order of ``Cover/plainCost`` a token, less is better.
struct Candidate {
    let count: Int
    let content: Semiotic
    let cost: Int

    init(_ count: Int, _ content: Semiotic, cost: Int) {
        (self.count, self.content, self.cost) = (count, content, cost)
    }
}
