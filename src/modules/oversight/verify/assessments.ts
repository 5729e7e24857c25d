import { hashOf, type SignedAssessment } from '../../assessment';
import type { Invariant, Witness } from './invariant';

const BATCH = 1000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

const SIGNED = `
  SELECT id, case_id AS "caseId", person_id AS "personId", version, occurred_at AS "occurredAt",
         signed_by AS "signedBy", signed_at AS "signedAt", conclusion, circumstances, conditions, factors,
         monthly_income::text AS "monthlyIncome", income_currency AS "incomeCurrency", dependants, housing,
         support, health, legal_capacity AS "legalCapacity", note ->> 'clear' AS note,
         content_hash AS "contentHash"
    FROM vulnerability_assessments WHERE id > $1 AND NOT coalesce(note ? 'sealed', false)
   ORDER BY id LIMIT ${BATCH}`;

type Row = Omit<SignedAssessment, 'occurredAt' | 'signedAt'> & {
  id: string;
  occurredAt: Date;
  signedAt: Date;
  contentHash: string;
};

const isAltered = ({ contentHash, ...row }: Row): boolean =>
  hashOf({
    ...row,
    occurredAt: row.occurredAt.toISOString(),
    signedAt: row.signedAt.toISOString(),
  }) !== contentHash;

/** Assessments whose content is no longer what the officer signed (RC art. 10). */
export const assessmentInvariant = ({ owner }: Witness): Invariant => ({
  name: 'assessments_altered_after_signing',
  async count() {
    let altered = 0;
    for (let after = FIRST_ID; ;) {
      const { rows } = await owner.query<Row>(SIGNED, [after]);
      if (rows.length === 0) return altered;
      altered += rows.filter(isAltered).length;
      after = rows.at(-1)!.id;
    }
  },
});
