import type { Temporal } from '@js-temporal/polyfill';
import { Actor } from '../../../platform/access/actor';
import type { Obligations } from '../../obligations';
import type { Invariant, Witness } from './invariant';

const BATCH = 200;

interface ShownCase {
  id: string;
  nextDueAt: Date | null;
  nextVisitAt: Date | null;
  lastVisitAt: Date | null;
  firstContactAt: Date | null;
  queueRank: number;
}

const SHOWN = `
  SELECT id, next_due_at AS "nextDueAt", next_visit_at AS "nextVisitAt",
         last_visit_at AS "lastVisitAt", first_contact_at AS "firstContactAt", queue_rank AS "queueRank"
    FROM cases WHERE id > $1 ORDER BY id LIMIT ${BATCH}`;

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

const same = (shown: Date | null, planned: Temporal.Instant | null): boolean =>
  (shown?.getTime() ?? null) === (planned?.epochMilliseconds ?? null);

type Plan = Awaited<ReturnType<Obligations['dryRun']>>[number];

function agrees(shown: ShownCase, plan: Plan | undefined): boolean {
  if (!plan) return false;
  const { open } = plan.reconciliation;
  const visit = open.find(({ kind }) => plan.visitKinds.includes(kind));
  return (
    shown.queueRank === (plan.milestones.comesFirst ? 0 : 1) &&
    same(shown.lastVisitAt, plan.milestones.lastVisitAt) &&
    same(shown.firstContactAt, plan.milestones.firstContactAt) &&
    same(shown.nextVisitAt, visit?.due ?? null) &&
    same(shown.nextDueAt, open[0]?.due ?? null)
  );
}

/**
 * What files show and nobody types: last and next visit, first contact, next due, and whether the case
 * comes before all other work. Each is planned again from its events and compared with what it shows.
 */
export const projectionInvariant = ({ owner, database, obligations }: Witness): Invariant => ({
  name: 'shown_dates_differing_from_events',
  async count() {
    let differing = 0;
    for (let after = FIRST_ID; ;) {
      const { rows } = await owner.query<ShownCase>(SHOWN, [after]);
      if (rows.length === 0) return differing;
      const plans = await database.inTransaction(Actor.system(), () =>
        obligations.dryRun(
          rows.map(({ id }) => id),
          'verified',
        ),
      );
      const planOf = new Map(plans.map((plan) => [plan.caseId, plan]));
      differing += rows.filter((row) => !agrees(row, planOf.get(row.id))).length;
      after = rows.at(-1)!.id;
    }
  },
});
