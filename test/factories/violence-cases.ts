import type { Client } from '../support/client';

/** A way to reach the person on weekday evenings in Madrid, as a form sends it. */
export const safeContact = (changes: Record<string, unknown> = {}) => ({
  ways: [{ channel: 'telephone', address: '+34 612 34 56 78' }],
  timeZone: 'Europe/Madrid',
  hours: [{ days: [1, 2, 3, 4, 5], from: '09:30', to: '13:00' }],
  language: 'es',
  codeWord: 'girasol',
  seenBy: 'Su suegra mira el teléfono',
  ...changes,
});

export const incident = (changes: Record<string, unknown> = {}) => ({
  types: ['physical', 'psychological'],
  gbvimsType: 'physical_assault',
  context: 'intimate_partner',
  occurredFrom: '2026-02-27',
  place: 'En casa',
  aggressorRelation: 'partner',
  aggressorDescription: 'La pareja con quien vive',
  ...changes,
});

/** Opens such a case at the standing clock of a test (2026-03-02, 09:00 UTC: 10:00 in Madrid). */
export async function openViolenceCase(
  client: Client,
  postId: string,
  changes: Record<string, unknown> = {},
): Promise<string> {
  const { status, body } = await client.post('/violence-cases', {
    postId,
    type: 'intimate_partner_violence',
    person: { givenNames: 'Persona', firstSurname: 'Inventada', sex: 0 },
    intakeChannel: 'relative',
    country: 'ES',
    story: 'Relato contado una sola vez.',
    ...changes,
  });
  if (status !== 201) throw new Error(`not opened: ${JSON.stringify(body)}`);
  return (body as { id: string }).id;
}

/** Every question of the instrument in force answered alike, save those named. */
export async function riskAnswers(
  client: Client,
  answer: 'yes' | 'no' | 'unknown',
  but: Record<string, string> = {},
): Promise<{ instrumentVersion: number; answers: Record<string, string> }> {
  const { body } = await client.get('/risk-instruments/current');
  const { version, content } = body as {
    version: number;
    content: { questions: { code: string }[] };
  };
  const answers = Object.fromEntries(content.questions.map(({ code }) => [code, answer]));
  return { instrumentVersion: version, answers: { ...answers, ...but } };
}
