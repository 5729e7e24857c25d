import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { ProtectedText, type StoredText } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { notFound } from '../../platform/errors/domain-error';
import {
  standsAt,
  type ContactChannel,
  type RestrictionGround,
} from './domain/contact-restriction';
import {
  INVERSE_RELATION,
  standsOn,
  type AliasKind,
  type GuardianGround,
  type GuardianNeed,
  type RelationKind,
  type RelationSource,
} from './domain/ties';
import { Guardians } from './guardians';
import { joinPerson, recordsOf } from './shown-person';

const NAME = (alias: string) =>
  `concat_ws(' ', ${alias}.given_names, ${alias}.first_surname, ${alias}.second_surname)`;
const RECORDS = recordsOf('$1');

const PERSON = statement('people.ties_person', 'SELECT 1 AS found FROM persons WHERE id = $1');
const ALIASES = statement(
  'people.ties_aliases',
  `SELECT a.id, a.kind, a.name FROM person_aliases a
    WHERE a.person_id IN ${RECORDS} AND a.withdrawn_at IS NULL ORDER BY a.id`,
);
/** Whom each end stands for now; a tie between two records of one person says nothing any more. */
const RELATIONS = statement(
  'people.ties_relations',
  `SELECT t.id, t.kind, t.inverse, t.source, t.since::text, t.until::text, t.note, s.id AS "personId",
          ${NAME('s')} AS "fullName", s.birth_date::text AS "birthDate"
     FROM (SELECT r.*, r.other_id AS far, false AS inverse FROM person_relations r WHERE r.person_id IN ${RECORDS}
           UNION ALL
           SELECT r.*, r.person_id, true FROM person_relations r WHERE r.other_id IN ${RECORDS}) t
     ${joinPerson('t.far', 's')}
    WHERE t.withdrawn_at IS NULL AND s.id IS NOT NULL AND s.id NOT IN ${RECORDS}
    ORDER BY t.until NULLS FIRST, s.birth_date, t.id`,
);
const GUARDIANS = statement(
  'people.ties_guardians',
  `SELECT t.id, t.ward, t.ground, t.since::text, t.until::text, t.document_reference AS "documentReference",
          t.note, s.id AS "personId", ${NAME('s')} AS "fullName"
     FROM (SELECT g.*, g.guardian_id AS far, false AS ward FROM person_guardians g WHERE g.person_id IN ${RECORDS}
           UNION ALL
           SELECT g.*, g.person_id, true FROM person_guardians g WHERE g.guardian_id IN ${RECORDS}) t
     ${joinPerson('t.far', 's')}
    WHERE t.withdrawn_at IS NULL AND s.id IS NOT NULL ORDER BY t.since DESC, t.id`,
);
const RESTRICTIONS = statement(
  'people.ties_restrictions',
  `SELECT r.id, r.channel, r.post_id AS "postId", p.code AS "postCode", r.ground, r.reason, r.since, r.until,
          r.lifted_at AS "liftedAt", n.display_name AS "recordedBy"
     FROM contact_restrictions r LEFT JOIN posts p ON p.id = r.post_id
     LEFT JOIN staff_names n ON n.id = r.recorded_by
    WHERE r.person_id IN ${RECORDS} ORDER BY r.since DESC`,
);

export interface AliasView {
  id: string;
  kind: AliasKind;
  name: string;
}
export interface RelationView {
  id: string;
  personId: string;
  fullName: string;
  birthDate: string | null;
  /** What that person is to this one. */
  kind: RelationKind;
  source: RelationSource;
  since: string | null;
  until: string | null;
  note: string | null;
}
export interface GuardianView {
  id: string;
  personId: string;
  fullName: string;
  ground: GuardianGround;
  since: string;
  until: string | null;
  documentReference: string | null;
  note: string | null;
  /** Acts today. */
  current: boolean;
}
export interface RestrictionView {
  id: string;
  channel: ContactChannel | null;
  postId: string | null;
  postCode: string | null;
  ground: RestrictionGround;
  reason: string;
  since: string;
  until: string | null;
  liftedAt: string | null;
  recordedBy: string | null;
  current: boolean;
}

/** Everything that ties a person to names, to other persons and to the service's restraint. */
export interface PersonTiesView {
  aliases: AliasView[];
  relations: RelationView[];
  guardians: GuardianView[];
  /** Those for whom the person acts. */
  wards: GuardianView[];
  guardianNeed: GuardianNeed | null;
  restrictions: RestrictionView[];
}

type Stored<View> = Omit<View, 'note' | 'reason' | 'current'> & { note: StoredText | null };

/** Reads the ties of a person; a duplicate's own are those of the person it stands for. */
@Injectable()
export class PersonTies {
  constructor(
    private readonly database: Database,
    private readonly guardians: Guardians,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** 404 when the person is absent or out of reach. Looking is recorded. */
  show(actor: Actor, id: string): Promise<PersonTiesView> {
    actor.require('person.read');
    return this.database.inTransaction(actor, async () => {
      const now = this.clock.now();
      const today = now.toZonedDateTimeISO('UTC').toPlainDate().toString();
      const [found] = await this.database.query(PERSON, [id]);
      if (!found) throw notFound();
      const [aliases, relations, guardians, restrictions] = await Promise.all([
        this.database.query<AliasView>(ALIASES, [id]),
        this.database.query<Stored<RelationView> & { inverse: boolean }>(RELATIONS, [id]),
        this.database.query<Stored<GuardianView> & { ward: boolean }>(GUARDIANS, [id]),
        this.database.query<RestrictionRow>(RESTRICTIONS, [id]),
        this.audit.record({ action: 'person.ties_viewed', subjectType: 'person', subjectId: id }),
      ]);
      const shown = guardians.map(({ ward, note, ...guardian }) => ({
        ward,
        view: { ...guardian, note: read(note), current: standsOn(guardian, today) },
      }));
      return {
        aliases,
        relations: relations.map(({ inverse, kind, note, ...relation }) => ({
          ...relation,
          kind: inverse ? INVERSE_RELATION[kind] : kind,
          note: read(note),
        })),
        guardians: shown.filter(({ ward }) => !ward).map(({ view }) => view),
        wards: shown.filter(({ ward }) => ward).map(({ view }) => view),
        guardianNeed: (await this.guardians.guardianship(id, today)).need,
        restrictions: restrictions.map((row) => restrictionOf(row, now.epochMilliseconds)),
      };
    });
  }
}

interface RestrictionRow extends Omit<
  RestrictionView,
  'reason' | 'since' | 'until' | 'liftedAt' | 'current'
> {
  reason: StoredText;
  since: Date;
  until: Date | null;
  liftedAt: Date | null;
}

const restrictionOf = (row: RestrictionRow, now: number): RestrictionView => ({
  ...row,
  reason: ProtectedText.fromStored(row.reason).reveal(),
  since: row.since.toISOString(),
  until: row.until?.toISOString() ?? null,
  liftedAt: row.liftedAt?.toISOString() ?? null,
  current: standsAt(
    {
      channel: row.channel,
      postId: row.postId,
      since: row.since.getTime(),
      until: row.until?.getTime() ?? null,
      liftedAt: row.liftedAt?.getTime() ?? null,
    },
    now,
  ),
});

const read = (text: StoredText | null): string | null =>
  text ? ProtectedText.fromStored(text).reveal() : null;
