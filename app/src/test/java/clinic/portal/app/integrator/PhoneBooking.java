package clinic.portal.app.integrator;

import com.example.portal.ApiClient;
import com.example.portal.ApiException;
import com.example.portal.ApiResponse;
import com.example.portal.api.BookingApi;
import com.example.portal.api.CatalogueApi;
import com.example.portal.api.ClientsApi;
import com.example.portal.api.DiaryApi;
import com.example.portal.model.CalendarEvent;
import com.example.portal.model.ClientInput;
import com.example.portal.model.CreateAppointment;
import com.example.portal.model.Problem;
import com.example.portal.model.PublicTreatment;
import com.example.portal.model.PublicTreatmentPage;
import com.example.portal.model.Slot;
import com.example.portal.model.StaffAppointment;
import com.example.portal.model.StaffClient;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The program that docs/integrating.md writes, as a caller would write it with the generated client. What stands between
 * "doc:" and "end" stands there word for word ({@link IntegratingDocTest}).
 */
final class PhoneBooking {
    // doc: connect
    private final String portal;
    private final String key;
    private final CatalogueApi catalogue;
    private final BookingApi booking;
    private final ClientsApi clients;
    private final DiaryApi diary;

    PhoneBooking(String portal, String key) {
        this.portal = portal;
        this.key = key;

        ApiClient open = new ApiClient(); // for the public operations, which refuse a key
        open.updateBaseUri(portal);
        open.setReadTimeout(Duration.ofSeconds(10));
        catalogue = new CatalogueApi(open);
        booking = new BookingApi(open);

        ApiClient keyed = new ApiClient();
        keyed.updateBaseUri(portal);
        keyed.setReadTimeout(Duration.ofSeconds(10));
        keyed.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + key));
        clients = new ClientsApi(keyed);
        diary = new DiaryApi(keyed);
    }
    // end

    // doc: treatment
    Optional<PublicTreatment> treatment(String slug, String name) throws ApiException {
        String cursor = null;
        do {
            PublicTreatmentPage page = catalogue.listTreatments(slug, 100, cursor);
            for (PublicTreatment treatment : page.getItems()) {
                if (treatment.getName().equals(name)) {
                    return Optional.of(treatment);
                }
            }
            cursor = page.getNextCursor();
        } while (cursor != null);
        return Optional.empty();
    }
    // end

    // doc: free
    Optional<Slot> firstFree(String slug, UUID treatment, LocalDate from) throws ApiException {
        return booking.findAvailability(slug, treatment, from, from.plusDays(13), null, null, null).getDays().stream()
                .flatMap(day -> day.getSlots().stream())
                .findFirst();
    }
    // end

    // doc: client
    StaffClient client(String name, String email, String once) throws ApiException {
        for (StaffClient found : clients.listClients(email, 10, null).getItems()) {
            if (email.equalsIgnoreCase(found.getEmail())) {
                return found;
            }
        }
        try {
            return clients.createClient(new ClientInput().name(name).email(email), once);
        } catch (ApiException refused) {
            Optional<Problem> problem = problem(refused);
            if (problem.isPresent() && problem.get().getCode().equals("email_taken")) {
                return clients.getClient(problem.get().getClientId()); // added by somebody else meanwhile
            }
            throw refused;
        }
    }
    // end

    // doc: book
    StaffAppointment book(UUID client, UUID treatment, Slot slot, String once) throws ApiException {
        var wish = new CreateAppointment()
                .clientId(client)
                .treatmentId(treatment)
                .practitionerId(slot.getPractitionerIds().getFirst())
                .startsAt(slot.getStartsAt())
                .notes("Booked by phone.");
        return diary.createAppointment(wish, once);
    }
    // end

    // doc: read
    StaffAppointment read(UUID appointment) throws ApiException {
        return diary.getAppointment(appointment);
    }
    // end

    // doc: problem
    static Optional<Problem> problem(ApiException refused) {
        if (refused.getResponseBody() == null) {
            return Optional.empty(); // no answer came, or one without a body
        }
        try {
            return Optional.of(
                    ApiClient.createDefaultObjectMapper().readValue(refused.getResponseBody(), Problem.class));
        } catch (JsonProcessingException notOurs) {
            return Optional.empty(); // a proxy's page, say
        }
    }
    // end

    // doc: patiently
    interface Call<T> {
        T send() throws ApiException;
    }

    static <T> T patiently(Call<T> call) throws ApiException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return call.send();
            } catch (ApiException failed) {
                if (attempt == 5 || !mayBeSentAgain(failed)) {
                    throw failed;
                }
                Thread.sleep(pause(failed, attempt));
            }
        }
    }

    static boolean mayBeSentAgain(ApiException failed) {
        boolean noAnswer = failed.getCode() == 0;
        boolean stillAtWork = problem(failed)
                .filter(p -> p.getCode().equals("idempotency_in_flight"))
                .isPresent();
        return noAnswer || stillAtWork || failed.getCode() == 429 || failed.getCode() >= 500;
    }

    static Duration pause(ApiException failed, int attempt) {
        return Optional.ofNullable(failed.getResponseHeaders())
                .flatMap(headers -> headers.firstValue("Retry-After"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(Duration.ofMillis(200L << attempt));
    }
    // end

    // doc: change
    StaffClient changePhone(UUID client, String phone) throws ApiException {
        StaffClient seen = clients.getClient(client);
        var changed = new ClientInput()
                .name(seen.getName())
                .email(seen.getEmail())
                .phone(phone)
                .locale(seen.getLocale())
                .emailOptOut(seen.getEmailOptOut())
                .smsOptOut(seen.getSmsOptOut());
        return clients.replaceClient(client, changed, "\"" + seen.getVersion() + "\"");
    }
    // end

    // doc: follow
    private final HttpClient http = HttpClient.newHttpClient();
    private String lastEventId;

    void follow(Runnable reload, Consumer<CalendarEvent> changed) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(portal + "/v1/admin/calendar/events"))
                .header("Authorization", "Bearer " + key)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<Stream<String>> answer = http.send(request.build(), BodyHandlers.ofLines());
        try (Stream<String> lines = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IOException("Refused with " + answer.statusCode());
            }
            var event = new HashMap<String, String>();
            for (String line : (Iterable<String>) lines::iterator) {
                int colon = line.indexOf(": ");
                if (colon > 0) { // at 0 it is a comment, which only shows that the line is alive
                    event.put(line.substring(0, colon), line.substring(colon + 2));
                } else if (line.isEmpty() && !event.isEmpty()) {
                    take(event, reload, changed);
                    event.clear();
                }
            }
        } catch (UncheckedIOException cut) {
            throw cut.getCause();
        }
    }

    private void take(Map<String, String> event, Runnable reload, Consumer<CalendarEvent> changed) throws IOException {
        boolean first = lastEventId == null;
        switch (event.get("event")) {
            case "appointment" ->
                changed.accept(ApiClient.createDefaultObjectMapper().readValue(event.get("data"), CalendarEvent.class));
            case "reset" -> reload.run();
            case "ready" -> {
                if (first) {
                    reload.run();
                }
            }
            default -> {} // a kind of event that is newer than this program
        }
        lastEventId = event.getOrDefault("id", lastEventId);
    }
    // end

    ApiResponse<StaffAppointment> bookWithAnswer(CreateAppointment wish, String once) throws ApiException {
        return diary.createAppointmentWithHttpInfo(wish, once);
    }

    /** As somebody does who has seen no more than the first version. */
    StaffClient changeUnseen(UUID client) throws ApiException {
        return clients.replaceClient(client, new ClientInput().name("Somebody Else"), "\"0\"");
    }
}
