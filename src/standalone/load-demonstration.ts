import { readFileSync } from 'node:fs';
import type { INestApplicationContext } from '@nestjs/common';
import { loadDemonstrationIncident } from '../modules/crisis';
import { GrantRole, ImportNetwork, Posts, starterFiles } from '../modules/network';
import { loadDemonstrationCases } from '../modules/oversight';
import { Accounts } from '../platform/access/accounts';
import { Actor } from '../platform/access/actor';
import { Database } from '../platform/database/database';
import { statement } from '../platform/database/statement';
import { DEMONSTRATION_ACCOUNTS, type DemonstrationAccount } from './demonstration-accounts';

/** Enough for every queue, clock and figure of the demonstration to have something in it. */
const CASES = 400;
/** Of the families that the catalogue serves, one sixth more. */
const OTHERS = 70;

const ANY_CASE = statement(
  'demonstration.any-case',
  'SELECT EXISTS (SELECT 1 FROM cases) AS found',
);

/**
 * Fills a new database with the network's starter set and the demonstration: one account for each
 * role, and invented cases. What is there already stays; an interrupted start is completed by the
 * next one.
 */
export async function loadDemonstration(
  app: INestApplicationContext,
  password: string,
  report: (line: string) => void,
): Promise<void> {
  const accounts = app.get(Accounts, { strict: false });
  const last = DEMONSTRATION_ACCOUNTS.at(-1)!;
  if (!(await accounts.findByUsername(Actor.system(), last.username))) {
    report('Loading posts, districts and the accounts of the demonstration…');
    await importStarterSet(app);
    for (const person of DEMONSTRATION_ACCOUNTS) {
      if (await accounts.findByUsername(Actor.system(), person.username)) continue;
      await createPerson(app, person, password);
    }
  }
  if (await hasCases(app)) return;
  report('Loading invented cases…');
  await loadDemonstrationCases(app, { cases: CASES, others: OTHERS }, () => undefined);
  await loadDemonstrationIncident(app);
}

async function hasCases(app: INestApplicationContext): Promise<boolean> {
  const database = app.get(Database, { strict: false });
  const [row] = await database.inTransaction(Actor.system(), () =>
    database.query<{ found: boolean }>(ANY_CASE),
  );
  return row?.found ?? false;
}

async function importStarterSet(app: INestApplicationContext): Promise<void> {
  const { posts, jurisdictions } = starterFiles();
  await app
    .get(ImportNetwork, { strict: false })
    .run(
      Actor.system(),
      { name: 'posts.csv', content: readFileSync(posts) },
      { name: 'jurisdictions.csv', content: readFileSync(jurisdictions) },
    );
}

async function createPerson(
  app: INestApplicationContext,
  { username, displayName, role, post }: DemonstrationAccount,
  password: string,
): Promise<void> {
  const system = Actor.system();
  const found = post ? await app.get(Posts, { strict: false }).findByCode(system, post) : null;
  await app.get(Database, { strict: false }).inTransaction(system, async () => {
    const { id } = await app.get(Accounts, { strict: false }).create(system, {
      username,
      displayName,
      email: `${username}@demo.invalid`,
      password,
      totpRequired: false,
      demonstration: true,
    });
    await app
      .get(GrantRole, { strict: false })
      .run(system, { accountId: id, role, postId: found?.id ?? null, reason: 'demonstration' });
  });
}
