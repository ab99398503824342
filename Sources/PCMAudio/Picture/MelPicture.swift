import Foundation
import Pictures

/// The picture of a sound: time to the right, mel frequency upwards, the upper 80 dB in colour.
public enum MelPicture {
    /// Pixels: height of a band, margins of the axes, and the widths between which the plot stays.
    private static let bandHeight = 4
    private static let (left, right, top, bottom) = (86, 16, 12, 34)
    private static let widths = 480...1780
    private static let range: Float = 80

    /// The bytes of a PNG file. A longer sound has coarser columns, not a wider picture.
    /// - Throws: ``AudioFileError`` where libpng fails.
    public static func png(
        _ samples: [Float], sampleRate: Int = 24_000
    ) throws(AudioFileError) -> [UInt8] {
        let hop = max(256, (samples.count + widths.upperBound - 1) / widths.upperBound)
        let mel = MelSpectrogram(samples, sampleRate: sampleRate, hop: hop)
        let count = mel.columns.count
        let columnWidth = max(1, min(4, widths.lowerBound / max(1, count) + 1))
        let plot = (width: max(count * columnWidth, 64), height: MelSpectrogram.bands * bandHeight)
        var canvas = Canvas(
            width: left + plot.width + right, height: top + plot.height + bottom)
        canvas.fill(x: left, y: top, width: plot.width, height: plot.height, ColourMap.colour(0))

        let loudest = mel.columns.reduce(-Float.infinity) { max($0, $1.max() ?? $0) }
        for (column, bands) in mel.columns.enumerated() {
            for (band, decibels) in bands.enumerated() {
                canvas.fill(
                    x: left + column * columnWidth,
                    y: top + plot.height - (band + 1) * bandHeight,
                    width: columnWidth, height: bandHeight,
                    ColourMap.colour(1 + (decibels - loudest) / range))
            }
        }
        let pixelsPerSecond = Double(sampleRate) / Double(hop) * Double(columnWidth)
        drawTimes(&canvas, plot.width, plot.height, pixelsPerSecond)
        drawFrequencies(&canvas, plot.height, sampleRate)
        do throws(PictureError) { return try PNGImage.encode(canvas) } catch {
            throw AudioFileError(error.description)
        }
    }

    /// Writes the picture aside and renames it.
    /// - Throws: ``AudioFileError``.
    public static func write(
        _ samples: [Float], sampleRate: Int = 24_000, to url: URL
    ) throws(AudioFileError) {
        try AtomicFile.write(png(samples, sampleRate: sampleRate), to: url)
    }

    /// Seconds, at round distances that leave room for the numbers.
    private static func drawTimes(
        _ canvas: inout Canvas, _ width: Int, _ height: Int, _ pixelsPerSecond: Double
    ) {
        let steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600]
        let step = steps.first { $0 * pixelsPerSecond >= 64 } ?? 7200
        var index = 0
        while Double(index) * step * pixelsPerSecond <= Double(width) {
            let seconds = Double(index) * step
            let x = left + Int(seconds * pixelsPerSecond)
            canvas.fill(x: x, y: top + height, width: 1, height: 5, .ink)
            let text = step < 1 ? "\((seconds * 10).rounded() / 10)s" : "\(Int(seconds))s"
            canvas.write(text, x: x - Lettering.pixels(text) / 2, y: top + height + 9, .ink)
            index += 1
        }
    }

    private static func drawFrequencies(_ canvas: inout Canvas, _ height: Int, _ sampleRate: Int) {
        let highest = MelSpectrogram.mel(Double(sampleRate) / 2)
        for kilohertz in [0.5, 1, 2, 4, 8] where kilohertz * 2_000 < Double(sampleRate) {
            let share = MelSpectrogram.mel(kilohertz * 1_000) / highest
            let y = top + height - Int(share * Double(height))
            canvas.fill(x: left - 5, y: y, width: 5, height: 1, .ink)
            let text = kilohertz < 1 ? "0.5kHz" : "\(Int(kilohertz))kHz"
            canvas.write(text, x: left - 8 - Lettering.pixels(text), y: y - 7, .ink)
        }
    }
}
