import { readFileSync } from 'node:fs';
import type { INestApplicationContext } from '@nestjs/common';
import { GrantRole, ImportNetwork, Posts, starterFiles } from '../modules/network';
import { Accounts } from '../platform/access/accounts';
import { Actor } from '../platform/access/actor';
import { Database } from '../platform/database/database';
import { DEMONSTRATION_ACCOUNTS, type DemonstrationAccount } from './demonstration-accounts';

/**
 * Fills a new database with the network's starter set and the demonstration: one account for each
 * role. What is there already stays; a start that was interrupted is completed by the next one.
 */
export async function loadDemonstration(
  app: INestApplicationContext,
  password: string,
  report: (line: string) => void,
): Promise<void> {
  const accounts = app.get(Accounts, { strict: false });
  const last = DEMONSTRATION_ACCOUNTS.at(-1)!;
  if (await accounts.findByUsername(Actor.system(), last.username)) return;
  report('Loading posts, districts and the demonstration…');
  await importStarterSet(app);
  for (const person of DEMONSTRATION_ACCOUNTS) {
    if (await accounts.findByUsername(Actor.system(), person.username)) continue;
    await createPerson(app, person, password);
  }
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
