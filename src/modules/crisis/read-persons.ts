import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { inZulu } from '../../platform/database/json-rows';
import { statement } from '../../platform/database/statement';
import { notFound } from '../../platform/errors/domain-error';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor';
import { revealed } from '../cases';
import { searchKeys } from './domain/duplicates';
import { REPLIES } from './domain/vocabulary';
import type {
  IncidentNamingResponse,
  IncidentPersonDetailResponse,
  IncidentPersonResponse,
} from './http/dto/crisis.responses';
import type { ListIncidentPersonsQuery, ListNamingsQuery } from './http/dto/person.requests';
import { IncidentWork } from './incident-work';
import { REPLIED } from './replied';

const PERSON = `p.id, p.given_names AS "givenNames", p.first_surname AS "firstSurname", p.second_surname AS "secondSurname",
  p.birth_date::text AS "birthDate", p.age, p.sex, p.document_number AS "documentNumber", p.phone, p.email, p.place,
  p.subdivision, p.party_size AS "partySize", p.vulnerability, p.language, p.post_id AS "postId", p.priority, p.state,
  p.source, p.registered_at AS "registeredAt", p.case_id AS "caseId", p.version,
  (SELECT coalesce(json_agg(json_build_object('need', n.need, 'state', n.state) ORDER BY n.need), '[]')
     FROM incident_needs n WHERE n.person_id = p.id) AS needs`;
const REPLIED_AS = `CASE coalesce($15::text, '') ${REPLIES.map((reply) => `WHEN '${reply}' THEN ${REPLIED[reply]}`).join(' ')} ELSE true END`;
const FILTER = `p.incident_id = $1 AND p.stands_for = p.id
  AND ($2::text IS NULL OR p.state = $2) AND ($3::text IS NULL OR p.subdivision = $3)
  AND ($4::text IS NULL OR EXISTS (SELECT 1 FROM incident_needs n WHERE n.person_id = p.id AND n.need = $4 AND n.state = $5))
  AND ($6::uuid IS NULL OR EXISTS (SELECT 1 FROM incident_mentions m JOIN incident_persons d ON d.id = m.person_id
                                    WHERE m.list_id = $6 AND d.stands_for = p.id))
  AND ($7::uuid IS NULL OR p.post_id = $7) AND ($8::boolean IS NOT TRUE OR p.post_id IS NULL)
  AND ($9::boolean IS NOT TRUE OR p.subdivision IS NULL) AND ($10::boolean IS NOT TRUE OR p.state <> 'registered')
  AND ($11::timestamptz IS NULL OR p.registered_at >= $11) AND ($12::timestamptz IS NULL OR p.registered_at < $12)
  AND ($13::text[] IS NULL OR p.id IN (
        SELECT d.stands_for FROM incident_person_keys k JOIN incident_persons d ON d.id = k.person_id
         WHERE k.incident_id = $1 AND k.key = ANY ($13) GROUP BY d.id HAVING count(*) = cardinality($13)))
  AND ($14::uuid IS NULL OR EXISTS (
        SELECT 1 FROM broadcast_recipients r JOIN incident_persons d ON d.id = r.person_id
         WHERE r.broadcast_id = $14 AND d.stands_for = p.id AND ${REPLIED_AS}))`;
const PERSONS = statement(
  'crisis.persons',
  `SELECT ${PERSON} FROM incident_persons p WHERE ${FILTER}
      AND ($16::integer IS NULL OR p.priority < $16 OR (p.priority = $16 AND (p.registered_at, p.id) > ($17::timestamptz, $18::uuid)))
    ORDER BY p.priority DESC, p.registered_at, p.id LIMIT $19`,
);
const COUNT = statement(
  'crisis.persons-count',
  `SELECT count(*)::int AS n FROM incident_persons p WHERE ${FILTER}`,
);
const ONE = statement(
  'crisis.person',
  `SELECT ${PERSON}, c.reference AS "caseReference",
     (SELECT coalesce(json_agg(json_build_object('source', m.source, 'asGiven', m.as_given, 'line', m.line,
        'list', l.name, 'personId', m.person_id, 'recordedAt', m.recorded_at) ORDER BY m.recorded_at, m.id), '[]')
        FROM incident_mentions m JOIN incident_persons d ON d.id = m.person_id LEFT JOIN incident_lists l ON l.id = m.list_id
       WHERE d.stands_for = p.id) AS mentions,
     (SELECT coalesce(json_agg(json_build_object('state', e.state, 'source', e.source, 'occurredAt', e.occurred_at,
        'recordedAt', e.recorded_at, 'by', (SELECT display_name FROM staff_names WHERE id = e.recorded_by))
        ORDER BY e.occurred_at, e.recorded_at, e.id), '[]')
        FROM incident_events e JOIN incident_persons d ON d.id = e.person_id WHERE d.stands_for = p.id) AS events
     FROM incident_persons p LEFT JOIN cases c ON c.id = p.case_id
    WHERE p.incident_id = $1 AND p.id = (SELECT stands_for FROM incident_persons WHERE id = $2)`,
);

