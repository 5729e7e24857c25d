import type { Client } from '../support/client';
import type { TestApp } from '../support/app';

/** A detention as an officer would log it at the standing clock of a test (2026-03-02, 09:00 UTC). */
export const newDetention = (postId: string, changes: Record<string, unknown> = {}) => ({
  postId,
  person: {
    givenNames: 'Rosa Ángela',
    firstSurname: 'Quispe',
    secondSurname: 'Ñahui',
    birthDate: '1991-07-28',
    sex: 2,
  },
  type: 'criminal_detention',
  intakeChannel: 'host_notification',
  detainedAt: '2026-03-01T20:00:00Z',
  informedOfRightsAt: '2026-03-01T20:30:00Z',
  postNotifiedAt: '2026-03-02T08:00:00Z',
  noticeChannel: 'written_notice',
  noticeAuthority: 'Policía Nacional',
  visitWish: 'yes',
  familyWish: 'not_asked',
  facilityName: 'Centro Penitenciario Soto del Real',
  city: 'Soto del Real',
  country: 'ES',
  subdivision: 'ES-MD',
  stage: 'pretrial',
  offenceGroup: 'drugs',
  charges: 'Tráfico de drogas (art. 368 CP)',
  ...changes,
});

export interface ObligationRow {
  kind: string;
  anchor: string;
  status: string;
  starts_at: Date;
  due_at: Date;
  why: string | null;
  tier: string;
  breached_at: Date | null;
}

/** What the register says a case owes, oldest first. */
export async function dutiesOf(app: TestApp, caseId: string): Promise<ObligationRow[]> {
  const { rows } = await app.owner.query<ObligationRow>(
    `SELECT kind, anchor, status, starts_at, due_at, why, tier, breached_at
       FROM obligations WHERE case_id = $1 ORDER BY starts_at, kind`,
    [caseId],
  );
  return rows;
}

/** Logs a detention and returns the id of its case; fails loudly when it is refused. */
export async function logDetention(
  client: Client,
  postId: string,
  changes: Record<string, unknown> = {},
): Promise<string> {
  const { status, body } = await client.post('/detentions', newDetention(postId, changes));
  if (status !== 201) throw new Error(`not logged: ${JSON.stringify(body)}`);
  return (body as { id: string }).id;
}
