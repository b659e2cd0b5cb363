package clinic.portal.notify.booking;

import clinic.portal.core.booking.CalendarEntry;
import clinic.portal.core.booking.CalendarFiles;
import clinic.portal.notify.shared.OneLine;
import java.util.List;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Calendar files by ical4j. All times are in UTC: every calendar shows them in its owner's zone, and ical4j's time
 * zones, which it would look for on the network, are never touched.
 */
public final class Ical4jCalendars implements CalendarFiles {
    private static final String MAKER = "-//Client Portal//Client Portal//EN";
    private static final Pattern LINE_END = Pattern.compile("\\R");

    @Override
    public String write(String name, List<CalendarEntry> entries) {
        var calendar = new Calendar();
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(new ProdId(MAKER));
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(ImmutableMethod.PUBLISH);
        calendar.add(new XProperty("X-WR-CALNAME", OneLine.of(name)));
        entries.forEach(entry -> calendar.add(event(entry)));
        // Not by its outputter, which logs every character by itself, and asks for an organizer to whom people answer.
        return FoldedLines.of(calendar.toString());
    }

    private static VEvent event(CalendarEntry entry) {
        // Without the stamp that ical4j would take from the machine's clock.
        var event = new VEvent(false);
        event.add(new Uid(entry.id().value() + "@client-portal"));
        event.add(new DtStamp(entry.stamp()));
        event.add(new DtStart<>(entry.startsAt()));
        event.add(new DtEnd<>(entry.endsAt()));
        event.add(new Sequence(entry.sequence()));
        event.add(entry.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        event.add(new Summary(OneLine.of(entry.title())));
        String place = OneLine.of(entry.place());
        if (!place.isEmpty()) {
            event.add(new Location(place));
        }
        String description = lines(entry.description());
        if (!description.isEmpty()) {
            event.add(new Description(description));
        }
        return event;
    }

    /** Line ends stay, other control characters go. */
    private static String lines(String text) {
        return String.join("\n", LINE_END.splitAsStream(text).map(OneLine::of).toList())
                .strip();
    }
}
