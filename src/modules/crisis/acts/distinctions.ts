import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { statement } from '../../../platform/database/statement';
import { notFound } from '../../../platform/errors/domain-error';
import { IncidentWork } from '../incident-work';

const OF_INCIDENT = statement(
  'crisis.records',
  'SELECT id FROM incident_persons WHERE incident_id = $1 AND id = ANY ($2)',
);
const TELL_APART = statement(
  'crisis.tell-apart',
  `INSERT INTO incident_distinctions (incident_id, person_id, other_id, recorded_by)
   SELECT $1, a, b, app.account() FROM unnest($2::uuid[]) AS a, unnest($2::uuid[]) AS b WHERE a < b
   ON CONFLICT (person_id, other_id) DO NOTHING`,
);

/** Records that look alike and are several persons: they are not offered as duplicates again. */
@Injectable()
export class Distinctions {
  constructor(private readonly work: IncidentWork) {}

  /** Each of `personIds` is another person than every other of them. */
  keep(
    actor: Actor,
    incidentId: string,
    personIds: readonly string[],
  ): Promise<{ persons: number }> {
    return this.work.on(
      actor,
      incidentId,
      'crisis.work',
      async (file) => {
        const { database } = this.work;
        const ids = [...new Set(personIds)];
        const known = await database.query(OF_INCIDENT, [incidentId, ids]);
        if (known.length < ids.length) throw notFound();
        database.post(TELL_APART, [incidentId, ids]);
        await this.work.record(file, 'incident_person.told_apart', { personIds: ids });
        return { persons: ids.length };
      },
      { active: true },
    );
  }
}
