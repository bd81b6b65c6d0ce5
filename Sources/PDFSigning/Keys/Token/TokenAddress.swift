internal import CP11Kit

/// Where a key in hardware is: `pkcs11:token=…;object=…` (RFC 7512).
final class TokenAddress {
    private let library: yinfa_p11_kit
    private let uri: OpaquePointer

    init(_ text: String) throws(KeyProblem) {
        library = try P11Kit.open()
        guard let uri = library.uri_new() else { throw .badAddress }
        self.uri = uri
        guard library.uri_parse(text, Int32(YINFA_P11_KIT_URI_FOR_ANY), uri) == 0 else {
            throw .badAddress
        }
        // Arguments can be read by everybody on the machine.
        guard library.uri_get_pin_value(uri) == nil else { throw .pinInAddress }
    }

    deinit { library.uri_free(uri) }

    /// The modules to look in: the one that the address names by its path, or all that the machine is set up with.
    func modules() throws(KeyProblem) -> [UnsafeMutablePointer<CK_FUNCTION_LIST>] {
        if let path = library.uri_get_module_path(uri) {
            guard let module = library.module_load(path, 0) else {
                throw .noModule(String(cString: path))
            }
            let status = library.module_initialize(module)
            guard status == CKR_OK else { throw .device(P11Kit.reason(status)) }
            return [module]
        }
        guard let list = library.modules_load_and_initialize(0) else { return [] }
        var modules: [UnsafeMutablePointer<CK_FUNCTION_LIST>] = []
        while let module = list[modules.count] { modules.append(module) }
        return modules.filter { module in
            var information = CK_INFO()
            return module.pointee.C_GetInfo(&information) == CKR_OK
                && library.uri_match_module_info(uri, &information) == 1
        }
    }

    func isOf(_ token: inout CK_TOKEN_INFO) -> Bool { library.uri_match_token_info(uri, &token) == 1 }

    /// The private keys that it names.
    func keys(_ session: TokenSession) throws(KeyProblem) -> [CK_OBJECT_HANDLE] {
        var count: CK_ULONG = 0
        guard let first = library.uri_get_attributes(uri, &count) else { return [] }
        // It may say what kind of object it names.
        let attributes = UnsafeBufferPointer(start: first, count: Int(count)).filter { $0.type != CKA_CLASS }
        return try session.objects(CKO_PRIVATE_KEY, attributes)
    }
}
