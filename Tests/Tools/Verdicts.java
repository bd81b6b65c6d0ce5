import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Judges PDF files by the profiles of the veraPDF engine, all in one process, which takes longer to start than to judge.
 *
 * Arguments: the name of a profile (3a, 2a, ua1 …) and a file, as often as wanted. Prints a line for each pair:
 * profile, file, number of checks, and the clauses that were broken with how often and where first, tab-separated.
 */
public final class Verdicts {
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        for (int index = 0; index + 1 < arguments.length; index += 2) {
            System.out.println(verdict(arguments[index], Path.of(arguments[index + 1])));
        }
    }

    private static String verdict(String profile, Path file) throws Exception {
        var flavour = PDFAFlavour.byFlavourId(profile);
        if (flavour == PDFAFlavour.NO_FLAVOUR) throw new IllegalArgumentException("no profile " + profile);
        try (var bytes = Files.newInputStream(file);
                var parser = Foundries.defaultInstance().createParser(bytes, flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            var line = new StringBuilder(profile + "\t" + file + "\t" + result.getTotalAssertions());
            broken(result).forEach((clause, story) -> line.append('\t').append(clause).append(' ').append(story));
            if (!result.isCompliant() && broken(result).isEmpty()) line.append("\tnot compliant");
            return line.toString();
        }
    }

    private static Map<String, String> broken(ValidationResult result) {
        var stories = new TreeMap<String, String>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
            var clause = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
            var story = assertion.getMessage() + " @ " + assertion.getLocation().getContext();
            stories.putIfAbsent(clause, story.replaceAll("\\s+", " "));
        }
        return stories;
    }
}
