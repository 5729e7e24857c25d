import { randomBytes } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { GrantRole, Posts, STAFF_ROLES, type StaffRole } from '../modules/network';
import { Accounts } from '../platform/access/accounts';
import { Actor } from '../platform/access/actor';
import { Database } from '../platform/database/database';
import { invalidField } from '../platform/errors/domain-error';

export interface NewStaff {
  username: string;
  name: string;
  email: string;
  language: string;
  role?: string;
  post?: string;
}

/**
 * An account with a first password and, when asked, its first role: how the first administrator of
 * an installation comes to be. All of it or nothing.
 */
export async function createAccount(
  app: INestApplicationContext,
  input: NewStaff,
): Promise<{ id: string; username: string; password: string }> {
  const [accounts, database, grantRole] = [
    app.get(Accounts, { strict: false }),
    app.get(Database, { strict: false }),
    app.get(GrantRole, { strict: false }),
  ];
  const { language, role } = input;
  if (language !== 'es' && language !== 'en') throw invalidField('language', 'invalid');
  if (role !== undefined && !isRole(role)) throw invalidField('role', 'invalid');
  const password = randomBytes(15).toString('base64url');
  return database.inTransaction(Actor.system(), async () => {
    const { id, username } = await accounts.create(Actor.system(), {
      username: input.username,
      displayName: input.name,
      email: input.email,
      language,
      password,
    });
    if (role) {
      const postId = input.post ? await postIdOf(app, input.post) : null;
      const reason = 'created with the account';
      await grantRole.run(Actor.system(), { accountId: id, role, postId, reason });
    }
    return { id, username, password };
  });
}

const isRole = (text: string): text is StaffRole => STAFF_ROLES.some((role) => role === text);

async function postIdOf(app: INestApplicationContext, code: string): Promise<string> {
  const post = await app.get(Posts, { strict: false }).findByCode(Actor.system(), code);
  if (!post) throw invalidField('post', 'invalid');
  return post.id;
}
