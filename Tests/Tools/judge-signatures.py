"""What pyHanko says of the signatures of a PDF file, in JSON, one object for each.

    judge-signatures.py FILE.pdf ROOT.pem LEVEL

LEVEL is what is asked: b, that the signature holds now; t, and that its time stamp does; lt, and that no certificate is
revoked, by what lies in the file alone; lta, the same by the time stamps of the document; a number, in so many years, if
those are renewed until then, by what lies in the file.
"""

import asyncio
import json
import logging
import sys
from datetime import datetime, timedelta, timezone

from pyhanko.keys import load_certs_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY
from pyhanko.sign.validation import ades, async_validate_pdf_signature, policy_decl
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator import policy_decl as certificates
from pyhanko_certvalidator.context import CertValidationPolicySpec, ValidationContext
from pyhanko_certvalidator.registry import SimpleTrustManager

logging.disable(logging.CRITICAL)
file, root, level = sys.argv[1:]
roots = list(load_certs_from_pemder([root]))


# That no certificate is revoked must be shown by what lies in the file.
specification = policy_decl.PdfSignatureValidationSpec(
    signature_validation_spec=policy_decl.SignatureValidationSpec(
        cert_validation_policy=CertValidationPolicySpec(
            trust_manager=SimpleTrustManager.build(trust_roots=roots),
            revinfo_policy=certificates.CertRevTrustPolicy(
                certificates.REQUIRE_REVINFO,
                freshness=None,
                freshness_req_type=certificates.FreshnessReqType.MAX_DIFF_REVOCATION_VALIDATION,
            ),
        ),
        revinfo_gathering_policy=policy_decl.RevocationInfoGatheringSpec(
            online_fetching_rule=policy_decl.RevinfoOnlineFetchingRule.LOCAL_ONLY
        ),
    ),
    diff_policy=DEFAULT_DIFF_POLICY,
)


def context(signature):
    """For checking by roots and, from level lt on, by the document’s store."""
    if level == "lt":
        return DocumentSecurityStore.read_dss(signature.reader).as_validation_context(
            {"trust_roots": roots, "allow_fetching": False, "revocation_mode": "require"}
        )
    return ValidationContext(trust_roots=roots, allow_fetching=False, revocation_mode="soft-fail")


async def status(signature):
    """The verdict in a word, and pyHanko's status."""
    if level in ("b", "t", "lt"):
        checking = context(signature)
        result = await async_validate_pdf_signature(signature, checking, checking)
        return "OK" if result.bottom_line else str(result.trust_problem_indic), result
    if level == "lta":
        result = await ades.ades_lta_validation(signature, specification)
    else:
        future = datetime.now(tz=timezone.utc) + timedelta(days=365 * int(level))
        result = await ades.simulate_future_ades_lta_validation(signature, specification, future)
    return result.ades_subindic.name, result.api_status


def judge(signature):
    verdict, found = asyncio.run(status(signature))
    return {
        "field": signature.field_name,
        "verdict": verdict,
        "holds": bool(found and found.bottom_line),
        "mechanism": found.pkcs7_signature_mechanism,
        "coverage": found.coverage.name,
        "certifies": signature.docmdp_level.name if signature.docmdp_level else None,
        "changesAllowed": bool(found.docmdp_ok),
        "isStamped": found.timestamp_validity is not None,
        "signedAttributes": sorted(a["type"].native for a in signature.signer_info["signed_attrs"]),
        "subFilter": str(signature.sig_object["/SubFilter"]),
    }


with open(file, "rb") as handle:
    reader = PdfFileReader(handle)
    signatures = [judge(signature) for signature in reader.embedded_regular_signatures]
    print(json.dumps({"signatures": signatures, "documentTimeStamps": len(reader.embedded_timestamp_signatures)}))
