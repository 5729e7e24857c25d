import type { Client } from '../support/client';

/** A hospitalisation as an officer opens it at the standing clock of a test (2026-03-02, 09:00 UTC). */
export const newCase = (postId: string, changes: Record<string, unknown> = {}) => ({
  postId,
  family: 'health',
  type: 'hospitalisation',
  person: { givenNames: 'Julia', firstSurname: 'Huamán', secondSurname: 'Rojas', sex: 2 },
  intakeChannel: 'relative',
  country: 'ES',
  subdivision: 'ES-MD',
  values: { care_setting: 'hospital', facility: 'Hospital La Paz', family_wish: 'yes' },
  ...changes,
});

/** Opens a case of the catalogue and returns its id; fails loudly when it is refused. */
export async function openCase(
  client: Client,
  postId: string,
  changes: Record<string, unknown> = {},
): Promise<string> {
  const { status, body } = await client.post('/cases', newCase(postId, changes));
  if (status !== 201) throw new Error(`not opened: ${JSON.stringify(body)}`);
  return (body as { id: string }).id;
}
