// What docs/integrating.md shows: what is between "doc:" and "end" stands there word for word, and `./portal test`
// compiles it against the client it generates.

// doc: connect
import {
  BookingApi,
  CatalogueApi,
  ClientsApi,
  Configuration,
  DiaryApi,
  ResponseError,
  type Problem,
  type StaffAppointment,
} from './portal-client';

export function connect(portal: string, key: string) {
  // Only the operations that take a key get it: the public ones refuse it.
  const configuration = new Configuration({
    basePath: portal,
    accessToken: (scheme) => (scheme === 'apiKey' ? key : ''),
  });
  return {
    catalogue: new CatalogueApi(configuration),
    booking: new BookingApi(configuration),
    clients: new ClientsApi(configuration),
    diary: new DiaryApi(configuration),
  };
}
// end

// doc: book
export async function bookFirstFree(
  api: ReturnType<typeof connect>,
  slug: string,
  treatmentName: string,
  client: { name: string; email: string },
  once: string,
): Promise<StaffAppointment> {
  const { items: treatments } = await api.catalogue.listTreatments({ slug, limit: 100 });
  const treatment = treatments.find((each) => each.name === treatmentName);
  if (!treatment) throw new Error(`${slug} does not offer ${treatmentName}`);

  const from = new Date();
  const to = new Date(from.getTime() + 13 * 24 * 60 * 60 * 1000);
  const free = await api.booking.findAvailability({ slug, treatmentId: treatment.id, from, to });
  const slot = free.days.flatMap((day) => day.slots)[0];
  if (!slot) throw new Error('Nothing is free within two weeks');

  const { items: found } = await api.clients.listClients({ q: client.email });
  const known =
    found.find((each) => each.email?.toLowerCase() === client.email.toLowerCase()) ??
    (await api.clients.createClient({ clientInput: client, idempotencyKey: `${once}-client` }));

  return api.diary.createAppointment({
    createAppointment: { clientId: known.id, treatmentId: treatment.id, startsAt: slot.startsAt },
    idempotencyKey: `${once}-booking`,
  });
}
// end

// doc: problem
export async function problemOf(error: unknown): Promise<Problem | undefined> {
  return error instanceof ResponseError ? ((await error.response.json()) as Problem) : undefined;
}
// end
