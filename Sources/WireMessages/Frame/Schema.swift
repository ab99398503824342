import CLyreProto

/// What all of proto/ says, for handshakes and reflection.
public enum Schema {
    /// The first eight bytes of the descriptor set's SHA-256.
    public static let hash = lyre_schema_hash

    /// A serialized google.protobuf.FileDescriptorSet.
    public static var descriptorSet: [UInt8] {
        [UInt8](
            UnsafeBufferPointer(start: lyre_descriptor_bytes(), count: lyre_descriptor_set_size))
    }
}
