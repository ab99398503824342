import CFlite
import Orpheus

/// The voices of flite that stand in for Orpheus' speakers.
enum FliteVoice: String, CaseIterable, Sendable {
    case slt, rms, awb, kal16

    /// The flite voice for a speaker.
    ///
    /// flite speaks English only: other languages are read by an English voice of about the same
    /// pitch, with an English accent, and only for what can be written in Latin letters.
    init(for voice: Voice) {
        self =
            switch voice.name {
            case "tara", "leah": .slt
            case "leo", "zoe": .rms
            case "jess", "dan": .awb
            case "mia", "zac": .kal16
            case "pierre", "thomas", "sergio", "pietro", "준서": .rms
            case "max", "javi", "carlo": .awb
            default: .slt
            }
    }

    var number: cflite_voice {
        switch self {
        case .slt: CFLITE_SLT
        case .rms: CFLITE_RMS
        case .awb: CFLITE_AWB
        case .kal16: CFLITE_KAL16
        }
    }
}
