import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.DefaultCMSSignatureAlgorithmNameGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Checks the last signature of a PDF file by BouncyCastle, and prints, in words parted by spaces: whether it holds, the
 * content’s type, the digest’s algorithm, the signature’s algorithm, and the signer.
 */
public class CheckSM2 {
    /** GM/T 0010 says that the signature is by SM2, and leaves it to the digest to say the rest. */
    private static class Names extends DefaultCMSSignatureAlgorithmNameGenerator {
        Names() {
            setSigningEncryptionAlgorithmMapping(new ASN1ObjectIdentifier("1.2.156.10197.1.301.1"), "SM2");
        }
    }

    public static void main(String[] arguments) throws Exception {
        Security.addProvider(new BouncyCastleProvider());
        byte[] file = Files.readAllBytes(Path.of(arguments[0]));
        String text = new String(file, StandardCharsets.ISO_8859_1);
        Matcher range = Pattern.compile("/ByteRange *\\[ *0 +(\\d+) +(\\d+) +(\\d+) *\\]").matcher(text);
        int end = 0, start = 0, count = 0;
        while (range.find()) {
            end = Integer.parseInt(range.group(1));
            start = Integer.parseInt(range.group(2));
            count = Integer.parseInt(range.group(3));
        }
        byte[] covered = Arrays.copyOf(file, end + count);
        System.arraycopy(file, start, covered, end, count);
        byte[] room = HexFormat.of().parseHex(text.substring(end + 1, start - 1));
        // The message ends where it says; behind it is room.
        byte[] message = new ASN1InputStream(room).readObject().getEncoded();
        CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(covered), message);
        SignerInformation signer = signed.getSignerInfos().getSigners().iterator().next();
        X509CertificateHolder certificate =
            (X509CertificateHolder) signed.getCertificates().getMatches(signer.getSID()).iterator().next();
        JcaDigestCalculatorProviderBuilder digests = new JcaDigestCalculatorProviderBuilder().setProvider("BC");
        boolean holds = signer.verify(
            new JcaSignerInfoVerifierBuilder(digests.build())
                .setSignatureAlgorithmNameGenerator(new Names()).setProvider("BC").build(certificate));
        System.out.println(String.join(
            " ", String.valueOf(holds), signer.getContentType().getId(), signer.getDigestAlgOID(),
            signer.getEncryptionAlgOID(), certificate.getSubject().toString()));
    }
}
