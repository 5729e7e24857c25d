import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import type { FactsSource } from '../obligations';
import { joinFacts } from '../people';
import type { DetentionFacts } from './domain/detention-facts';

/** One round trip for all facts; instants leave as text, since JSON knows no timestamps. */
const FACTS = `SELECT d.case_id AS "caseId", d.post_notified_at AS "postNotifiedAt", d.detained_at AS "detainedAt",
     c.country, p.birth_date::text AS "birthDate", coalesce(p.vulnerability, '{}') AS vulnerability,
     (SELECT t.data -> 'factors' FROM timeline_entries t WHERE t.case_id = d.case_id
         AND t.kind = 'vulnerability.assessed' ORDER BY t.occurred_at DESC, t.id DESC LIMIT 1) AS assessed,
     (SELECT coalesce(json_agg(json_build_object('id', x.id, 'stage', x.stage, 'occurredAt', x.occurred_at,
         'replaces', x.replaces)), '[]') FROM detention_stages x WHERE x.case_id = d.case_id) AS stages,
     (SELECT coalesce(json_agg(json_build_object('facilityId', f.id, 'kind', f.kind, 'harshness', f.harshness,
         'country', f.country, 'since', x.since)), '[]')
        FROM facility_stays x JOIN facilities f ON f.id = x.facility_id WHERE x.case_id = d.case_id) AS stays,
     (SELECT coalesce(json_agg(json_build_object('id', x.id, 'subject', x.subject, 'wish', x.wish,
         'occurredAt', x.occurred_at)), '[]') FROM detention_wishes x WHERE x.case_id = d.case_id) AS wishes,
     (SELECT coalesce(json_agg(json_build_object('id', x.id, 'kind', x.kind, 'withWhom', x.with_whom,
         'outcome', x.outcome, 'occurredAt', x.occurred_at,
         'evidence', CASE WHEN x.evidence IS NOT NULL THEN 'kept' END)), '[]')
        FROM detention_contacts x WHERE x.case_id = d.case_id) AS contacts,
     (SELECT coalesce(json_agg(json_build_object('id', x.id, 'occurredAt', x.occurred_at)), '[]')
        FROM family_notifications x WHERE x.case_id = d.case_id) AS "familyNotifications",
     (SELECT coalesce(json_agg(json_build_object('id', x.id, 'contactId', x.contact_id, 'followsId', x.follows_id,
         'sentAt', x.sent_at, 'repliedAt', x.replied_at, 'explainedAt', x.explained_at)), '[]')
        FROM notes_verbales x WHERE x.case_id = d.case_id) AS "notesVerbales",
     (SELECT coalesce(json_agg(json_build_object('id', x.id, 'at', x.at, 'notes',
         (SELECT coalesce(json_agg(json_build_object('id', n.id, 'outcome', n.outcome, 'occurredAt', n.occurred_at)), '[]')
            FROM hearing_notes n WHERE n.case_id = d.case_id AND n.hearing_id = x.id))), '[]')
        FROM hearings x WHERE x.case_id = d.case_id) AS hearings,
     (SELECT coalesce(json_agg(json_build_object('id', x.id, 'notifiedAt', x.notified_at, 'reviews',
         (SELECT coalesce(json_agg(json_build_object('id', r.id, 'occurredAt', r.occurred_at)), '[]')
            FROM expulsion_reviews r WHERE r.case_id = d.case_id AND r.expulsion_id = x.id))), '[]')
        FROM expulsions x WHERE x.case_id = d.case_id) AS expulsions,
     (SELECT coalesce(json_agg(json_build_object('id', x.id, 'reportedAt', x.reported_at,
         'consulInformedAt', x.consul_informed_at, 'headquartersInformedAt', x.headquarters_informed_at,
         'assessedAt', x.assessed_at, 'conclusion', x.conclusion)), '[]')
        FROM mistreatment_allegations x WHERE x.case_id = d.case_id) AS allegations
   FROM detentions d JOIN cases c ON c.id = d.case_id ${joinFacts('c.subject_person_id', 'p')}
  WHERE `;
/** Apart, since a plan for any number of cases is never thought as good as one made anew each time. */
const LOAD_ONE = statement('detention.facts-of-one', `${FACTS} d.case_id = $1`);
const LOAD_MANY = statement('detention.facts', `${FACTS} d.case_id = ANY ($1::uuid[])`);

/** The facts, and what rules beside the planner compare with. */
export interface LoadedFacts extends DetentionFacts {
  caseId: string;
  detainedAt: Temporal.Instant | null;
}

/** Fields that hold an instant or a civil date, wherever they appear in the loaded facts. */
const INSTANT_FIELD = /(?:At|^since|^at)$/;

function revive(key: string, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return Temporal.Instant.fromEpochMilliseconds(value.getTime());
  if (key === 'birthDate') return Temporal.PlainDate.from(value as string);
  if (typeof value === 'string')
    return INSTANT_FIELD.test(key) ? Temporal.Instant.from(value) : value;
  if (Array.isArray(value)) return value.map((item) => revive('', item));
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, revive(k, v)]));
  }
  return value;
}

/** Factors on the person's file and those of the newest assessment of this case count alike. */
function toFacts(row: object): LoadedFacts {
  const { assessed, ...facts } = revive('', row) as LoadedFacts & { assessed: string[] | null };
  return { ...facts, vulnerability: [...new Set([...facts.vulnerability, ...(assessed ?? [])])] };
}

/**
 * Loads the facts of detentions in the ambient transaction. Allegations of mistreatment are there
 * only for those who may see them; duties are planned with the system's sight.
 */
@Injectable()
export class DetentionFactsSource implements FactsSource<LoadedFacts> {
  constructor(private readonly database: Database) {}

  async load(caseIds: readonly string[]): Promise<Map<string, LoadedFacts>> {
    const rows =
      caseIds.length === 1
        ? await this.database.query<{ caseId: string }>(LOAD_ONE, [caseIds[0]])
        : await this.database.query<{ caseId: string }>(LOAD_MANY, [caseIds]);
    return new Map(rows.map((row) => [row.caseId, toFacts(row)]));
  }

  /** The facts of one detention; null when the case has none, or is out of the actor's reach. */
  async of(caseId: string): Promise<LoadedFacts | null> {
    return (await this.load([caseId])).get(caseId) ?? null;
  }
}
