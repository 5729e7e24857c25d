import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { ProtectedText, type StoredText } from '../../../platform/crypto/protected-text';
import { statement } from '../../../platform/database/statement';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { groupsOf, WORD_KEY, type DuplicateGroup, type Registered } from '../domain/duplicates';
import type { Source } from '../domain/vocabulary';
import { Happenings } from '../happenings';
import type { MergePersonsRequest } from '../http/dto/person.requests';
import { IncidentWork } from '../incident-work';
import { IncidentPersons } from './persons';

/** Records looked at together, the most telling first; more are found once these are settled. */
const MOST_PAIRS = 2000;
/** A key that so many share tells nobody apart. */
const TOO_COMMON = 40;

const PAIRS = statement(
  'crisis.pairs',
  `WITH telling AS (
     SELECT k.key, k.person_id FROM incident_person_keys k JOIN incident_persons p ON p.id = k.person_id
      WHERE k.incident_id = $1 AND p.stands_for = p.id AND NOT starts_with(k.key, '${WORD_KEY}')
   ), shared AS (
     SELECT key FROM telling GROUP BY key HAVING count(*) BETWEEN 2 AND ${TOO_COMMON}
   )
   SELECT a.person_id AS a, b.person_id AS b
     FROM shared s JOIN telling a ON a.key = s.key JOIN telling b ON b.key = s.key AND b.person_id > a.person_id
    WHERE NOT EXISTS (SELECT 1 FROM incident_distinctions x WHERE x.person_id = a.person_id AND x.other_id = b.person_id)
    GROUP BY 1, 2 ORDER BY bool_or(NOT starts_with(s.key, 'n:')) DESC, count(*) DESC, 1, 2 LIMIT ${MOST_PAIRS}`,
);
const COMPARED = statement(
  'crisis.compared',
  `SELECT p.id, p.given_names AS "givenNames", p.first_surname AS "firstSurname", p.second_surname AS "secondSurname",
          p.birth_date::text AS "birthDate", p.document_number AS "documentNumber", p.phone, p.source,
          (SELECT count(*)::int FROM incident_mentions m WHERE m.person_id = p.id) AS mentions
     FROM incident_persons p WHERE p.id = ANY ($1)`,
);
const LOCK = statement(
  'crisis.lock-merging',
  `SELECT id, stands_for AS "standsFor", vulnerability, case_id AS "caseId" FROM incident_persons
    WHERE incident_id = $1 AND id = ANY ($2) ORDER BY id FOR NO KEY UPDATE`,
);
const STAND_FOR = statement(
  'crisis.stand-for',
  'UPDATE incident_persons SET stands_for = $2, version = version + 1 WHERE stands_for = ANY ($1)',
);
const RECORD = statement(
  'crisis.record-merges',
  `INSERT INTO incident_merges (id, incident_id, person_id, into_person_id, occurred_at, recorded_by)
   SELECT m.id, $1, m.person_id, $4, $5, app.account() FROM unnest($2::uuid[], $3::uuid[]) AS m (id, person_id)`,
);
const MOVED = statement(
  'crisis.records-of',
  'SELECT id FROM incident_persons WHERE stands_for = ANY ($1) AND id <> $2',
);
/** A need of either record that is open stays open: nobody's need is lost by a merge. */
const JOIN_NEEDS = statement(
  'crisis.join-needs',
  `INSERT INTO incident_needs AS n (incident_id, person_id, need, state, opened_at, met_at, met_by)
   SELECT DISTINCT ON (d.need) d.incident_id, $1::uuid, d.need, d.state, d.opened_at, d.met_at, d.met_by
     FROM incident_needs d WHERE d.person_id = ANY ($2) ORDER BY d.need, (d.state = 'open') DESC
   ON CONFLICT (person_id, need) DO UPDATE
     SET state = 'open', met_at = NULL, met_by = NULL WHERE n.state = 'met' AND excluded.state = 'open'`,
);
const FILL_IN = statement(
  'crisis.fill-in',
  `UPDATE incident_persons s SET vulnerability = $3, priority = $4, version = s.version + 1,
          phone = coalesce(s.phone, d.phone), email = coalesce(s.email, d.email), place = coalesce(s.place, d.place),
          subdivision = coalesce(s.subdivision, d.subdivision), birth_date = coalesce(s.birth_date, d.birth_date),
          age = coalesce(s.age, d.age), document_number = coalesce(s.document_number, d.document_number),
          party_size = greatest(s.party_size, d.party_size), case_id = coalesce(s.case_id, d.case_id)
     FROM (SELECT (array_agg(phone ORDER BY registered_at, id) FILTER (WHERE phone IS NOT NULL))[1] AS phone,
                  (array_agg(email ORDER BY registered_at, id) FILTER (WHERE email IS NOT NULL))[1] AS email,
                  (array_agg(place ORDER BY registered_at, id) FILTER (WHERE place IS NOT NULL))[1] AS place,
                  (array_agg(subdivision ORDER BY registered_at, id) FILTER (WHERE subdivision IS NOT NULL))[1] AS subdivision,
                  (array_agg(birth_date ORDER BY registered_at, id) FILTER (WHERE birth_date IS NOT NULL))[1] AS birth_date,
                  (array_agg(age ORDER BY registered_at, id) FILTER (WHERE age IS NOT NULL))[1] AS age,
                  (array_agg(document_number ORDER BY registered_at, id) FILTER (WHERE document_number IS NOT NULL))[1] AS document_number,
                  max(party_size) AS party_size,
                  (array_agg(case_id ORDER BY registered_at, id) FILTER (WHERE case_id IS NOT NULL))[1] AS case_id
             FROM incident_persons WHERE id = ANY ($2)) d
    WHERE s.id = $1`,
);
const SETTLE = statement(
  'crisis.settle',
  'SELECT app.settle_incident_person(p) FROM unnest($1::uuid[]) AS p',
);
/** A seat that is still to be taken must stay with the record that counts; two who travelled together are two. */
const SEATS = statement(
  'crisis.seats-of-duplicates',
  `SELECT coalesce(bool_or(s.state IN ('seated', 'waiting') AND s.person_id <> $2), false) AS held,
          coalesce(bool_or(s.state IN ('boarded', 'added', 'arrived', 'missing') AND EXISTS (
            SELECT 1 FROM manifest_seats o JOIN incident_persons d ON d.id = o.person_id
             WHERE o.manifest_id = s.manifest_id AND d.stands_for = ANY ($1) AND o.person_id <> s.person_id
               AND o.state IN ('boarded', 'added', 'arrived', 'missing'))), false) AS together
     FROM manifest_seats s JOIN incident_persons p ON p.id = s.person_id WHERE p.stands_for = ANY ($1)`,
);
const SEPARATE = statement(
  'crisis.separate',
  'UPDATE incident_persons SET stands_for = id, version = version + 1 WHERE id = $1',
);