/** Each naming with the person whom it counts for now, in the order in which they came (UUIDs are in order of time). */
const MENTIONS = statement(
  'crisis.mentions',
  `SELECT m.id, m.source, m.as_given AS "asGiven", m.line, l.name AS list, p.stands_for AS "personId",
          p.stands_for <> p.id AS merged, m.recorded_at AS "recordedAt"
     FROM incident_mentions m JOIN incident_persons p ON p.id = m.person_id LEFT JOIN incident_lists l ON l.id = m.list_id
    WHERE m.incident_id = $1 AND ($2::uuid IS NULL OR m.list_id = $2)
      AND ($3::uuid IS NULL OR m.id > $3)
    ORDER BY m.id LIMIT $4`,
);
const COUNT_MENTIONS = statement(
  'crisis.mentions-count',
  'SELECT count(*)::int AS n FROM incident_mentions WHERE incident_id = $1 AND ($2::uuid IS NULL OR list_id = $2)',
);

type PersonRow = Pick<IncidentPersonResponse, 'id' | 'priority'> & { registeredAt: Date };
type MentionRow = Omit<IncidentNamingResponse, 'recordedAt'> & { recordedAt: Date };

/** Persons of an incident, in the reader's reach. */
@Injectable()
export class ReadPersons {
  constructor(
    private readonly work: IncidentWork,
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** By priority, then whoever has waited longest; a number of the board is this list's `total`. */
  list(
    actor: Actor,
    incidentId: string,
    query: ListIncidentPersonsQuery,
  ): Promise<Page<IncidentPersonResponse>> {
    return this.work.on(actor, incidentId, 'crisis.read', async () => {
      const { limit } = query;
      const filter = [
        ...[incidentId, query.state ?? null, query.subdivision ?? null],
        ...[query.need ?? null, query.needState ?? 'open', query.listId ?? null],
        ...[query.postId ?? null, query.noPost, query.nowhere, query.reached],
        ...[query.registeredFrom ?? null, query.registeredBefore ?? null],
        query.q === undefined ? null : searchKeys(query.q),
        ...[query.broadcastId ?? null, query.reply ?? null],
      ];
      const [priority = null, at = null, id = null] = decodeCursor(query.cursor) ?? [];
      const [rows, total] = await Promise.all([
        this.database.query<PersonRow>(PERSONS, [...filter, priority, at, id, limit + 1]),
        query.count ? this.database.query<{ n: number }>(COUNT, filter) : null,
      ]);
      const page = toPage(
        rows,
        limit,
        (row) => [row.priority, row.registeredAt.toISOString(), row.id],
        (row) => revealed(row) as IncidentPersonResponse,
      );
      await this.audit.record({
        action: 'incident_persons.listed',
        subjectType: 'incident',
        subjectId: incidentId,
        details: { rows: page.items.length },
      });
      return { ...page, ...(total ? { total: total[0]!.n } : {}) };
    });
  }

  /** One person with everything that named them; a merged record shows whom it stands for. */
  show(actor: Actor, incidentId: string, personId: string): Promise<IncidentPersonDetailResponse> {
    return this.work.on(actor, incidentId, 'crisis.read', async () => {
      const [row] = await this.database.query<PersonRow>(ONE, [incidentId, personId]);
      if (!row) throw notFound();
      await this.audit.record({
        action: 'incident_person.viewed',
        subjectType: 'incident_person',
        subjectId: row.id,
      });
      const plain = { ...row, registeredAt: row.registeredAt.toISOString() };
      return revealed(inZulu(plain) as object) as IncidentPersonDetailResponse;
    });
  }

  /** Who was named, how and by whom, as often as they were; the number of a list is this list's `total`. */
  namings(
    actor: Actor,
    incidentId: string,
    { listId, limit, cursor, count }: ListNamingsQuery,
  ): Promise<Page<IncidentNamingResponse>> {
    return this.work.on(actor, incidentId, 'crisis.read', async () => {
      const [after = null] = decodeCursor(cursor) ?? [];
      const of = [incidentId, listId ?? null];
      const [rows, total] = await Promise.all([
        this.database.query<MentionRow>(MENTIONS, [...of, after, limit + 1]),
        count ? this.database.query<{ n: number }>(COUNT_MENTIONS, of) : null,
      ]);
      const page = toPage(
        rows,
        limit,
        ({ id }) => [id],
        (row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }),
      );
      await this.audit.record({
        action: 'incident_persons.listed',
        subjectType: 'incident',
        subjectId: incidentId,
        details: { rows: page.items.length },
      });
      return { ...page, ...(total ? { total: total[0]!.n } : {}) };
    });
  }
}
