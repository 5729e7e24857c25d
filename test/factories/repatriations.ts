import type { TestApp } from '../support/app';
import type { Client } from '../support/client';

/** Opens a repatriation at the standing clock of a test (2026-03-02, 09:00 UTC). */
export async function openRepatriation(
  client: Client,
  postId: string,
  changes: Record<string, unknown> = {},
): Promise<{ id: string; personId: string }> {
  const { status, body } = await client.post('/repatriation-cases', {
    postId,
    type: 'destitute',
    person: { givenNames: 'Persona', firstSurname: 'Retornante', sex: 2, nationality: 'PE' },
    intakeChannel: 'person',
    country: 'ES',
    place: 'Madrid',
    summary: 'Sin vivienda ni trabajo desde hace tres meses.',
    ...changes,
  });
  if (status !== 201) throw new Error(`not opened: ${JSON.stringify(body)}`);
  return body as { id: string; personId: string };
}

/** The person is known to be Peruvian: a document, and the identity taken to verified. */
export async function verifyPeruvian(t: TestApp, personId: string): Promise<void> {
  await t.owner.query(
    `UPDATE persons SET identity = 'verified', nationality = 'PE' WHERE id = $1`,
    [personId],
  );
}

/** Whatever a destitute person needs before headquarters may authorise. */
export async function makeEligible(
  t: TestApp,
  client: Client,
  { id, personId }: { id: string; personId: string },
): Promise<void> {
  await verifyPeruvian(t, personId);
  const steps: [string, object][] = [
    [
      `/cases/${id}/vulnerability-assessments`,
      { conclusion: 'extreme_need', factors: [], housing: 'street' },
    ],
    [`/repatriation-cases/${id}/conditions`, { agreed: true, childrenBornAbroad: 0 }],
    [`/repatriation-cases/${id}/undertakings`, { signed: true }],
  ];
  for (const [path, body] of steps) {
    const answer = await client.post(path, body);
    if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  }
}

/** A flight from Madrid to Lima of 900.30 euros. */
export const flight = (changes: Record<string, unknown> = {}) => ({
  mode: 'air',
  carrier: 'Aerolínea',
  service: 'AB 123',
  ticket: '045-1234567890',
  fromPlace: 'Madrid',
  fromCountry: 'ES',
  fromZone: 'Europe/Madrid',
  departsAt: '2026-03-10T22:55:00Z',
  toPlace: 'Lima',
  toCountry: 'PE',
  toZone: 'America/Lima',
  arrivesAt: '2026-03-11T10:30:00Z',
  fare: '900.30',
  currency: 'EUR',
  shares: [
    { payer: 'palh', amount: '600.10' },
    { payer: 'support_network', amount: '300.20' },
  ],
  ...changes,
});