interface Merging {
  id: string;
  standsFor: string;
  vulnerability: string[];
  caseId: string | null;
}
type Compared = Omit<Registered, 'phone'> & {
  phone: StoredText | null;
  source: Source;
  mentions: number;
};

export interface DuplicatesView {
  items: (Omit<DuplicateGroup, 'ids'> & { persons: Omit<Compared, 'phone'>[] })[];
}

/** Who was registered more than once: offered by likeness, decided by staff, taken back when wrong. */
@Injectable()
export class Merges {
  constructor(
    private readonly work: IncidentWork,
    private readonly persons: IncidentPersons,
    private readonly happenings: Happenings,
  ) {}

  /** Groups of records that may be one person, the most alike first. */
  duplicates(actor: Actor, incidentId: string): Promise<DuplicatesView> {
    return this.work.on(actor, incidentId, 'crisis.read', async () => {
      const { database } = this.work;
      const pairs = await database.query<{ a: string; b: string }>(PAIRS, [incidentId]);
      const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
      const rows = await database.query<Compared>(COMPARED, [ids]);
      const known = new Map(rows.map((row) => [row.id, row]));
      const compared = new Map(rows.map((row) => [row.id, { ...row, phone: textOf(row.phone) }]));
      const groups = groupsOf(
        pairs.map(({ a, b }) => [compared.get(a)!, compared.get(b)!] as const),
      );
      const items = groups.map(({ ids: members, ...group }) => ({
        ...group,
        persons: members.map((id) => {
          const { phone: _, ...person } = known.get(id)!;
          return person;
        }),
      }));
      return { items };
    });
  }

