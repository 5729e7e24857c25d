import type { Client } from '../support/client';

/** Opens the case of a missing person; returns its ids. */
export async function openMissingCase(
  client: Client,
  postId: string,
  changes: Record<string, unknown> = {},
): Promise<{ id: string; personId: string; requesterPersonId: string }> {
  const { status, body } = await client.post('/missing-person-cases', {
    postId,
    type: 'whereabouts',
    person: { givenNames: 'Persona', firstSurname: 'Buscada', sex: 0 },
    requester: { givenNames: 'Rosa', firstSurname: 'Solicitante', sex: 2 },
    relation: 'parent',
    requesterContact: '+51 999 999 999',
    intakeChannel: 'relative',
    country: 'ES',
    lastSeenOn: '2026-02-20',
    lastKnown: 'Madrid, barrio de Usera',
    fear: 'No responde desde hace diez días.',
    ...changes,
  });
  if (status !== 201) throw new Error(`not opened: ${JSON.stringify(body)}`);
  return body as { id: string; personId: string; requesterPersonId: string };
}

export const inquiry = (changes: Record<string, unknown> = {}) => ({
  kind: 'police',
  authority: 'Policía Nacional',
  ...changes,
});
