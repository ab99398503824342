/// Gives every layer its place among a stream's caches.
struct CacheLayout {
    private(set) var count = 0

    mutating func reserve(_ floats: Int) -> Int {
        defer { count += floats }
        return count
    }
}
