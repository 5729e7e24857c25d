import type { INestApplicationContext } from '@nestjs/common';
import { Actor } from '../../../src/platform/access/actor';
import { Database } from '../../../src/platform/database/database';
import { statement } from '../../../src/platform/database/statement';
import { Account } from '../../../src/platform/access/account.entity';
import { newId } from '../../../src/platform/ids';
import { createTestApp, type TestApp } from '../../support/app';

const ONE = statement('test.one', 'SELECT $1::int AS n');
const FAIL = statement('test.fail', 'SELECT 1 / $1::int AS n');
const BROKEN = statement('test.broken', 'SELECT no_such_column');
const NOTE = statement(
  'test.note',
  `INSERT INTO audit_entries (id, action, subject_type, outcome) VALUES ($1, 'test.noted', 'test', 'done')`,
);

describe('the statements of a transaction', () => {
  let t: TestApp;
  let database: Database;
  beforeAll(async () => {
    t = await createTestApp();
    database = (t.app as INestApplicationContext).get(Database, { strict: false });
  });
  afterAll(() => t.close());

  const asSystem = <T>(work: () => Promise<T>) => database.inTransaction(Actor.system(), work);
  const noted = async (id: string) => {
    const { rows } = await t.owner.query('SELECT 1 FROM audit_entries WHERE id = $1', [id]);
    return rows.length === 1;
  };

  it('answer in the order they were started, however they travel', async () => {
    const answers = await asSystem(async () => {
      const together = await Promise.all([1, 2, 3].map((n) => database.query(ONE, [n])));
      return [...together, await database.query(ONE, [4])];
    });
    expect(answers).toEqual([1, 2, 3, 4].map((n) => [{ n }]));
  });

  it('come after the actor was said, and before what TypeORM sends later', async () => {
    const id = newId();
    const seen = await asSystem(async () => {
      database.insert(Account, {
        id,
        username: `prueba.${id.slice(-6)}`,
        displayName: 'Prueba',
        email: 'prueba@demo.invalid',
        language: 'es',
        passwordHash: null,
        totpRequired: false,
        state: 'active',
      } as Partial<Account>);
      return database.manager.findOneBy(Account, { id });
    });
    expect(seen?.displayName).toBe('Prueba');
    const locked = await asSystem(() => database.lock(Account, id));
    expect(locked).toEqual(await asSystem(() => database.manager.findOneBy(Account, { id })));
  });

  it('fail the transaction when a posted one fails, even if nothing is waited for', async () => {
    const id = newId();
    const work = asSystem(async () => {
      database.post(NOTE, [id]);
      database.post(FAIL, [0]);
      return 'done';
    });
    await expect(work).rejects.toThrow('division by zero');
    expect(await noted(id)).toBe(false);
  });

  it('say what broke the transaction, not that it is broken', async () => {
    const work = asSystem(async () => {
      database.post(FAIL, [0]);
      await database.query(ONE, [1]).catch(() => undefined);
      return database.query(ONE, [2]);
    });
    await expect(work).rejects.toThrow('division by zero');
  });

  it('are all refused once one of them is wrong, and the connection goes on working', async () => {
    for (let i = 0; i < 30; i += 1) {
      const results = await asSystem(() =>
        Promise.allSettled([
          database.query(ONE, [i]),
          database.query(BROKEN),
          database.query(statement(`test.after-broken-${i}`, 'SELECT $1::text AS t'), ['x']),
        ]).then((settled) => {
          throw Object.assign(new Error('enough'), { settled });
        }),
      ).catch((error: { settled: PromiseSettledResult<unknown>[] }) => error.settled);
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
      const again = statement(`test.after-broken-${i}`, 'SELECT $1::text AS t');
      expect(await asSystem(() => database.query(again, ['x']))).toEqual([{ t: 'x' }]);
    }
  });

  it('are rolled back by a message of their own, so that the connection serves the next', async () => {
    const rule = new Error('a rule refuses');
    for (let round = 0; round < 20; round += 1) {
      const broken = asSystem(async () => {
        await database.query(ONE, [1]);
        database.post(FAIL, [0]);
        database.post(NOTE, [newId()]);
        throw rule;
      });
      await expect(broken).rejects.toBe(rule);
      expect(await database.withoutActor(ONE, [7])).toEqual([{ n: 7 }]);
    }
  });

  it('are refused when the transaction is over: its connection serves others', async () => {
    let late: Promise<unknown> = Promise.resolve();
    let release = () => undefined as void;
    const over = new Promise<void>((resolve) => (release = resolve));
    await asSystem(async () => {
      late = over.then(() => database.query(ONE, [1]));
      late.catch(() => undefined);
    });
    release();
    await expect(late).rejects.toThrow(/transaction/);
  });

  it('keep each other apart under load: every transaction sees its own actor', async () => {
    const me = statement('test.me', 'SELECT app.is_system() AS system, app.account() AS account');
    const id = t.staff.accounts['oficial.mad']!;
    const officer = Actor.account({
      ...{ accountId: id, sessionId: null, username: 'oficial.mad', displayName: 'x' },
      ...{ language: 'es', grants: [], permissions: {}, tokenScope: null, secondFactor: false },
    });
    const all = await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        database.inTransaction(i % 2 ? officer : Actor.system(), () =>
          Promise.all([database.query(me), database.query(me)]),
        ),
      ),
    );
    all.forEach((answers, i) =>
      expect(answers.flat()).toEqual(
        Array(2).fill(i % 2 ? { system: false, account: id } : { system: true, account: null }),
      ),
    );
  });

  it('keep after a rollback what was asked for, as the same actor, and nothing after a commit', async () => {
    const [refused, kept, unneeded] = [newId(), newId(), newId()];
    const keep = (id: string) => async () => database.post(NOTE, [id]);
    await expect(
      asSystem(() =>
        // an inner transaction is the ambient one: what it keeps waits for the outer end
        asSystem(async () => {
          database.post(NOTE, [refused]);
          database.afterRollback(keep(kept));
          throw new Error('refused');
        }),
      ),
    ).rejects.toThrow('refused');
    await asSystem(async () => database.afterRollback(keep(unneeded)));
    expect([await noted(refused), await noted(kept), await noted(unneeded)]).toEqual([
      false,
      true,
      false,
    ]);
  });
});
