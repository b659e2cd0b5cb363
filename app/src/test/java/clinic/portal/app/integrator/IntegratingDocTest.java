package clinic.portal.app.integrator;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.app.integrator.IntegratingDoc.Block;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What docs/integrating.md shows is what is compiled and run, so that it cannot grow old. */
class IntegratingDocTest {
    private static final String JAVA = "app/src/test/java/clinic/portal/app/integrator/PhoneBooking.java";
    private static final String TYPESCRIPT = "contract/typescript/book.ts";
    private static final Set<String> COPIED = Set.of("java", "typescript");

    @TestFactory
    Stream<DynamicTest> aBlockIsWordForWordWhatItsSourceHas() {
        return IntegratingDoc.blocks().stream()
                .filter(block -> COPIED.contains(block.language()))
                .map(block -> DynamicTest.dynamicTest(
                        block.source(), () -> assertThat(block.text()).isEqualTo(source(block))));
    }

    @Test
    void everyRegionIsShownAndEveryBlockTested() {
        var shown = IntegratingDoc.blocks().stream()
                .filter(block -> COPIED.contains(block.language()))
                .map(Block::source)
                .toList();
        var rest = IntegratingDoc.blocks().stream()
                .filter(block -> !COPIED.contains(block.language()))
                .map(block -> block.language() + " " + block.source())
                .collect(Collectors.toSet());

        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(Stream.of(JAVA, TYPESCRIPT)
                        .flatMap(file -> regions(file).keySet().stream().map(region -> "from " + file + " " + region))
                        .toList());
        // A transcript and the problem are tested by IntegratorTest, the generator's commands below.
        assertThat(rest).containsExactlyInAnyOrder("sh transcript", "sh generator", "json ");
    }

    @Test
    void theGeneratorIsToldWhatOurOwnBuildTellsIt() throws Exception {
        var ours = executions("../app/pom.xml");
        var commands = IntegratingDoc.blocks().stream()
                .filter(block -> block.source().equals("generator"))
                .flatMap(block -> Stream.of(block.text().replace("\\\n", " ").split("\n")))
                .map(IntegratingDocTest::options)
                .toList();

        assertThat(commands).containsExactlyElementsOf(ours);
        assertThat(IntegratingDoc.read("docs/integrating.md"))
                .contains("OpenAPI Generator " + property("../pom.xml", "openapi-generator.version"));
    }

    @Test
    void theCodesItExplainsAreTheContracts() {
        String contract = IntegratingDoc.read("openapi.yaml");
        var codes = Pattern.compile("^\\| [0-9]{3} \\| (.*?) \\|", Pattern.MULTILINE)
                .matcher(IntegratingDoc.read("docs/integrating.md"))
                .results()
                .flatMap(row -> Stream.of(row.group(1).replace("`", "").split(", ", -1)))
                .toList();

        assertThat(codes).isNotEmpty();
        assertThat(codes)
                .filteredOn(code -> !contract.contains("code: " + code + "\n"))
                .isEmpty();
    }

    private static String source(Block block) {
        String[] from = block.source().split(" ");
        assertThat(from).as(block.text()).hasSize(3).startsWith("from");
        return regions(from[1]).get(from[2]);
    }

    /** What stands between "doc: name" and "end", moved to the left margin. */
    private static Map<String, String> regions(String file) {
        var regions = new LinkedHashMap<String, String>();
        Pattern.compile("^ *// doc: ([a-z]+)\n(.*?)^ *// end$", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(IntegratingDoc.read(file))
                .results()
                .forEach(region -> regions.put(
                        region.group(1), region.group(2).stripTrailing().stripIndent() + "\n"));
        return regions;
    }

    /** What a command line of the generator says, by name. */
    private static Map<String, String> options(String command) {
        var words = List.of(command.trim().split("\\s+"));
        assertThat(words).startsWith("openapi-generator-cli", "generate");
        var options = new TreeMap<String, String>();
        for (int i = 2; i < words.size(); i += 2) {
            options.put(words.get(i), words.get(i + 1));
        }
        options.keySet().removeAll(Set.of("-i", "-o"));
        for (String property :
                options.getOrDefault("--additional-properties", "").split(",", -1)) {
            if (!property.isEmpty()) {
                options.put(property.split("=", 2)[0], property.split("=", 2)[1]);
            }
        }
        options.remove("--additional-properties");
        return options;
    }

    /** The same of our build's executions of the generator. */
    private static List<Map<String, String>> executions(String pom) throws Exception {
        var names = Map.of(
                "generatorName", "-g",
                "library", "--library",
                "invokerPackage", "--invoker-package",
                "apiPackage", "--api-package",
                "modelPackage", "--model-package");
        return elements(parse(pom).getElementsByTagName("execution"))
                .filter(execution -> !elements(execution.getElementsByTagName("generatorName"))
                        .toList()
                        .isEmpty())
                .map(execution -> {
                    var options = new TreeMap<String, String>();
                    names.forEach((tag, option) -> elements(execution.getElementsByTagName(tag))
                            .forEach(found -> options.put(option, found.getTextContent())));
                    elements(execution.getElementsByTagName("configOptions"))
                            .flatMap(found -> elements(found.getChildNodes()))
                            .filter(found -> !found.getTagName().equals("hideGenerationTimestamp"))
                            .forEach(found -> options.put(found.getTagName(), found.getTextContent()));
                    return (Map<String, String>) options;
                })
                .toList();
    }

    private static String property(String pom, String name) throws Exception {
        return parse(pom).getElementsByTagName(name).item(0).getTextContent();
    }

    private static Element parse(String file) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new File(file))
                .getDocumentElement();
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast);
    }
}
