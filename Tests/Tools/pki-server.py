"""The authorities of PKI/pki.yaml on this machine, by certomancer: certificates, OCSP, CRLs and RFC 3161 time stamps.

Makes the keys and certificates new in a folder of its own: NAME.key.pem, NAME.cert.pem, NAME.p12 (passphrase "secret")
for every certificate of the file, and sm2-root and sm2-signer (GB/T 32918; made by openssl, no OCSP and no CRL);
chain.pem has the authority between root and signers. Then writes its port and the folder on the first line of standard
output, serves, and ends with its standard input, when the folder goes, too:

    http://127.0.0.1:PORT/pki/tsa/tsa      time stamps; /pki/tsa/expired: by a certificate that has expired,
                                           /pki/tsa/stranger: by an authority that nobody has heard of
    http://127.0.0.1:PORT/WAY/pki/tsa/tsa  time stamps that are not as they should be: WAY is nonce, imprint (a token
                                           for another request), rejection, garbage, error (HTTP 500), slow (never)
    …/pki/ocsp/agencies, …/pki/crls/agencies/latest.crl, …/pki/crls/root/latest.crl; after /slow, /error, /garbage, too
"""

import pathlib
import subprocess
import sys
import tempfile
import threading

import yaml
from asn1crypto import core, pem, tsp
from certomancer.integrations.animator import Animator, AnimatorArchStore
from certomancer.registry import CertLabel, CertomancerConfig
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.wrappers import Request, Response

RSA = {"root", "tsa", "signer"}
CURVES = {"countersigner": ec.SECP384R1()}
PASSPHRASE = "secret"
# A TimeStampResp whose status is 2.
REJECTION = bytes.fromhex("30053003020102")


def make_key(folder, name):
    if name in RSA:
        key = rsa.generate_private_key(65537, 2048)
    else:
        key = ec.generate_private_key(CURVES.get(name, ec.SECP256R1()))
    pem_bytes = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / f"{name}.key.pem").write_bytes(pem_bytes)


def make_authorities(folder, prefix):
    settings = yaml.safe_load((pathlib.Path(__file__).parent / "PKI/pki.yaml").read_text(encoding="utf-8"))
    names = list(settings["pki-architectures"]["pki"]["certs"])
    for name in names:
        make_key(folder, name)
    settings["keysets"]["keys"]["keys"] = {name: {"path": f"{name}.key.pem"} for name in names}
    settings["external-url-prefix"] = prefix
    architectures = CertomancerConfig(settings, key_search_dir=str(folder)).pki_archs
    pki = next(iter(architectures.values()))
    for name in names:
        certificate = pem.armor("CERTIFICATE", pki.get_cert(CertLabel(name)).dump())
        (folder / f"{name}.cert.pem").write_bytes(certificate)
        (folder / f"{name}.p12").write_bytes(pki.package_pkcs12(CertLabel(name), password=PASSPHRASE.encode()))
    (folder / "chain.pem").write_bytes((folder / "agencies.cert.pem").read_bytes())
    return architectures


def make_sm2(folder):
    def openssl(*arguments):
        subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)

    identity = "distid:1234567812345678"
    (folder / "sm2.cnf").write_text(
        "[req]\ndistinguished_name=name\n[name]\n"
        "[root]\nbasicConstraints=critical,CA:true\nkeyUsage=critical,keyCertSign,cRLSign\n"
        "[signer]\nkeyUsage=critical,digitalSignature,nonRepudiation\n"
    )
    for name in ["sm2-root", "sm2-signer"]:
        openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:SM2", "-out", f"{name}.key.pem")
    sign = ["-sm3", "-sigopt", identity, "-days", "7300"]
    openssl("req", "-x509", "-config", "sm2.cnf", "-extensions", "root", "-utf8", "-subj", "/C=CN/O=样章市/CN=测试国密根 CA",
            "-key", "sm2-root.key.pem", "-out", "sm2-root.cert.pem", *sign)
    openssl("req", "-new", "-config", "sm2.cnf", "-utf8", "-subj", "/C=CN/O=样章市/CN=柴胡店镇人民政府 SM2",
            "-key", "sm2-signer.key.pem", "-out", "sm2-signer.csr", *sign[:3])
    openssl("x509", "-req", "-in", "sm2-signer.csr", "-vfyopt", identity, "-CA", "sm2-root.cert.pem", "-CAkey",
            "sm2-root.key.pem", "-CAcreateserial", "-extfile", "sm2.cnf", "-extensions", "signer", "-out",
            "sm2-signer.cert.pem", *sign)
    openssl("pkcs12", "-export", "-inkey", "sm2-signer.key.pem", "-in", "sm2-signer.cert.pem", "-passout",
            f"pass:{PASSPHRASE}", "-out", "sm2-signer.p12")


class Misbehaving:
    """Answers as the first part of the path says; else as the authorities do."""

    def __init__(self, authorities):
        self.authorities = authorities
        self.answers = {
            "nonce": self.another_request,
            "imprint": self.another_request,
            "rejection": lambda way, environ: Response(REJECTION, mimetype="application/timestamp-reply"),
            "garbage": lambda way, environ: Response(b"garbage", mimetype="application/timestamp-reply"),
            "error": lambda way, environ: Response("out of order", status=500),
            "slow": lambda way, environ: threading.Event().wait(),
        }

    def __call__(self, environ, start_response):
        way, _, rest = environ["PATH_INFO"][1:].partition("/")
        if way not in self.answers:
            return self.authorities(environ, start_response)
        environ["PATH_INFO"] = "/" + rest
        return self.answers[way](way, environ)(environ, start_response)

    def another_request(self, way, environ):
        request = tsp.TimeStampReq.load(Request(environ).get_data())
        if way == "nonce":
            request["nonce"] = core.Integer((request["nonce"].native or 0) + 1)
        else:
            digest = request["message_imprint"]["hashed_message"].native
            request["message_imprint"]["hashed_message"] = digest[::-1]
        return self.authorities.dispatch(
            Request.from_values("/pki/tsa/tsa", method="POST", data=request.dump(force=True))
        )


class Quiet(WSGIRequestHandler):
    def log(self, *arguments):
        pass


def serve(folder):
    server = make_server("127.0.0.1", 0, None, threaded=True, request_handler=Quiet)
    server.daemon_threads = True
    architectures = make_authorities(folder, f"http://127.0.0.1:{server.server_port}")
    make_sm2(folder)
    server.app = Misbehaving(Animator(AnimatorArchStore(architectures), with_web_ui=False))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_port, folder, flush=True)
    sys.stdin.read()


with tempfile.TemporaryDirectory(prefix="yinfa-pki-") as folder:
    serve(pathlib.Path(folder))
