import Foundation

/// A shared library that is looked for when the program runs, and stays loaded.
struct DynamicLibrary: @unchecked Sendable {
    // Unchecked: the handle is read only, and dlsym may be called by any thread.
    private let handle: UnsafeMutableRawPointer
    private let name: String

    /// The first of these that there is.
    /// - Throws: ``GPUError`` with the linker's words for the first.
    init(_ names: [String]) throws(GPUError) {
        var reason: String?
        for name in names {
            if let handle = dlopen(name, RTLD_NOW | RTLD_LOCAL) {
                self.handle = handle
                self.name = name
                return
            }
            reason = reason ?? dlerror().map { String(cString: $0) }
        }
        throw GPUError(reason ?? "there is no \(names.first ?? "library")")
    }

    /// - Throws: ``GPUError`` where the library lacks it.
    func function<Function>(_ symbol: String) throws(GPUError) -> Function {
        guard let address = dlsym(handle, symbol) else {
            throw GPUError("\(name) has no \(symbol): it is older than Lyre needs")
        }
        return unsafeBitCast(address, to: Function.self)
    }
}
