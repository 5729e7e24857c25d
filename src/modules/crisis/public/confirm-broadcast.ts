import { Injectable } from '@nestjs/common';
import { Actor } from '../../../platform/access/actor';
import { statement } from '../../../platform/database/statement';
import { DomainError } from '../../../platform/errors/domain-error';
import { tokenHash } from '../confirmation-token';
import type { Confirmation } from '../domain/vocabulary';
import { Happenings } from '../happenings';
import { RegistrationTools } from './registration-tools';

/** The first who comes with the token uses it up. */
const USE = statement(
  'crisis.use-token',
  `UPDATE broadcast_recipients SET confirmed_at = $2 WHERE token_hash = $1 AND confirmed_at IS NULL
    RETURNING person_id AS "personId", incident_id AS "incidentId"`,
);
const STATE = statement(
  'crisis.token-state',
  `SELECT i.state FROM broadcast_recipients r JOIN incidents i ON i.id = r.incident_id WHERE r.token_hash = $1`,
);

/** The link of a message: once, without an account, and it tells nothing to whoever opens it. */
@Injectable()
export class ConfirmBroadcast {
  constructor(
    private readonly happenings: Happenings,
    private readonly tools: RegistrationTools,
  ) {}

  /** 404 CODE_UNKNOWN for what no message carried; 410 CONFIRMATION_USED the second time. */
  run(token: string, state: Confirmation): Promise<{ state: Confirmation }> {
    const { database, clock, audit, hints } = this.tools;
    return database.inTransaction(Actor.system(), async () => {
      const hash = tokenHash(token);
      const [found] = await database.query<{ state: string }>(STATE, [hash]);
      if (!found) throw new DomainError('CODE_UNKNOWN', { status: 404 });
      if (found.state !== 'active') throw new DomainError('INCIDENT_OVER', { status: 410 });
      const now = clock.now();
      const [used] = await database.query<{ personId: string; incidentId: string }>(USE, [
        ...[hash, now.toString()],
      ]);
      if (!used) throw new DomainError('CONFIRMATION_USED', { status: 410 });
      const { personId, incidentId } = used;
      const told = { incidentId, personIds: [personId], state, occurredAt: now };
      await this.happenings.record({ ...told, source: 'confirmation' });
      await audit.record({
        action: 'incident_person.confirmed',
        subjectType: 'incident_person',
        subjectId: personId,
      });
      await hints.changed(incidentId);
      return { state };
    });
  }
}
