import CMalloc

/// What malloc's memory is cut from.
public enum HeapArenas {
    /// Has all threads share one arena; to be called before there are others.
    ///
    /// glibc would make up to eight for each core. Calls are served by whichever thread is free, so
    /// memory is often given back to an arena by another thread than the one that asks next, and
    /// every arena grows to what all of them hold together: slowly, for hours. Small blocks come
    /// from a cache of each thread's own, which is why sharing costs no time that can be measured.
    public static func shareOne() { _ = mallopt(M_ARENA_MAX, 1) }
}
