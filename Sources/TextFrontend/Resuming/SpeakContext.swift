import LyreRPC

/// What both legs of a call share.
struct SpeakContext: Sendable {
    let call: CallContext
    let clock: any Clock<Duration>
    let metrics: FrontendMetrics
    let timeline: SpeakTimeline
}
