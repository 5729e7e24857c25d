import type { Client } from '../support/client';

/** Opens the case of a death at the standing clock of a test (2026-03-02, 09:00 UTC). */
export async function openDeathCase(
  client: Client,
  postId: string,
  changes: Record<string, unknown> = {},
): Promise<string> {
  const { status, body } = await client.post('/death-cases', {
    postId,
    type: 'repatriation_of_remains',
    person: { givenNames: 'Persona', firstSurname: 'Inventada', sex: 0 },
    intakeChannel: 'authority',
    informant: 'Hospital La Paz, Sra. Gómez, +34 910 00 00 00',
    country: 'ES',
    place: 'Madrid',
    diedOn: '2026-03-01',
    manner: 'natural',
    kinKnown: true,
    ...changes,
  });
  if (status !== 201) throw new Error(`not opened: ${JSON.stringify(body)}`);
  return (body as { id: string }).id;
}

export const kinTold = (changes: Record<string, unknown> = {}) => ({
  recipient: 'Rosa Inventada',
  relation: 'child',
  channel: 'telephone',
  ...changes,
});

export const decision = (way: string, changes: Record<string, unknown> = {}) => ({
  way,
  decidedBy: 'Rosa Inventada',
  relation: 'child',
  entitlement: 'Hija, con partida de nacimiento',
  ...changes,
});

/** A document that the remains need, as it was obtained. */
export const obtained = (code: string, changes: object = {}) => ({
  ...{ code, state: 'obtained', number: '1/2026', obtainedOn: '2026-03-02' },
  ...changes,
});
