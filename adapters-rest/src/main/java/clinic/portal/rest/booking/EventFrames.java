package clinic.portal.rest.booking;

import clinic.portal.core.booking.LiveDiary;
import clinic.portal.core.booking.LiveDiary.Told;
import clinic.portal.core.calendar.LiveFeed;
import clinic.portal.core.calendar.LiveFeed.Batch;
import clinic.portal.core.calendar.LiveFeed.Item;
import clinic.portal.core.calendar.Position;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.rest.api.model.CalendarChange;
import clinic.portal.rest.api.model.CalendarEvent;
import clinic.portal.rest.shared.Zoned;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;

/** What happens in a diary in the form of server-sent events, made once for all who read them. */
@Singleton
public class EventFrames implements LiveFeed.Source<Buffer> {
    /** Beginning with a colon, it is a comment. */
    static final Buffer BEAT = Buffer.buffer(":\n\n");

    private final LiveDiary diary;
    private final ObjectMapper json;

    EventFrames(LiveDiary diary, ObjectMapper json) {
        this.diary = diary;
        this.json = json;
    }

    @Override
    public Batch<Buffer> after(ClinicId clinic, Position from, int most) {
        var news = diary.after(clinic, from, most);
        return new Batch<>(news.told().stream().map(this::item).toList(), news.horizon(), news.more());
    }

    /** Also says how soon to connect again. */
    static Buffer ready(Position position) {
        return Buffer.buffer("retry: 1000\n").appendBuffer(frame("ready", position, "{}"));
    }

    static Buffer reset(Position position) {
        return Buffer.buffer("retry: 1000\n").appendBuffer(frame("reset", position, "{}"));
    }

    private Item<Buffer> item(Told told) {
        var event = told.event();
        var entry = told.appointment();
        var dto = new CalendarEvent(
                switch (event.change()) {
                    case BOOKED -> CalendarChange.BOOKED;
                    case MOVED -> CalendarChange.MOVED;
                    case ARRIVED -> CalendarChange.ARRIVED;
                    case COMPLETED -> CalendarChange.COMPLETED;
                    case CANCELLED -> CalendarChange.CANCELLED;
                    case NO_SHOW -> CalendarChange.NO_SHOW;
                    case REOPENED -> CalendarChange.REOPENED;
                    case CHANGED -> CalendarChange.CHANGED;
                },
                Zoned.toDto(event.at(), entry.zone()),
                StaffAppointments.toDto(entry));
        try {
            return new Item<>(event.position(), frame("appointment", event.position(), json.writeValueAsString(dto)));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Buffer frame(String name, Position position, String data) {
        return Buffer.buffer("event: " + name + "\nid: " + position.write() + "\ndata: " + data + "\n\n");
    }
}
