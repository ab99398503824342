/// Decides by ticks when a server has hung.
protocol HangRule: Sendable {
    static var tick: Duration { get }
    /// The server has something to send.
    var owes: Bool { get }
    /// For how long it has owed that.
    var waited: Duration { get }
    /// A tick has passed; true when the server is to be given up.
    mutating func tick(silence: Duration, hasOther: Bool) -> Bool
}
