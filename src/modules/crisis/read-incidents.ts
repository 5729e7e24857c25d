import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { inZulu } from '../../platform/database/json-rows';
import { statement } from '../../platform/database/statement';
import { notFound } from '../../platform/errors/domain-error';
import { decodeCursor, encodeCursor, type Page } from '../../platform/http/cursor';
import { revealed } from '../cases';
import { IncidentWork } from './incident-work';
import type { ListIncidentPersonsQuery } from './http/dto/person.requests';

const LIST = statement(
  'crisis.incidents',
  `SELECT i.id, i.kind, i.slug, i.name_es AS "nameEs", i.name_en AS "nameEn", i.country, i.state, i.started_at AS "startedAt",
          ARRAY(SELECT p.code FROM incident_posts o JOIN posts p ON p.id = o.post_id WHERE o.incident_id = i.id ORDER BY p.code) AS posts,
          (SELECT count(*)::int FROM incident_persons p WHERE p.incident_id = i.id AND p.stands_for = p.id) AS persons
     FROM incidents i ORDER BY CASE i.state WHEN 'active' THEN 0 WHEN 'prepared' THEN 1 ELSE 2 END, i.started_at DESC, i.id`,
);
const DETAIL = statement(
  'crisis.incident-detail',
  `SELECT (SELECT coalesce(json_agg(json_build_object('id', p.id, 'code', p.code, 'name', p.name_es) ORDER BY p.code), '[]')
             FROM incident_posts o JOIN posts p ON p.id = o.post_id WHERE o.incident_id = $1) AS posts,
          (SELECT coalesce(json_agg(json_build_object('state', d.state, 'reason', d.reason, 'occurredAt', d.occurred_at,
             'by', (SELECT display_name FROM staff_names WHERE id = d.recorded_by)) ORDER BY d.occurred_at, d.id), '[]')
             FROM incident_decisions d WHERE d.incident_id = $1) AS decisions,
          (SELECT coalesce(json_agg(json_build_object('id', l.id, 'accountId', l.account_id, 'reason', l.reason,
             'name', (SELECT display_name FROM staff_names WHERE id = l.account_id), 'validFromAt', l.valid_from,
             'validUntilAt', l.valid_until, 'endedAt', l.ended_at) ORDER BY l.valid_from, l.id), '[]')
             FROM incident_loans l WHERE l.incident_id = $1) AS loans,
          (SELECT coalesce(json_agg(json_build_object('id', l.id, 'name', l.name, 'format', l.format, 'rows', l.rows,
             'recordedAt', l.recorded_at) ORDER BY l.recorded_at, l.id), '[]')
             FROM incident_lists l WHERE l.incident_id = $1) AS lists`,
);
const PERSON = `p.id, p.given_names AS "givenNames", p.first_surname AS "firstSurname", p.second_surname AS "secondSurname",
  p.birth_date::text AS "birthDate", p.age, p.sex, p.document_number AS "documentNumber", p.phone, p.email, p.place,
  p.subdivision, p.party_size AS "partySize", p.vulnerability, p.language, p.post_id AS "postId", p.priority, p.state,
  p.source, p.registered_at AS "registeredAt", p.case_id AS "caseId", p.version,
  (SELECT coalesce(json_agg(json_build_object('need', n.need, 'state', n.state) ORDER BY n.need), '[]')
     FROM incident_needs n WHERE n.person_id = p.id) AS needs`;
const FILTER = `p.incident_id = $1 AND p.stands_for = p.id
  AND ($2::text IS NULL OR p.state = $2) AND ($3::text IS NULL OR p.subdivision = $3)
  AND ($4::text IS NULL OR EXISTS (SELECT 1 FROM incident_needs n WHERE n.person_id = p.id AND n.need = $4 AND n.state = $5))
  AND ($6::uuid IS NULL OR EXISTS (SELECT 1 FROM incident_mentions m JOIN incident_persons d ON d.id = m.person_id
                                    WHERE m.list_id = $6 AND d.stands_for = p.id))
  AND ($7::uuid IS NULL OR EXISTS (SELECT 1 FROM manifest_seats s WHERE s.manifest_id = $7 AND s.person_id = p.id
                                     AND ($8::text IS NULL OR s.state = $8)))
  AND ($9::uuid IS NULL OR p.post_id = $9) AND ($10::boolean IS NOT TRUE OR p.subdivision IS NULL)`;
const PERSONS = statement(
  'crisis.persons',
  `SELECT ${PERSON} FROM incident_persons p WHERE ${FILTER}
      AND ($11::integer IS NULL OR (-p.priority, p.registered_at, p.id) > (-$11::integer, $12::timestamptz, $13::uuid))
    ORDER BY -p.priority, p.registered_at, p.id LIMIT $14`,
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

const MOST = 200;
const USUAL = 50;

interface PersonRow {
  id: string;
  priority: number;
  registeredAt: Date;
}

/** Incidents and their persons, in the reader's reach. */
@Injectable()
export class ReadIncidents {
  constructor(
    private readonly work: IncidentWork,
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** The active ones first. */
  list(actor: Actor): Promise<{ items: object[] }> {
    return this.database.inTransaction(actor, async () => ({
      items: await this.database.query(LIST),
    }));
  }

  show(actor: Actor, incidentId: string): Promise<object> {
    return this.work.on(actor, incidentId, 'crisis.read', async ({ incident }) => {
      const [detail] = await this.database.query(DETAIL, [incidentId]);
      return inZulu({
        ...incident,
        startedAt: incident.startedAt.toISOString(),
        ...detail,
      }) as object;
    });
  }

  /** By priority, then whoever has waited longest; a number of the board is this list's `total`. */
  persons(
    actor: Actor,
    incidentId: string,
    query: ListIncidentPersonsQuery,
  ): Promise<Page<object>> {
    return this.work.on(actor, incidentId, 'crisis.read', async () => {
      const limit = Math.min(query.limit ?? USUAL, MOST);
      const filter = [
        ...[incidentId, query.state ?? null, query.subdivision ?? null],
        ...[query.need ?? null, query.needState ?? 'open', query.listId ?? null],
        ...[query.manifestId ?? null, query.seatState ?? null, query.postId ?? null],
        query.nowhere ?? false,
      ];
      const [priority = null, at = null, id = null] = decodeCursor(query.cursor) ?? [];
      const [rows, total] = await Promise.all([
        this.database.query<PersonRow>(PERSONS, [...filter, priority, at, id, limit + 1]),
        query.count ? this.database.query<{ n: number }>(COUNT, filter) : null,
      ]);
      await this.audit.record({
        action: 'incident_persons.listed',
        subjectType: 'incident',
        subjectId: incidentId,
        details: { rows: Math.min(rows.length, limit) },
      });
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        items: shown.map((row) => revealed(row) as object),
        nextCursor:
          rows.length > limit && last
            ? encodeCursor([last.priority, last.registeredAt.toISOString(), last.id])
            : null,
        ...(total ? { total: total[0]!.n } : {}),
      };
    });
  }

  /** One person with everything that named them; a merged record shows whom it stands for. */
  person(actor: Actor, incidentId: string, personId: string): Promise<object> {
    return this.work.on(actor, incidentId, 'crisis.read', async () => {
      const [row] = await this.database.query<PersonRow>(ONE, [incidentId, personId]);
      if (!row) throw notFound();
      await this.audit.record({
        action: 'incident_person.viewed',
        subjectType: 'incident_person',
        subjectId: row.id,
      });
      const plain = { ...row, registeredAt: row.registeredAt.toISOString() };
      return revealed(inZulu(plain) as object) as object;
    });
  }
}
