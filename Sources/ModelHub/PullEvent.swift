/// What happens while a model is fetched.
public enum PullEvent: Sendable, Hashable {
    /// A file begins to arrive, or goes on at a byte; `size` is nil when nobody says.
    case began(HubFileName, at: Int, size: Int?)
    /// Bytes that are there by now.
    case received(HubFileName, Int)
    /// Something failed that may pass; there is another try after a pause.
    case retrying(HubFailure, Duration)
    /// A file is there, complete and checked.
    case fetched(HubFileName, Int)
    /// A file was there before.
    case present(HubFileName)
}
