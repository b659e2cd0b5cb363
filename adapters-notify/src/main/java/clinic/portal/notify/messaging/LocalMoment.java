package clinic.portal.notify.messaging;

import clinic.portal.notify.shared.OneLine;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * A day and a time as people read them where the clinic is, with what tells the hour that a clock change repeats from
 * the one before it. Short names of zones are not used: for some languages the JDK says EST all summer.
 */
record LocalMoment(ZonedDateTime at, Locale locale) {
    static LocalMoment of(Instant at, ZoneId zone, Locale locale) {
        return new LocalMoment(at.atZone(zone), locale);
    }

    /** As in "Tuesday, 16 June 2026, 12:00 (British Summer Time, GMT+1)". */
    String full() {
        return "%s, %s (%s, %s)"
                .formatted(
                        write(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)),
                        time(),
                        write(DateTimeFormatter.ofPattern("zzzz", locale)),
                        offset());
    }

    /** As in "Tue, 16 Jun 2026, 12:00 (GMT+1)". */
    String brief() {
        return "%s, %s (%s)".formatted(write(DateTimeFormatter.ofLocalizedPattern("yMMMEd")), time(), offset());
    }

    private String time() {
        return write(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT));
    }

    private String offset() {
        return write(DateTimeFormatter.ofPattern("O", locale));
    }

    private String write(DateTimeFormatter format) {
        // Some locales put narrow and other unusual spaces in, which the alphabet of SMS lacks.
        return OneLine.of(format.withLocale(locale).format(at));
    }
}