  /**
   * The duplicates count as `survivorId` from now on; the lists that named them stay theirs.
   * @throws DomainError MERGE_HAS_SEATS (409) while a duplicate holds a seat; MERGE_ABOARD_TOGETHER (409)
   * when both are known to have travelled on one manifest; MERGE_HAS_CASES (409)
   */
  merge(
    actor: Actor,
    incidentId: string,
    { survivorId, duplicateIds }: MergePersonsRequest,
  ): Promise<{ id: string }> {
    return this.work.on(
      actor,
      incidentId,
      'crisis.work',
      async (file) => {
        const { database } = this.work;
        const gone = [...new Set(duplicateIds)];
        if (gone.includes(survivorId)) throw invalidField('duplicateIds', 'IS_THE_SURVIVOR');
        const rows = await database.query<Merging>(LOCK, [incidentId, [survivorId, ...gone]]);
        if (rows.length < gone.length + 1) throw notFound();
        if (rows.some(({ id, standsFor }) => id !== standsFor)) {
          throw new DomainError('ALREADY_MERGED', { status: 409 });
        }
        if (rows.filter(({ caseId }) => caseId).length > 1) {
          throw new DomainError('MERGE_HAS_CASES', { status: 409 });
        }
        const [seats] = await database.query<{ held: boolean; together: boolean }>(SEATS, [
          [survivorId, ...gone],
          survivorId,
        ]);
        if (seats!.held) throw new DomainError('MERGE_HAS_SEATS', { status: 409 });
        if (seats!.together) throw new DomainError('MERGE_ABOARD_TOGETHER', { status: 409 });
        const moved = await database.query<{ id: string }>(MOVED, [gone, survivorId]);
        const ids = moved.map(({ id }) => id);
        const vulnerability = [...new Set(rows.flatMap((row) => row.vulnerability))];
        database.post(STAND_FOR, [gone, survivorId]);
        this.keep(incidentId, ids, survivorId, file.now.toString());
        database.post(JOIN_NEEDS, [survivorId, gone]);
        const priority = await this.persons.rank(survivorId, vulnerability);
        database.post(FILL_IN, [survivorId, gone, vulnerability, priority]);
        database.post(SETTLE, [[survivorId]]);
        await this.happenings.replan([survivorId]);
        await this.work.record(file, 'incident_person.merged', { survivorId, duplicateIds: gone });
        return { id: survivorId };
      },
      { active: true },
    );
  }

  /** A record that was merged by mistake counts for itself again; what the other learned of it stays. */
  separate(actor: Actor, incidentId: string, personId: string): Promise<{ id: string }> {
    return this.work.on(
      actor,
      incidentId,
      'crisis.work',
      async (file) => {
        const { database } = this.work;
        const [person] = await database.query<Merging>(LOCK, [incidentId, [personId]]);
        if (!person) throw notFound();
        if (person.standsFor === personId) throw new DomainError('NOT_MERGED', { status: 409 });
        database.post(SEPARATE, [personId]);
        this.keep(incidentId, [personId], null, file.now.toString());
        database.post(SETTLE, [[personId, person.standsFor].sort()]);
        await this.work.record(file, 'incident_person.separated', { personId });
        return { id: personId };
      },
      { active: true },
    );
  }

  private keep(incidentId: string, ids: string[], into: string | null, at: string): void {
    this.work.database.post(RECORD, [incidentId, ids.map(() => newId()), ids, into, at]);
  }
}

const textOf = (stored: StoredText | null): string | null =>
  stored && ProtectedText.fromStored(stored).reveal();
