#ifndef YINFA_CCRYPTO_SHIM_H
#define YINFA_CCRYPTO_SHIM_H

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/ocsp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/sha.h>
#include <openssl/ts.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

// What OpenSSL has as macros, which Swift does not see.

static inline long yinfa_bio_contents(BIO *_Nonnull bio, char *_Nullable *_Nonnull data) {
    return BIO_get_mem_data(bio, data);
}

static inline void yinfa_free_certificates(STACK_OF(X509) *_Nullable stack) { sk_X509_pop_free(stack, X509_free); }

// Names as RFC 2253 writes them, but with Chinese as it is.
static const unsigned long yinfa_name_flags = XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB;

#endif
