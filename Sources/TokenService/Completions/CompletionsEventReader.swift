/// Reads the events of one stream.
///
/// They are alike byte for byte, but for a text and some ids. So the last event is kept as a layout:
/// where it fits, only what is new is read; where it does not, the whole event is.
package struct CompletionsEventReader {
    private var layout: EventLayout?

    package init() {}

    /// Says of an event exactly what ``CompletionsEvent/init(data:)`` does.
    package mutating func read(
        _ data: ArraySlice<UInt8>
    ) throws(JSONReader.Fault) -> CompletionsEvent {
        if let chunk = layout?.chunk(of: data) { return .chunk(chunk) }
        var places = EventPlaces()
        let event = try CompletionsEvent(data: data, places: &places)
        // An event of another shape, such as the usage, comes once: it is not worth a layout.
        if case .chunk(let chunk) = event, let new = EventLayout(chunk, in: data, at: places) {
            layout = new
        }
        return event
    }
}
