package clinic.portal.rest.client;

import clinic.portal.core.client.ClientDraft;
import clinic.portal.core.client.ClientFile;
import clinic.portal.core.client.Happening;
import clinic.portal.core.client.Note;
import clinic.portal.rest.api.model.ClientInput;
import clinic.portal.rest.api.model.ClientNote;
import clinic.portal.rest.api.model.NoteAuthor;
import clinic.portal.rest.api.model.NoteAuthorKind;
import clinic.portal.rest.api.model.StaffClient;
import clinic.portal.rest.api.model.TimelineAppointment;
import clinic.portal.rest.api.model.TimelineItem;
import clinic.portal.rest.api.model.TimelineKind;
import clinic.portal.rest.shared.Monies;
import clinic.portal.rest.shared.Zoned;

/** Clients as the contract writes them. */
final class ClientDtos {
    private ClientDtos() {}

    static ClientDraft read(ClientInput body) {
        return new ClientDraft(
                body.name(),
                body.email(),
                body.phone(),
                body.locale(),
                Boolean.TRUE.equals(body.emailOptOut()),
                Boolean.TRUE.equals(body.smsOptOut()));
    }

    static StaffClient toDto(ClientFile client) {
        var details = client.details();
        var email = details.email();
        var phone = details.phone();
        var locale = details.locale();
        return new StaffClient(
                client.id().value(),
                details.name(),
                email == null ? null : email.value(),
                phone == null ? null : phone.value(),
                locale == null ? null : locale.toLanguageTag(),
                details.noEmail(),
                details.noSms(),
                email == null ? null : client.proven().email(),
                phone == null ? null : client.proven().phone(),
                Zoned.toDto(client.createdAt(), client.zone()),
                client.version());
    }

    static ClientNote toDto(Note note) {
        var author = note.author();
        return new ClientNote(
                note.id().value(),
                note.text(),
                new NoteAuthor(
                        switch (author.kind()) {
                            case STAFF -> NoteAuthorKind.STAFF;
                            case KEY -> NoteAuthorKind.KEY;
                        },
                        author.id(),
                        author.name()),
                Zoned.toDto(note.writtenAt(), note.zone()));
    }

    static TimelineItem toDto(Happening item) {
        var about = item.appointment();
        var amount = item.amount();
        return new TimelineItem(
                item.id(),
                Zoned.toDto(item.at(), item.zone()),
                toDto(item.kind()),
                item.change(),
                about == null
                        ? null
                        : new TimelineAppointment(
                                about.id(), Zoned.toDto(about.startsAt(), item.zone()), about.treatment()),
                item.channel(),
                item.outcome(),
                item.text(),
                amount == null ? null : Monies.toDto(amount));
    }

    private static TimelineKind toDto(Happening.Kind kind) {
        return switch (kind) {
            case APPOINTMENT -> TimelineKind.APPOINTMENT;
            case NOTICE -> TimelineKind.NOTICE;
            case NOTE -> TimelineKind.NOTE;
            case CHARGE -> TimelineKind.CHARGE;
            case PAYMENT -> TimelineKind.PAYMENT;
            case REFUND -> TimelineKind.REFUND;
            case LOGIN -> TimelineKind.LOGIN;
            case LINK -> TimelineKind.LINK;
        };
    }
}
