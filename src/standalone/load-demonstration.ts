import type { INestApplicationContext } from '@nestjs/common';
import { Accounts } from '../platform/access/accounts';
import { Actor } from '../platform/access/actor';
import { DEMONSTRATION_ACCOUNTS } from './demonstration-accounts';

/** Loads the demonstration into a database that has none. */
export async function loadDemonstration(
  app: INestApplicationContext,
  password: string,
  report: (line: string) => void,
): Promise<void> {
  const accounts = app.get(Accounts, { strict: false });
  const system = Actor.system();
  if (await accounts.findByUsername(system, 'admin')) return;
  report('Loading the demonstration…');
  for (const { username, displayName } of DEMONSTRATION_ACCOUNTS) {
    await accounts.create(system, {
      username,
      displayName,
      email: `${username}@demo.invalid`,
      password,
      totpRequired: false,
      demonstration: true,
    });
  }
}
