import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import { Database } from '../../platform/database/database';
import { revived } from '../../platform/database/json-rows';
import { statement } from '../../platform/database/statement';
import type { FactsSource } from '../obligations';
import { joinFacts } from '../people';
import type { GuideContext } from './domain/checklist';
import type { MinorFacts } from './domain/minor-facts';

const list = (table: string, fields: string, order = 'x.recorded_at'): string =>
  `(SELECT coalesce(json_agg(json_build_object('id', x.id, ${fields}) ORDER BY ${order}, x.id), '[]')
      FROM ${table} x WHERE x.case_id = c.id)`;
const of = (parent: string, table: string, fields: string): string =>
  `(SELECT coalesce(json_agg(json_build_object('id', y.id, ${fields}) ORDER BY y.id), '[]')
      FROM ${table} y WHERE y.case_id = x.case_id AND y.${parent} = x.id)`;
/** The person whom a record stands for. */
const PERSON = `coalesce((SELECT coalesce(p.merged_into, p.id) FROM persons p WHERE p.id = x.person_id), x.person_id)`;
/** When a later entry took its place. */
const REPLACED = (table: string, since: string) =>
  `(SELECT min(w.${since}) FROM ${table} w WHERE w.replaces = x.id)`;

/** One round trip for all facts; instants leave as text, since JSON knows no timestamps. */
const FACTS = `SELECT c.id AS "caseId", z.time_zone AS zone, c.country,
     coalesce((SELECT min(t.occurred_at) FROM timeline_entries t
       WHERE t.case_id = c.id AND t.kind = 'case.opened'), c.recorded_at) AS "openedAt",
     c.intake_channel = 'person' AS "cameInPerson",
     (SELECT json_build_object('bornOn', f.birth_date, 'presumedAge', s.presumed_age,
         'presumedAt', s.occurred_at)
        FROM (SELECT 1) one ${joinFacts('c.subject_person_id', 'f')}
        LEFT JOIN LATERAL (SELECT x.presumed_age, x.occurred_at FROM child_situations x
          WHERE x.case_id = c.id AND x.presumed_age IS NOT NULL
          ORDER BY x.occurred_at DESC, x.id DESC LIMIT 1) s ON true) AS age,
     (SELECT coalesce(json_agg(json_build_object('id', x.id, 'channel', x.channel, 'outcome', x.outcome,
         'codeWordGiven', x.code_word_given, 'occurredAt', x.occurred_at)), '[]')
        FROM contact_attempts x WHERE x.case_id = c.id AND x.person_id = c.subject_person_id) AS contacts,
     ${list('interest_assessments', `'stage', x.stage, 'course', x.course, 'occurredAt', x.occurred_at`, 'x.occurred_at')} AS interests,
     ${list(
       'minor_guardianships',
       `'personId', ${PERSON}, 'ground', x.ground, 'state', x.state, 'sole', x.sole, 'issuedOn', x.issued_on,
        'expiresOn', x.expires_on, 'replaced', ${REPLACED('minor_guardianships', 'claimed_at')} IS NOT NULL,
        'claimedAt', x.claimed_at, 'decidedAt', x.decided_at,
        'endedAt', coalesce(x.ended_at, ${REPLACED('minor_guardianships', 'claimed_at')})`,
     )} AS guardianships,
     ${list(
       'travel_authorisations',
       `'kind', x.kind, 'personId', ${PERSON}, 'givenOn', x.given_on, 'expiresOn', x.expires_on,
        'destination', x.destination, 'fromOn', x.travel_from, 'toOn', x.travel_to,
        'revoked', x.ended_at IS NOT NULL`,
     )} AS authorisations,
     ${list(
       'state_care_orders',
       `'sinceOn', x.since, 'endedAt', x.ended_at, 'hearings', ${of(
         'care_id',
         'state_care_hearings',
         `'heldAt', y.held_at, 'notedAt', y.noted_at, 'outcome', y.outcome`,
       )}`,
     )} AS care,
     ${list(
       'child_abductions',
       `'route', x.route, 'takenOn', x.taken_on, 'toldAt', x.told_at,
        'replacedAt', ${REPLACED('child_abductions', 'told_at')}, 'steps', ${of(
          'abduction_id',
          'abduction_steps',
          `'step', y.step, 'decision', y.decision, 'dayOn', y.taken_on`,
        )}`,
     )} AS abductions,
     ${list(
       'located_relatives',
       `'personId', ${PERSON}, 'state', x.state, 'suitability', (SELECT a.suitability FROM family_assessments a
          WHERE a.case_id = c.id AND a.relative_id = x.id ORDER BY a.occurred_at DESC, a.id DESC LIMIT 1)`,
     )} AS relatives,
     ${list(
       'reunifications',
       `'occurredAt', x.occurred_at, 'followUps', ${of(
         'reunification_id',
         'reunification_follow_ups',
         `'occurredAt', y.occurred_at, 'finding', y.finding`,
       )}`,
     )} AS reunions,
     ${list('comings_of_age', `'occurredAt', x.occurred_at`)} AS "comingsOfAge"
   FROM cases c JOIN posts z ON z.id = c.post_id WHERE c.family = 'minor' AND `;
