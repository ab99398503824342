/// The version of this software.
public enum LyreVersion {
    public static let current = "0.1.0"
}
