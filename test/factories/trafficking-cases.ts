import type { Client } from '../support/client';

export const exploitation = (changes: Record<string, unknown> = {}) => ({
  acts: ['recruitment', 'transport'],
  purposes: ['forced_labour'],
  means: ['debt_bondage', 'withholds_documents'],
  recruitedThrough: 'social_media',
  recruiterRelation: 'agency',
  recruitedIn: 'PE',
  promise: 'Trabajo en un restaurante',
  country: 'ES',
  place: 'Un taller en las afueras',
  beganOn: '2025-09-01',
  conditions: 'Catorce horas al día, sin salir',
  ...changes,
});

/** Opens such a case at the standing clock of a test (2026-03-02, 09:00 UTC: 10:00 in Madrid). */
export async function openTraffickingCase(
  client: Client,
  postId: string,
  changes: Record<string, unknown> = {},
): Promise<string> {
  const { status, body } = await client.post('/trafficking-cases', {
    postId,
    type: 'trafficking',
    person: { givenNames: 'Persona', firstSurname: 'Inventada', sex: 2 },
    intakeChannel: 'ngo',
    country: 'ES',
    story: 'Relato contado una sola vez.',
    ...changes,
  });
  if (status !== 201) throw new Error(`not opened: ${JSON.stringify(body)}`);
  return (body as { id: string }).id;
}