/** Apart, since a plan for any number of cases is never thought as good as one made anew each time. */
const LOAD_ONE = statement('minors.facts-of-one', `${FACTS} c.id = $1`);
const LOAD_MANY = statement('minors.facts', `${FACTS} c.id = ANY ($1::uuid[])`);

const CONTEXT = statement(
  'minors.guide',
  `SELECT c.type, (SELECT count(*)::int FROM tracing_steps x WHERE x.case_id = c.id) AS tracings,
     ARRAY(SELECT DISTINCT x.step FROM state_care_steps x WHERE x.case_id = c.id) AS "careSteps"
   FROM cases c WHERE c.id = $1`,
);

type Day = Temporal.PlainDate;
type Renamed<T, From extends string, To extends keyof T> = Omit<T, To> & Record<From, T[To]>;
type List<K extends keyof MinorFacts> = MinorFacts[K] extends readonly (infer T)[] ? T : never;

/** As the statement names them: a day ends in `On`, an instant in `At`. */
type LoadedCare = Omit<Renamed<List<'care'>, 'sinceOn', 'since'>, 'hearings'> & {
  hearings: Renamed<List<'care'>['hearings'][number], 'heldAt', 'at'>[];
};
type LoadedAbduction = Omit<List<'abductions'>, 'steps'> & {
  steps: Renamed<List<'abductions'>['steps'][number], 'dayOn', 'on'>[];
};
type LoadedAuthorisation = Omit<List<'authorisations'>, 'travelFrom' | 'travelTo'> & {
  fromOn: Day | null;
  toOn: Day | null;
};
type Loaded = Omit<MinorFacts, 'age' | 'care' | 'abductions' | 'authorisations'> & {
  age: { bornOn: Day | null; presumedAge: number | null; presumedAt: Temporal.Instant | null };
  care: LoadedCare[];
  abductions: LoadedAbduction[];
  authorisations: LoadedAuthorisation[];
};

/** In the words of the rules; the day on which an age was presumed is a day at the post. */
function factsOf(row: object): MinorFacts {
  const { age, care, abductions, authorisations, ...facts } = revived(row) as Loaded;
  const { bornOn: birthDate, presumedAge, presumedAt } = age;
  const presumedOn = presumedAt?.toZonedDateTimeISO(facts.zone).toPlainDate() ?? null;
  return {
    ...facts,
    age: { birthDate, presumedAge, presumedOn },
    care: care.map(({ sinceOn: since, hearings, ...order }) => ({
      ...order,
      since,
      hearings: hearings.map(({ heldAt: at, ...hearing }) => ({ ...hearing, at })),
    })),
    abductions: abductions.map(({ steps, ...abduction }) => ({
      ...abduction,
      steps: steps.map(({ dayOn: on, ...step }) => ({ ...step, on })),
    })),
    authorisations: authorisations.map(({ fromOn, toOn, ...authorisation }) => ({
      ...authorisation,
      travelFrom: fromOn,
      travelTo: toOn,
    })),
  };
}

/** Loads the facts of cases of minors in the ambient transaction. */
@Injectable()
export class MinorFactsSource implements FactsSource<MinorFacts> {
  constructor(private readonly database: Database) {}

  async load(caseIds: readonly string[]): Promise<Map<string, MinorFacts>> {
    const rows =
      caseIds.length === 1
        ? await this.database.query<{ caseId: string }>(LOAD_ONE, [caseIds[0]])
        : await this.database.query<{ caseId: string }>(LOAD_MANY, [caseIds]);
    return new Map(rows.map((row) => [row.caseId, factsOf(row)]));
  }

  /** The facts of one case; null when it is of another family, or out of the actor's reach. */
  async of(caseId: string): Promise<MinorFacts | null> {
    return (await this.load([caseId])).get(caseId) ?? null;
  }

  /** What the guided steps look at beside the facts. */
  async guideContext(caseId: string): Promise<GuideContext | null> {
    const [row] = await this.database.query<GuideContext>(CONTEXT, [caseId]);
    return row ?? null;
  }
}
