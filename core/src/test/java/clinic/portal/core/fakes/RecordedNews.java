package clinic.portal.core.fakes;

import clinic.portal.core.booking.AppointmentNews;
import clinic.portal.core.shared.AppointmentId;
import clinic.portal.core.shared.ClinicId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Only notes what clients are to be told. */
public final class RecordedNews implements AppointmentNews {
    public record Word(ClinicId clinic, AppointmentId appointment, Change change, int version) {}

    private final List<Word> words = new CopyOnWriteArrayList<>();

    @Override
    public void tell(ClinicId clinic, AppointmentId appointment, Change change, int version) {
        words.add(new Word(clinic, appointment, change, version));
    }

    public List<Word> words() {
        return List.copyOf(words);
    }
}
