package clinic.portal.notify.shared;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of messages: one file for each language, {@code words/<topic>_<language>.properties}. Another language is
 * another file. Not a ResourceBundle, because that falls back on the server's own language.
 */
public final class Words {
    private static final Map<String, Optional<Properties>> FILES = new ConcurrentHashMap<>();

    private final Properties words;
    private final Locale locale;

    private Words(Properties words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    /** In the first of these languages that there is a file for; else in English. */
    public static Words of(String topic, List<Locale> wished) {
        return wished.stream()
                .flatMap(locale -> in(topic, locale).stream())
                .findFirst()
                .or(() -> in(topic, Locale.ENGLISH))
                .orElseThrow(() -> new IllegalArgumentException("No words for " + topic));
    }

    private static Optional<Words> in(String topic, Locale locale) {
        String name = "/words/%s_%s.properties".formatted(topic, locale.getLanguage());
        return FILES.computeIfAbsent(name, Words::load).map(words -> new Words(words, locale));
    }

    public Locale locale() {
        return locale;
    }

    /** @param facts take the places {0}, {1}… */
    public String say(String key, Object... facts) {
        String pattern = words.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("No words for " + key);
        }
        return new MessageFormat(pattern, locale).format(facts);
    }

    private static Optional<Properties> load(String name) {
        try (var stream = Words.class.getResourceAsStream(name)) {
            if (stream == null) {
                return Optional.empty();
            }
            var words = new Properties();
            try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
                words.load(reader);
            }
            return Optional.of(words);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
