import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Keyring } from '../../../platform/crypto/keyring';
import { statement } from '../../../platform/database/statement';
import { DomainError } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { Outbox } from '../../../platform/outbox/outbox';
import { confirmationToken, tokenHash } from '../confirmation-token';
import { REPLIES } from '../domain/vocabulary';
import type { BroadcastFilter, SendBroadcastRequest } from '../http/dto/broadcast.requests';
import type { BroadcastResponse } from '../http/dto/manifest.responses';
import { IncidentWork } from '../incident-work';
import { SendBroadcast } from '../jobs/crisis.jobs';
import { REPLIED } from '../replied';

const MEANT = statement(
  'crisis.meant',
  `SELECT p.id, p.email IS NOT NULL AS "hasMail" FROM incident_persons p
    WHERE p.incident_id = $1 AND p.stands_for = p.id
      AND ($2::text IS NULL OR p.state = $2) AND ($3::text IS NULL OR p.subdivision = $3)
      AND ($4::text IS NULL OR EXISTS (SELECT 1 FROM incident_needs n WHERE n.person_id = p.id AND n.need = $4 AND n.state = 'open'))
    ORDER BY p.id`,
);
const INSERT = statement(
  'crisis.new-broadcast',
  `INSERT INTO broadcasts (id, incident_id, filter, text_es, text_en, occurred_at, recorded_by)
   VALUES ($1, $2, $3, $4, $5, $6, app.account())`,
);
/** Whoever left no address is kept as well: they must be called. */
const ADDRESS = statement(
  'crisis.address',
  `INSERT INTO broadcast_recipients (id, incident_id, broadcast_id, person_id, token_hash, state)
   SELECT r.id, $1, $2, r.person_id, r.token_hash, CASE WHEN r.has_mail THEN 'pending' ELSE 'void' END
     FROM unnest($3::uuid[], $4::uuid[], $5::bytea[], $6::boolean[]) AS r (id, person_id, token_hash, has_mail)`,
);
const COUNTS = REPLIES.map(
  (reply) => `'${reply}', count(DISTINCT p.stands_for) FILTER (WHERE ${REPLIED[reply]})`,
);
const LIST = statement(
  'crisis.broadcasts',
  `SELECT b.id, b.filter, b.text_es AS "textEs", b.text_en AS "textEn", b.occurred_at AS "occurredAt",
          (SELECT display_name FROM staff_names WHERE id = b.recorded_by) AS "sentBy", json_build_object(${COUNTS.join(', ')}) AS replies
     FROM broadcasts b LEFT JOIN broadcast_recipients r ON r.broadcast_id = b.id LEFT JOIN incident_persons p ON p.id = r.person_id
    WHERE b.incident_id = $1 GROUP BY b.id ORDER BY b.occurred_at DESC, b.id DESC LIMIT 200`,
);

interface Meant {
  id: string;
  hasMail: boolean;
}

/** One text to many: each who can be reached by mail gets it once, with a link to say how they are. */
@Injectable()
export class Broadcasts {
  constructor(
    private readonly work: IncidentWork,
    private readonly outbox: Outbox,
    private readonly keyring: Keyring,
  ) {}

  /** How many a filter means, before anything is sent. */
  preview(
    actor: Actor,
    incidentId: string,
    filter: BroadcastFilter,
  ): Promise<{ recipients: number; withoutMail: number }> {
    return this.work.on(actor, incidentId, 'crisis.work', async () => {
      const meant = await this.meant(incidentId, filter);
      const recipients = meant.filter(({ hasMail }) => hasMail).length;
      return { recipients, withoutMail: meant.length - recipients };
    });
  }

  /** @throws DomainError NOBODY_TO_TELL (422) when nobody of the filter has an address */
  send(
    actor: Actor,
    incidentId: string,
    { filter, textEs, textEn }: SendBroadcastRequest,
  ): Promise<{ id: string; recipients: number; withoutMail: number }> {
    return this.work.on(
      actor,
      incidentId,
      'crisis.work',
      async (file) => {
        const { database } = this.work;
        const meant = await this.meant(incidentId, filter);
        const reached = meant.filter(({ hasMail }) => hasMail);
        if (reached.length === 0) throw new DomainError('NOBODY_TO_TELL');
        const id = newId();
        const content = [JSON.stringify(filter), textEs, textEn, file.now.toString()];
        database.post(INSERT, [id, incidentId, ...content]);
        const addressed = meant.map((person) => ({ ...person, recipientId: newId() }));
        database.post(ADDRESS, [
          ...[incidentId, id, addressed.map(({ recipientId }) => recipientId)],
          addressed.map((person) => person.id),
          addressed.map(({ recipientId }) =>
            tokenHash(confirmationToken(this.keyring, recipientId)),
          ),
          addressed.map(({ hasMail }) => hasMail),
        ]);
        await this.outbox.appendAll(
          SendBroadcast,
          addressed
            .filter(({ hasMail }) => hasMail)
            .map(({ recipientId }) => ({ payload: { recipientId } })),
        );
        await this.work.record(file, 'broadcast.sent', {
          broadcastId: id,
          recipients: reached.length,
        });
        return { id, recipients: reached.length, withoutMail: meant.length - reached.length };
      },
      { active: true },
    );
  }

  list(actor: Actor, incidentId: string): Promise<{ items: BroadcastResponse[] }> {
    return this.work.on(actor, incidentId, 'crisis.read', async () => ({
      items: await this.work.database.query<BroadcastResponse>(LIST, [incidentId]),
    }));
  }

  private meant(
    incidentId: string,
    { state, subdivision, need }: BroadcastFilter,
  ): Promise<Meant[]> {
    const values = [incidentId, state ?? null, subdivision ?? null, need ?? null];
    return this.work.database.query<Meant>(MEANT, values);
  }
}
