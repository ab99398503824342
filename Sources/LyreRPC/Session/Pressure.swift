/// How busy a server seems from here; what balancers compare.
package struct Pressure: Sendable {
    /// False once no further calls can be opened there.
    package var isUsable = true
    package var load = Load()
    /// Calls of this client at work there.
    package var local: Int = 0
    /// Those of them that the last LOAD could not know of yet.
    package var sinceLoad: Int = 0

    package init() {}

    /// Share of the capacity in use, queue included. Without a capacity, the plain number of calls.
    package var score: Double {
        let known = Double(load.active + load.queued) + Double(sinceLoad)
        let calls = max(known, Double(local))
        return load.capacity > 0 ? calls / Double(load.capacity) : calls
    }
}
