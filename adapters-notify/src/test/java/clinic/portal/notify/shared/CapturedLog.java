package clinic.portal.notify.shared;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;

/**
 * All that anybody logs, libraries too, between its opening and its closing: everything at DEBUG, as on an operator's
 * worst day, but for the categories that this module's own configuration holds back.
 */
public final class CapturedLog extends Handler implements AutoCloseable {
    private static final Pattern PIN = Pattern.compile("quarkus\\.log\\.category\\.\"(.+)\"\\.level");
    /** The far ends of the tests see everything, as far ends do; what they log is not ours. */
    private static final Pattern FAR_END = Pattern.compile("(com\\.icegreen|com\\.github\\.tomakehurst|wiremock)\\..*");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    /** Loggers nobody holds forget their levels. */
    private final List<Logger> pinned = new ArrayList<>();

    public CapturedLog() {
        pins().forEach((name, level) -> {
            var category = PIN.matcher(name.toString());
            if (category.matches()) {
                var logger = Logger.getLogger(category.group(1));
                logger.setLevel(Level.parse(level.toString()));
                pinned.add(logger);
            }
        });
        root.setLevel(Level.ALL);
        root.addHandler(this);
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord logged) {
        if (FAR_END.matcher(String.valueOf(logged.getLoggerName())).matches()) {
            return;
        }
        var text = new StringWriter();
        text.append(logged.getLoggerName()).append(' ');
        text.append(ExtLogRecord.wrap(logged).getFormattedMessage());
        if (logged.getThrown() != null) {
            logged.getThrown().printStackTrace(new PrintWriter(text, true));
        }
        lines.add(text.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
        root.setLevel(before);
        pinned.forEach(logger -> logger.setLevel(null));
    }

    private static Properties pins() {
        var all = new Properties();
        try {
            for (URL file : Collections.list(
                    CapturedLog.class.getClassLoader().getResources("META-INF/microprofile-config.properties"))) {
                try (var stream = file.openStream()) {
                    all.load(stream);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
