internal import CP11Kit

/// A conversation with one token.
final class TokenSession {
    private let module: UnsafeMutablePointer<CK_FUNCTION_LIST>
    private let session: CK_SESSION_HANDLE
    let needsLogin: Bool
    /// The token has a keypad of its own.
    let hasKeypad: Bool

    init(_ module: UnsafeMutablePointer<CK_FUNCTION_LIST>, _ slot: CK_SLOT_ID, _ token: CK_TOKEN_INFO)
        throws(KeyProblem)
    {
        self.module = module
        needsLogin = token.flags & CKF_LOGIN_REQUIRED != 0
        hasKeypad = token.flags & CKF_PROTECTED_AUTHENTICATION_PATH != 0
        var session: CK_SESSION_HANDLE = 0
        try TokenSession.check(module.pointee.C_OpenSession(slot, CK_FLAGS(CKF_SERIAL_SESSION), nil, nil, &session))
        self.session = session
    }

    deinit { _ = module.pointee.C_CloseSession(session) }

    /// The tokens of a module that an address names.
    static func tokens(
        of module: UnsafeMutablePointer<CK_FUNCTION_LIST>, at address: TokenAddress
    ) throws(KeyProblem) -> [(slot: CK_SLOT_ID, token: CK_TOKEN_INFO)] {
        var count: CK_ULONG = 0
        try check(module.pointee.C_GetSlotList(1, nil, &count))
        var slots = [CK_SLOT_ID](repeating: 0, count: Int(min(count, 1024)))
        count = CK_ULONG(slots.count)
        try check(module.pointee.C_GetSlotList(1, &slots, &count))
        return slots.prefix(Int(count)).compactMap { slot in
            var token = CK_TOKEN_INFO()
            guard module.pointee.C_GetTokenInfo(slot, &token) == CKR_OK, address.isOf(&token) else { return nil }
            return (slot, token)
        }
    }

    /// - Parameter pin: nil where it is typed at the token’s own keypad.
    func logIn(_ pin: Passphrase?, as user: UInt = CKU_USER) throws(KeyProblem) {
        let status: CK_RV
        if let pin {
            status = pin.withCharacters { characters in
                characters.withMemoryRebound(to: UInt8.self, capacity: pin.count + 1) {
                    module.pointee.C_Login(
                        session, CK_USER_TYPE(user), UnsafeMutablePointer(mutating: $0), CK_ULONG(pin.count))
                }
            }
        } else {
            status = module.pointee.C_Login(session, CK_USER_TYPE(user), nil, 0)
        }
        if status != CKR_USER_ALREADY_LOGGED_IN { try Self.check(status) }
    }

    /// Objects of a kind that have these attributes.
    func objects(_ kind: UInt, _ attributes: [CK_ATTRIBUTE]) throws(KeyProblem) -> [CK_OBJECT_HANDLE] {
        var kind = CK_OBJECT_CLASS(kind)
        var handles = [CK_OBJECT_HANDLE](repeating: 0, count: 64)
        var count: CK_ULONG = 0
        let status = withUnsafeMutableBytes(of: &kind) { bytes -> CK_RV in
            let ofKind = CK_ATTRIBUTE(
                type: CK_ATTRIBUTE_TYPE(CKA_CLASS), pValue: bytes.baseAddress, ulValueLen: CK_ULONG(bytes.count))
            var template = [ofKind] + attributes
            let status = module.pointee.C_FindObjectsInit(session, &template, CK_ULONG(template.count))
            guard status == CKR_OK else { return status }
            defer { _ = module.pointee.C_FindObjectsFinal(session) }
            return module.pointee.C_FindObjects(session, &handles, CK_ULONG(handles.count), &count)
        }
        try Self.check(status)
        return Array(handles.prefix(Int(count)))
    }

    /// An attribute of an object; nil where it has none.
    func attribute(_ type: UInt, of object: CK_OBJECT_HANDLE) -> [UInt8]? {
        var attribute = CK_ATTRIBUTE(type: CK_ATTRIBUTE_TYPE(type), pValue: nil, ulValueLen: 0)
        guard module.pointee.C_GetAttributeValue(session, object, &attribute, 1) == CKR_OK,
            attribute.ulValueLen > 0, attribute.ulValueLen <= 1 << 20
        else { return nil }
        var value = [UInt8](repeating: 0, count: Int(attribute.ulValueLen))
        let status = value.withUnsafeMutableBytes { bytes in
            attribute.pValue = bytes.baseAddress
            return module.pointee.C_GetAttributeValue(session, object, &attribute, 1)
        }
        return status == CKR_OK ? value : nil
    }

    /// - Parameter pin: for a key that wants it again for each signature.
    func sign(
        _ data: [UInt8], with key: CK_OBJECT_HANDLE, _ mechanism: inout CK_MECHANISM, pin: Passphrase?,
        wantsPIN: Bool
    ) throws(KeyProblem) -> [UInt8] {
        try Self.check(module.pointee.C_SignInit(session, &mechanism, key))
        if wantsPIN { try logIn(pin, as: CKU_CONTEXT_SPECIFIC) }
        var data = data
        // Of RSA with 16384 bits.
        var signature = [UInt8](repeating: 0, count: 2048)
        var count = CK_ULONG(signature.count)
        try Self.check(module.pointee.C_Sign(session, &data, CK_ULONG(data.count), &signature, &count))
        return Array(signature.prefix(Int(count)))
    }

    private static func check(_ status: CK_RV) throws(KeyProblem) {
        switch status {
        case CK_RV(CKR_OK): return
        case CK_RV(CKR_PIN_INCORRECT), CK_RV(CKR_PIN_INVALID), CK_RV(CKR_PIN_LEN_RANGE):
            throw .passphraseWrong
        case CK_RV(CKR_PIN_LOCKED): throw .pinLocked
        default: throw .device(P11Kit.reason(status))
        }
    }
}
