import type { Temporal } from '@js-temporal/polyfill';
import { Actor } from '../../../platform/access/actor';
import type { Database } from '../../../platform/database/database';
import type { Obligations } from '../../obligations';
import { draftOtherCase, openedAt } from './other-case-draft';
import { PeopleIndex } from './people-index';
import { Random } from './random';
import { mergeRows, writeRows } from './rows';
import { NUMBER_CASES, POSTS, TELL_PAST } from './statements';
import type { DemonstrationPost } from './destinations';

/** Apart from the detentions of the same seed, which stay what they were. */
const OTHER_SEED = 0x51ed270b;

/** Adds cases of the families that the catalogue serves, at the posts where somebody works. */
export async function loadOtherCases(
  { database, obligations }: { database: Database; obligations: Obligations },
  { count, seed }: { count: number; seed: number },
  now: Temporal.Instant,
): Promise<void> {
  if (count === 0) return;
  const random = new Random(seed ^ OTHER_SEED);
  const index = new PeopleIndex(database);
  const at = now.epochMilliseconds;
  await database.inTransaction(Actor.system(), async () => {
    const posts = await database.query<DemonstrationPost>(POSTS);
    const staffed = posts.filter(({ officers }) => officers.length > 0);
    if (staffed.length === 0) return;
    const opened = Array.from({ length: count }, () => openedAt(random, at)).sort((a, b) => a - b);
    const drafts = opened.map((from) => draftOtherCase(random, random.pick(staffed), from, at));
    const rows = mergeRows(drafts.map((draft) => draft.rows));
    rows['person_search_keys'] = drafts.flatMap((d) => index.keysOf(d.personId, d.person));
    const ids = drafts.map(({ caseId }) => caseId);
    await index.learn();
    await writeRows(database, rows);
    await obligations.replanAll(ids, 'opened');
    await database.query(TELL_PAST, [ids, now.toString()]);
    await database.query(NUMBER_CASES, [ids]);
  });
}
