import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import type { FactsSource } from '../obligations';
import { DeathRequirements } from './death-requirements';
import type { DeathFacts } from './domain/death-facts';
import { decisionOf } from './domain/plan-death';
import { remainsKindOf } from './domain/remains';
import {
  pendingDocuments,
  requiredDocuments,
  type DocumentState,
  type RequirementsContent,
} from './domain/requirements';

const list = (table: string, fields: string, more = ''): string =>
  `(SELECT coalesce(json_agg(json_build_object('id', x.id, ${fields})), '[]')
      FROM ${table} x WHERE x.case_id = c.id ${more})`;

/**
 * One round trip for all facts; instants leave as text, since JSON knows no timestamps. A civil day
 * counts from its noon in UTC: only its order among other facts matters.
 */
const FACTS = `SELECT c.id AS "caseId", c.type, c.country, coalesce((SELECT min(t.occurred_at)
       FROM timeline_entries t WHERE t.case_id = c.id AND t.kind = 'case.opened'), c.recorded_at) AS "openedAt",
     d.manner, d.identification, d.heirs, d.inquiry_known_at AS "inquiryKnownAt",
     d.custody_known_at AS "custodyKnownAt", d.no_heirs_known_at AS "noHeirsKnownAt",
     ${list('kin_notices', `'outcome', x.outcome, 'occurredAt', x.occurred_at`)} AS kin,
     ${list('remains_decisions', `'way', x.way, 'occurredAt', x.occurred_at`)} AS decisions,
     (SELECT coalesce(json_agg(json_build_object('id', x.id, 'code', x.code, 'state', x.state, 'occurredAt', x.recorded_at)
         ORDER BY x.recorded_at, x.id), '[]') FROM remains_documents x WHERE x.case_id = c.id) AS documents,
     (SELECT coalesce(json_agg(json_build_object('id', r.id, 'occurredAt', r.at)), '[]') FROM (
        SELECT x.id, x.received_at AS at FROM remains_receptions x
         WHERE x.case_id = c.id AND x.received_at IS NOT NULL
        UNION ALL SELECT x.id, (x.rested_on + time '12:00') AT TIME ZONE 'UTC' FROM resting_places x
         WHERE x.case_id = c.id) r) AS rests,
     ${list('death_registrations', `'occurredAt', x.recorded_at`)} AS registrations,
     ${list(
       'death_inquiries',
       `'openedAt', x.opened_at, 'concludedAt', x.concluded_at, 'contacts', (SELECT coalesce(json_agg(
          json_build_object('id', f.id, 'occurredAt', f.occurred_at)), '[]') FROM death_inquiry_contacts f
          WHERE f.case_id = c.id AND f.inquiry_id = x.id)`,
     )} AS inquiries,
     (SELECT count(*)::int FROM necropsies x WHERE x.case_id = c.id) AS necropsies,
     ${list('headquarters_reports', `'subject', x.subject, 'occurredAt', x.occurred_at`)} AS reports,
     ${list('estate_effects', `'takenAt', x.taken_at, 'handedOverAt', x.handed_over_at`)} AS effects
   FROM deaths d JOIN cases c ON c.id = d.case_id WHERE `;
/** Apart, since a plan for any number of cases is never thought as good as one made anew each time. */
const LOAD_ONE = statement('death.facts-of-one', `${FACTS} d.case_id = $1`);
const LOAD_MANY = statement('death.facts', `${FACTS} d.case_id = ANY ($1::uuid[])`);

const INSTANT_FIELD = /At$/;

function revive(key: string, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return Temporal.Instant.fromEpochMilliseconds(value.getTime());
  if (typeof value === 'string') {
    return INSTANT_FIELD.test(key) ? Temporal.Instant.from(value) : value;
  }
  if (Array.isArray(value)) return value.map((item) => revive('', item));
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, revive(k, v)]));
  }
  return value;
}

interface DocumentRow {
  id: string;
  code: string;
  state: DocumentState;
  occurredAt: Temporal.Instant;
}
type Row = Omit<DeathFacts, 'pendingDocuments' | 'documentsAt'> & { documents: DocumentRow[] };

/** Where each document stands: its newest row holds. */
const statesOf = (documents: readonly DocumentRow[]): Record<string, DocumentState> =>
  Object.fromEntries(documents.map(({ code, state }) => [code, state]));

function toFacts({ documents, ...facts }: Row, content: RequirementsContent): DeathFacts {
  const way = decisionOf(facts as DeathFacts)?.way ?? null;
  const { type, country, manner } = facts;
  const required = requiredDocuments(content, {
    country,
    manner,
    way,
    kind: remainsKindOf(type, way),
  });
  const last = documents.filter(({ state }) => state !== 'required').at(-1);
  return {
    ...facts,
    pendingDocuments: pendingDocuments(required, statesOf(documents)),
    documentsAt: last ? { id: last.id, occurredAt: last.occurredAt } : null,
  };
}

/** Loads the facts of deaths in the ambient transaction. */
@Injectable()
export class DeathFactsSource implements FactsSource<DeathFacts> {
  constructor(
    private readonly database: Database,
    private readonly requirements: DeathRequirements,
  ) {}

  async load(caseIds: readonly string[]): Promise<Map<string, DeathFacts>> {
    const [rows, content] = await Promise.all([
      caseIds.length === 1
        ? this.database.query<{ caseId: string }>(LOAD_ONE, [caseIds[0]])
        : this.database.query<{ caseId: string }>(LOAD_MANY, [caseIds]),
      this.requirements.current(),
    ]);
    return new Map(rows.map((row) => [row.caseId, toFacts(revive('', row) as Row, content)]));
  }

  /** The facts of one case; null when it is of another family, or out of the actor's reach. */
  async of(caseId: string): Promise<DeathFacts | null> {
    return (await this.load([caseId])).get(caseId) ?? null;
  }
}
