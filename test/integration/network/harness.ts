import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Pool } from 'pg';
import { networkEntities, networkMessages, NetworkModule } from '../../../src/modules/network';
import { ROLE_PERMISSIONS } from '../../../src/modules/network/domain/permissions';
import { Account } from '../../../src/platform/access/account.entity';
import { Actor } from '../../../src/platform/access/actor';
import { Database } from '../../../src/platform/database/database';
import { platformMessages } from '../../../src/platform/i18n/platform.messages';
import { PlatformModule } from '../../../src/platform/platform.module';
import { createStaff, PEOPLE, type Staff as Team } from '../../factories/staff';
import { createTestDatabase } from '../../support/database';
import { FakeClock } from '../../support/fake-clock';

/** The network module over a database of its own, connected as the application is. */
export interface NetworkHarness {
  app: INestApplicationContext;
  owner: Pool;
  clock: FakeClock;
  /** Posts and accounts of the test factory; empty when it was left out. */
  team: Team;
  actor(username: string): Actor;
  /** Runs in a transaction of the system. */
  asSystem<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function createNetworkHarness(options: { team: boolean }): Promise<NetworkHarness> {
  const database = await createTestDatabase();
  const owner = new Pool({ connectionString: database.ownerUrl, max: 2 });
  const clock = new FakeClock();
  const team = options.team
    ? await createStaff(owner)
    : { accounts: {}, posts: {}, openSession: () => Promise.reject(new Error('no team')) };

  @Module({
    imports: [
      PlatformModule.of({
        database: { url: database.appUrl, pool: 4, entities: [Account, ...networkEntities] },
        keys: new Map([['test', Buffer.alloc(32, 1)]]),
        keyService: { url: null, token: null },
        catalogues: [platformMessages, networkMessages],
        clock,
        access: {
          permissions: ROLE_PERMISSIONS,
          publicOrigin: 'http://localhost',
          requestsPerMinute: null,
          sessionHours: 12,
          lockout: { attempts: 5, minutes: 15 },
        },
      }),
      NetworkModule,
    ],
  })
  class NetworkTestModule {}

  const app = await NestFactory.createApplicationContext(NetworkTestModule, {
    logger: false,
    abortOnError: false,
  });
  return {
    app,
    owner,
    clock,
    team,
    actor: (username) =>
      Actor.account({
        accountId: team.accounts[username]!,
        sessionId: null,
        username,
        displayName: username,
        language: 'es',
        grants: [{ role: PEOPLE[username]![0], postId: null, postCode: null, region: null }],
        permissions: ROLE_PERMISSIONS,
        tokenScope: null,
        secondFactor: true,
      }),
    asSystem: (work) => app.get(Database).inTransaction(Actor.system(), work),
    close: async () => {
      await app.close();
      await owner.end();
      await database.drop();
    },
  };
}
