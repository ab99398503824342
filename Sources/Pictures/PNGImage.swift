import CPNG

/// A picture as a PNG file, by libpng's simplified interface.
package enum PNGImage {
    package static func encode(_ canvas: Canvas) throws(PictureError) -> [UInt8] {
        var image = png_image()
        image.version = png_uint_32(PNG_IMAGE_VERSION)
        image.width = png_uint_32(canvas.width)
        image.height = png_uint_32(canvas.height)
        image.format = png_uint_32(PNG_FORMAT_FLAG_COLOR)
        // More than deflate ever adds to what does not compress.
        let room = canvas.pixels.count + canvas.pixels.count / 100 + canvas.height + 4096
        var size = png_alloc_size_t(room)
        var done: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
            done = png_image_write_to_memory(
                &image, buffer.baseAddress, &size, 0, canvas.pixels, png_int_32(3 * canvas.width),
                nil)
            filled = done == 0 ? 0 : min(room, Int(size))
        }
        guard done != 0, bytes.count == Int(size) else {
            let reason = withUnsafeBytes(of: image.message) { raw in
                String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
            }
            png_image_free(&image)
            throw PictureError("cannot make the picture: \(reason)")
        }
        return bytes
    }
}
