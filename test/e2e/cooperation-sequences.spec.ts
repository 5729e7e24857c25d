import fc from 'fast-check';
import { Obligations } from '../../src/modules/obligations';
import { cooperationInvariants } from '../../src/modules/oversight/verify/cooperation';
import type { Witness } from '../../src/modules/oversight/verify/invariant';
import { ledgerInvariants } from '../../src/modules/oversight/verify/ledger';
import { numberInvariants } from '../../src/modules/oversight/verify/numbers';
import { projectionInvariant } from '../../src/modules/oversight/verify/projections';
import { AuditChain } from '../../src/platform/audit/audit-chain';
import { Clock } from '../../src/platform/clock/clock';
import { Database } from '../../src/platform/database/database';
import { Files } from '../../src/platform/files/files';
import { logDetention } from '../factories/detentions';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

const POSTS = ['MAD', 'PAT', 'BUE'] as const;
const HEAD = { MAD: 'jefe.mad', PAT: 'jefe.pat', BUE: 'jefe.bue' } as const;
const WORKERS = ['oficial.mad', 'oficial2.mad', 'jefe.mad', 'oficial.pat', 'jefe.pat', 'jefe.bue'];

const step = fc.oneof(
  fc.record({
    act: fc.constant('propose' as const),
    by: fc.constantFrom(...WORKERS),
    to: fc.constantFrom(...POSTS),
  }),
  fc.record({
    act: fc.constantFrom('accept' as const, 'reject' as const),
    by: fc.constantFrom(...POSTS),
  }),
  fc.record({ act: fc.constant('revoke' as const), by: fc.constantFrom(...WORKERS) }),
  fc.record({
    act: fc.constantFrom('assign' as const, 'second' as const),
    by: fc.constantFrom(...WORKERS),
    who: fc.constantFrom(...WORKERS),
  }),
  fc.record({
    act: fc.constant('subrogate' as const),
    at: fc.constantFrom(...POSTS),
    who: fc.constantFrom(...WORKERS),
  }),
  fc.record({ act: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 60 }) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

describe('whatever colleagues do with cases, in whatever order', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await createTestApp();
  });
  afterAll(() => t.close());

  const clients = new Map<string, Client>();
  const as = async (username: string): Promise<Client> => {
    const client = clients.get(username) ?? (await t.as(username));
    clients.set(username, client);
    return client;
  };
  const pending = async (id: string): Promise<string> =>
    (
      await t.owner.query<{ id: string }>(
        `SELECT id FROM case_transfers WHERE case_id = $1 ORDER BY (state <> 'pending'), requested_at DESC LIMIT 1`,
        [id],
      )
    ).rows[0]?.id ?? id;

  async function take(id: string, action: Step): Promise<number> {
    const { accounts, posts } = t.staff;
    switch (action.act) {
      case 'propose':
        return (
          await (
            await as(action.by)
          ).post(`/cases/${id}/transfers`, {
            toPostId: posts[action.to],
            reason: 'x',
            handOver: { situation: 'x' },
          })
        ).status;
      case 'accept':
      case 'reject': {
        const path = action.act === 'accept' ? 'acceptance' : 'rejection';
        const head = await as(HEAD[action.by]);
        const body = action.act === 'accept' ? {} : { reason: 'x' };
        return (await head.post(`/transfers/${await pending(id)}/${path}`, body)).status;
      }
      case 'revoke':
        return (await (await as(action.by)).post(`/transfers/${await pending(id)}/revocation`, {}))
          .status;
      case 'assign':
        return (
          await (
            await as(action.by)
          ).post(`/cases/${id}/assignments`, {
            accountId: accounts[action.who],
          })
        ).status;
      case 'second':
        return (
          await (
            await as(action.by)
          ).post(`/cases/${id}/team`, {
            kind: 'second',
            accountId: accounts[action.who],
          })
        ).status;
      case 'subrogate':
        return (
          await (
            await as('admin')
          ).post(`/posts/${posts[action.at]}/subrogations`, {
            actingAccountId: accounts[action.who],
            validUntil: '2099-01-01T00:00:00Z',
            resolution: 'R.S. 1',
          })
        ).status;
      case 'wait':
        t.clock.advance({ hours: action.hours });
        return 200;
    }
  }

  it('a file is at one post, with its clocks and its number, and is never silent', async () => {
    const get = <T>(token: abstract new (...args: never[]) => T): T =>
      t.app.get(token as never, { strict: false });
    const witness: Witness = {
      owner: t.owner,
      appUrl: t.database.appUrl,
      database: get(Database),
      obligations: get(Obligations),
      auditChain: get(AuditChain),
      files: get(Files),
      clock: get(Clock),
    };
    const invariants = [
      ...cooperationInvariants(witness),
      ...ledgerInvariants(witness).filter(({ name }) => name !== 'due_reminders_unsent'),
      ...numberInvariants(witness),
      projectionInvariant(witness),
    ];
    let done = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
        const id = await logDetention(await as('oficial.mad'), t.staff.posts['MAD']!);
        for (const action of steps) {
          const status = await take(id, action);
          expect([JSON.stringify(action), status < 500]).toEqual([JSON.stringify(action), true]);
          if (status < 300) done += 1;
        }
        for (const { name, count } of invariants) {
          expect({ steps, [name]: await count() }).toEqual({ steps, [name]: 0 });
        }
      }),
      { numRuns: 12, seed: 20_260_302 },
    );
    // a run in which everything is refused would prove nothing
    expect(done).toBeGreaterThan(20);
  }, 300_000);
});
