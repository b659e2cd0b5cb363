package clinic.portal.notify.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {
    @Test
    void theFirstWishedLanguageThereAreWordsForIsSpoken() {
        assertThat(Words.of("login", List.of(Locale.of("es", "MX"), Locale.UK)).say("button"))
                .isEqualTo("Acceder");
        assertThat(Words.of("login", List.of(Locale.of("tlh"), Locale.of("es"))).say("button"))
                .isEqualTo("Acceder");
        assertThat(Words.of("login", List.of(Locale.of("tlh"), Locale.ROOT)).say("button"))
                .isEqualTo("Sign in");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageSaysTheSameThings(Path file) throws Exception {
        var english = load(file.resolveSibling(topic(file) + "_en.properties"));
        var other = load(file);

        assertThat(other.keySet()).isEqualTo(english.keySet());
        other.forEach(
                (key, pattern) -> assertThat(places(pattern)).as(key.toString()).isEqualTo(places(english.get(key))));
    }

    /** A letter's head and its body are looked for one by one; half a letter must not fall back on English. */
    @Test
    void everyTopicIsSpokenOfInTheSameLanguages() throws Exception {
        Map<String, Set<String>> languages = languages()
                .collect(Collectors.groupingBy(
                        WordsTest::topic, Collectors.mapping(WordsTest::language, Collectors.toSet())));

        assertThat(languages.keySet()).containsExactlyInAnyOrder("letter", "login", "notices");
        assertThat(languages.values()).containsOnly(Set.of("en", "es"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noLanguageUsesTheQuotingMarkOfPatterns(Path file) throws Exception {
        assertThat(load(file).values()).noneMatch(pattern -> pattern.toString().contains("'"));
    }

    private static String topic(Path file) {
        return file.getFileName().toString().split("_")[0];
    }

    private static String language(Path file) {
        return file.getFileName().toString().split("[_.]")[1];
    }

    private static List<String> places(Object pattern) {
        return Stream.of("{0}", "{1}", "{2}")
                .filter(place -> pattern.toString().contains(place))
                .toList();
    }

    private static Properties load(Path file) throws IOException {
        var words = new Properties();
        try (var reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }

    static Stream<Path> languages() throws IOException, URISyntaxException {
        var folder = Path.of(WordsTest.class
                        .getResource("/words/login_en.properties")
                        .toURI())
                .getParent();
        try (var files = Files.list(folder)) {
            return files.toList().stream();
        }
    }
}
