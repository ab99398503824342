import Foundation

/// The system's words for what went wrong with a file.
enum FileProblem {
    static func reason(_ error: any Error) -> String {
        var current = error as NSError
        while let inner = current.userInfo[NSUnderlyingErrorKey] as? NSError { current = inner }
        if current.domain == NSPOSIXErrorDomain {
            return String(cString: strerror(Int32(current.code))).lowercased()
        }
        switch CocoaError.Code(rawValue: current.code) {
        case .fileReadNoSuchFile, .fileNoSuchFile: return "no such file or folder"
        case .fileReadNoPermission, .fileWriteNoPermission: return "permission denied"
        case .fileWriteOutOfSpace: return "no space left"
        default: return current.localizedDescription
        }
    }
}
