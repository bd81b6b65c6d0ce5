"""Signs a file in many ways with pyHanko, by the authorities of pki-server.py.

    sign-samples.py ADDRESS PKI-FOLDER INPUT OUTPUT-FOLDER [NAME …]

INPUT has the empty signature fields Body and Counter. Writes NAME.pdf for every sample below, or for those named.
"""

import asyncio
import pathlib
import sys
import urllib.request

from asn1crypto import crl
from pyhanko.keys import load_cert_from_pemder, load_certs_from_pemder
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, PdfTimeStamper, SimpleSigner
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.timestamps import HTTPTimeStamper
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator import ValidationContext

ADDRESS, PKI = sys.argv[1], pathlib.Path(sys.argv[2])
CADES = SigSeedSubFilter.PADES
ROOT = load_cert_from_pemder(str(PKI / "root.cert.pem"))


def signer(name, pss=False):
    return SimpleSigner.load(
        str(PKI / f"{name}.key.pem"), str(PKI / f"{name}.cert.pem"), ca_chain_files=[str(PKI / "chain.pem")], prefer_pss=pss
    )


def stamper(name="tsa"):
    return HTTPTimeStamper(f"{ADDRESS}/pki/tsa/{name}")


def trust():
    return ValidationContext(trust_roots=[ROOT], allow_fetching=True, other_certs=list(load_certs_from_pemder([str(PKI / "chain.pem")])))


async def sign(source, target, name="signer", field="Body", tsa=None, pss=False, new_field=None, **options):
    with open(source, "rb") as file:
        writer = IncrementalPdfFileWriter(file)
        options.setdefault("subfilter", CADES)
        metadata = PdfSignatureMetadata(field_name=field, md_algorithm=options.pop("md_algorithm", "sha256"), **options)
        pdf_signer = PdfSigner(metadata, signer(name, pss), timestamper=stamper(tsa) if tsa else None, new_field_spec=new_field)
        with open(target, "wb") as out:
            await pdf_signer.async_sign_pdf(writer, output=out, existing_fields_only=new_field is None)


def long_term(**options):
    return {"tsa": "tsa", "embed_validation_info": True, "validation_context": trust(), **options}


async def certified(source, target):
    await sign(source, target, certify=True, docmdp_permissions=MDPPerm.FILL_FORMS, **long_term(use_pades_lta=True))


async def countersigned(source, target):
    first = target.with_suffix(".first")
    await certified(source, first)
    await sign(first, target, "countersigner", "Counter", **long_term())
    first.unlink()


async def locked(source, target):
    """Certified so that nothing but time stamps may follow."""
    await sign(source, target, certify=True, docmdp_permissions=MDPPerm.NO_CHANGES, **long_term(use_pades_lta=True))


async def visible_field(source, target):
    first = target.with_suffix(".first")
    await sign(source, first)
    await sign(first, target, "countersigner", "Late", new_field=SigFieldSpec("Late", box=(10, 10, 200, 60)))
    first.unlink()


async def invisible_field(source, target):
    first = target.with_suffix(".first")
    await sign(source, first)
    await sign(first, target, "countersigner", "Late", new_field=SigFieldSpec("Late"))
    first.unlink()


async def revoked_proven(source, target):
    """By a certificate that had been revoked, with the list that says so."""
    first = target.with_suffix(".first")
    await sign(source, first, "revoked", tsa="tsa")
    await add_lists(first, target)
    first.unlink()


async def revoked_stamped(source, target):
    """The same, with a document time stamp by a stranger over it."""
    first, second = target.with_suffix(".first"), target.with_suffix(".second")
    await sign(source, first, "revoked")
    await add_lists(first, second)
    with open(second, "rb") as file, open(target, "wb") as out:
        writer = IncrementalPdfFileWriter(file)
        await PdfTimeStamper(stamper("stranger")).async_timestamp_pdf(writer, "sha256", output=out)
    first.unlink()
    second.unlink()


async def add_lists(source, target):
    lists = [
        crl.CertificateList.load(urllib.request.urlopen(f"{ADDRESS}/pki/crls/{name}/latest.crl").read())
        for name in ["root", "agencies"]
    ]
    certificates = list(load_certs_from_pemder([str(PKI / "chain.pem"), str(PKI / "root.cert.pem")]))
    with open(source, "rb") as file:
        writer = IncrementalPdfFileWriter(file)
        DocumentSecurityStore.supply_dss_in_writer(writer, sig_contents=None, certs=certificates, ocsps=[], crls=lists)
        with open(target, "wb") as out:
            writer.write(out)


async def renewed(source, target):
    """Archived, and stamped once more."""
    first = target.with_suffix(".first")
    await sign(source, first, **long_term(use_pades_lta=True))
    with open(first, "rb") as file, open(target, "wb") as out:
        await PdfTimeStamper(stamper()).async_update_archival_timestamp_chain(
            PdfFileReader(file), trust(), in_place=False, output=out
        )
    first.unlink()


def simple(*arguments, **options):
    async def make(source, target):
        resolved = {key: value() if callable(value) else value for key, value in options.items()}
        await sign(source, target, *arguments, **resolved)

    return make


async def at_level(source, target, **options):
    await sign(source, target, **long_term(**options))


SAMPLES = {
    "basic": simple(),
    "pss": simple(pss=True),
    "p256": simple("signer-ec", md_algorithm="sha384"),
    "p384": simple("countersigner", md_algorithm="sha512"),
    "adobe": simple(subfilter=SigSeedSubFilter.ADOBE_PKCS7_DETACHED),
    "stamped": simple(tsa="tsa"),
    "long-term": lambda source, target: at_level(source, target),
    "archival": lambda source, target: at_level(source, target, use_pades_lta=True),
    "renewed": renewed,
    "certified": certified,
    "countersigned": countersigned,
    "locked": locked,
    "visible-field": visible_field,
    "invisible-field": invisible_field,
    "expired-authority": simple(tsa="expired"),
    "expired": simple("expired"),
    "encipherment": simple("encipherment"),
    "stranger": simple("stranger"),
    "stranger-authority": simple(tsa="stranger"),
    "revoked-stamped": revoked_stamped,
    "revoked": revoked_proven,
    "sha1": simple(md_algorithm="sha1"),
    "md5": simple(md_algorithm="md5"),
}


async def main():
    source, folder = pathlib.Path(sys.argv[3]), pathlib.Path(sys.argv[4])
    for name in sys.argv[5:] or SAMPLES:
        await SAMPLES[name](source, folder / f"{name}.pdf")


asyncio.run(main())
