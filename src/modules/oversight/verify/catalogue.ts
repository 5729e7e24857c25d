import { answersAtOdds, catalogueSchema, type KeptAnswers } from '../../catalogue';
import { ProtectedText, type StoredText } from '../../../platform/crypto/protected-text';
import { counted, type Invariant, type Witness } from './invariant';

const BATCH = 1000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Families of a version, one row each, for a case `c`. */
const FAMILY = `catalogue_versions v, jsonb_array_elements(v.content -> 'families') f
  WHERE v.version = c.catalogue_version AND f ->> 'code' = c.family`;

/** Without family and type in its version, a case has no fields, no steps and no clocks. */
const UNKNOWN_CASES = `
  SELECT coalesce(sum(c.n), 0) AS n
    FROM (SELECT catalogue_version, family, type, count(*) AS n FROM cases GROUP BY 1, 2, 3) c
   WHERE NOT EXISTS (SELECT FROM ${FAMILY}
     AND f -> 'types' @> jsonb_build_array(jsonb_build_object('code', c.type)))`;

/** A mark on no step of the case, or an act without a name: work that no checklist and no clock counts. */
const UNKNOWN_WORK = `
  SELECT (SELECT count(*) FROM checklist_marks m JOIN cases c ON c.id = m.case_id
           WHERE NOT EXISTS (SELECT FROM ${FAMILY} AND EXISTS (
             SELECT FROM jsonb_array_elements(f -> 'checklist') i
              WHERE i ->> 'code' = m.item AND i #>> '{metBy,by}' = 'mark'
                AND coalesce(i -> 'types' ? c.type, true))))
       + (SELECT count(*) FROM case_actions a JOIN cases c ON c.id = a.case_id
           WHERE NOT EXISTS (SELECT FROM catalogue_versions v WHERE v.version = c.catalogue_version
             AND v.content -> 'actions' @> jsonb_build_array(jsonb_build_object('code', a.action)))) AS n`;

const VERSIONS = 'SELECT version, content FROM catalogue_versions';
const ANSWERED = `
  SELECT c.id, c.family, c.type, c.catalogue_version AS version, p.time_zone AS zone,
         (SELECT coalesce(json_agg(json_build_object('field', a.field, 'value', a.value, 'tier', a.tier)), '[]')
            FROM (SELECT DISTINCT ON (x.field) x.field, x.value, x.tier FROM case_answers x
                   WHERE x.case_id = c.id ORDER BY x.field, x.recorded_at DESC, x.id DESC) a
           WHERE a.value IS NOT NULL) AS answers
    FROM cases c JOIN posts p ON p.id = c.post_id
   WHERE c.id > $1 AND EXISTS (SELECT FROM case_answers y WHERE y.case_id = c.id)
   ORDER BY c.id LIMIT ${BATCH}`;

interface AnsweredCase extends KeptAnswers {
  id: string;
  version: number;
}

/** An answer as the rules read it; a sealed text cannot be read, and counts as given. */
function readable(value: unknown): KeptAnswers['answers'][number]['value'] {
  if (typeof value !== 'object' || Array.isArray(value)) return value as string;
  const text = ProtectedText.fromStored(value as StoredText);
  return text.isSealed ? '—' : text.reveal();
}

const refusedAnswers = ({ owner, clock }: Witness): Invariant => ({
  name: 'answers_refused_by_their_catalogue',
  async count() {
    const known = await owner.query<{ version: number; content: unknown }>(VERSIONS);
    const contents = new Map(
      known.rows.map(({ version, content }) => [version, catalogueSchema.parse(content)]),
    );
    let refused = 0;
    for (let after = FIRST_ID; ;) {
      const { rows } = await owner.query<AnsweredCase>(ANSWERED, [after]);
      if (rows.length === 0) return refused;
      for (const { version, answers, ...file } of rows) {
        const kept = answers.map((answer) => ({ ...answer, value: readable(answer.value) }));
        const content = contents.get(version)!;
        refused += answersAtOdds(content, { ...file, answers: kept }, clock.now()).length;
      }
      after = rows.at(-1)!.id;
    }
  },
});

/** A case is read and judged for ever by the version of the catalogue under which it was opened. */
export const catalogueInvariants = (witness: Witness): Invariant[] => [
  counted('cases_unknown_to_their_catalogue', witness.owner, UNKNOWN_CASES),
  counted('steps_unknown_to_their_catalogue', witness.owner, UNKNOWN_WORK),
  refusedAnswers(witness),
];
