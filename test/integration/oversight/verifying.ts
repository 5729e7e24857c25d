import { verify } from '../../../src/modules/oversight';
import { AuditChain } from '../../../src/platform/audit/audit-chain';
import { createTestApp, type TestApp } from '../../support/app';

/** Runs `verify` on an app of its own, as it is and with something broken on purpose. */
export function verifying(ready: (app: TestApp, post: string) => void) {
  let t: TestApp;
  let post: string;
  beforeAll(async () => {
    t = await createTestApp();
    post = t.staff.posts['MAD']!;
    ready(t, post);
  });
  afterAll(() => t.close());

  /** What `verify` prints, by invariant, and its exit code. */
  async function run(): Promise<{ code: number; violations: Record<string, number> }> {
    await t.app.get(AuditChain, { strict: false }).link();
    const lines: string[] = [];
    const code = await verify(t.app, (line) => lines.push(line));
    const printed = lines.map(
      (line) => JSON.parse(line) as { invariant: string; violations: number },
    );
    return {
      code,
      violations: Object.fromEntries(
        printed.map(({ invariant, violations }) => [invariant, violations]),
      ),
    };
  }

  /** Runs `verify` while `break` holds; `mend` puts everything back. */
  async function broken(breakIt: () => Promise<unknown>, mend: () => Promise<unknown>) {
    await breakIt();
    try {
      const { code, violations } = await run();
      expect(code).toBe(1);
      return Object.fromEntries(Object.entries(violations).filter(([, n]) => n > 0));
    } finally {
      await mend();
    }
  }

  const sql = (text: string, values: unknown[] = []) => t.owner.query(text, values);

  /** A detention logged as an officer logs it: numbered, with its duties and reminders. */
  async function logged(): Promise<string> {
    const answer = await (
      await t.as('oficial.mad')
    ).post('/detentions', {
      postId: post,
      person: { givenNames: 'Inventada', firstSurname: 'Quispe', sex: 2 },
      type: 'criminal_detention',
      intakeChannel: 'relative',
      postNotifiedAt: '2026-03-02T08:00:00Z',
      noticeChannel: 'family',
      visitWish: 'yes',
      familyWish: 'not_asked',
      country: 'ES',
      stage: 'arrested',
    });
    expect(answer.status).toBe(201);
    return answer.body.id as string;
  }
  return { run, broken, sql, logged };
}
