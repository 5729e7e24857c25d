import type { Client } from '../support/client';

/** Prepares an incident of one post; returns its ids. */
export async function prepareIncident(
  client: Client,
  postIds: string[],
  changes: Record<string, unknown> = {},
): Promise<{ id: string; slug: string }> {
  const { status, body } = await client.post('/incidents', {
    kind: 'natural_disaster',
    nameEs: 'Terremoto en Andalucía',
    nameEn: 'Earthquake in Andalusia',
    country: 'ES',
    subdivisions: ['ES-AN', 'ES-MD'],
    postIds,
    ...changes,
  });
  if (status !== 201) throw new Error(`not prepared: ${JSON.stringify(body)}`);
  return body as { id: string; slug: string };
}

/** The same, activated. */
export async function activateIncident(
  client: Client,
  postIds: string[],
  changes: Record<string, unknown> = {},
): Promise<{ id: string; slug: string }> {
  const incident = await prepareIncident(client, postIds, changes);
  const { status, body } = await client.post(`/incidents/${incident.id}/activation`, {
    reason: 'Sismo de magnitud 7',
  });
  if (status !== 200) throw new Error(`not activated: ${JSON.stringify(body)}`);
  return incident;
}

export const registration = (changes: Record<string, unknown> = {}) => ({
  givenNames: 'Rosa',
  firstSurname: 'Quispe',
  ...changes,
});

/** Registers somebody by staff; returns the id. */
export async function registerPerson(
  client: Client,
  incidentId: string,
  changes: Record<string, unknown> = {},
): Promise<string> {
  const { status, body } = await client.post(
    `/incidents/${incidentId}/persons`,
    registration(changes),
  );
  if (status !== 201) throw new Error(`not registered: ${JSON.stringify(body)}`);
  return (body as { id: string }).id;
}

export const flight = (changes: Record<string, unknown> = {}) => ({
  kind: 'flight',
  code: 'FAP 1',
  origin: 'Madrid',
  destination: 'Lima',
  destinationCountry: 'PE',
  departsAt: '2026-03-02T20:00:00Z',
  departsZone: 'Europe/Madrid',
  arrivesAt: '2026-03-03T08:00:00Z',
  arrivesZone: 'America/Lima',
  capacity: 2,
  ...changes,
});
