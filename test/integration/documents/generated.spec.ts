import { buffer } from 'node:stream/consumers';
import { Documents } from '../../../src/modules/documents';
import { Authentication } from '../../../src/platform/access/authentication';
import type { Actor } from '../../../src/platform/access/actor';
import { Database } from '../../../src/platform/database/database';
import { Files } from '../../../src/platform/files/files';
import { logDetention } from '../../factories/detentions';
import { createTestApp, type TestApp } from '../../support/app';

describe('papers that the system generates', () => {
  let t: TestApp;
  let caseId: string;
  beforeAll(async () => {
    t = await createTestApp();
    caseId = await logDetention(await t.as('oficial.mad'), t.staff.posts['MAD']!);
  });
  afterAll(() => t.close());

  const actorOf = async (username: string): Promise<Actor> => {
    const { cookie } = await t.as(username);
    return (await t.app.get(Authentication, { strict: false }).bySession(cookie!))!.actor;
  };
  const PAPER = {
    title: 'Acta de visita MAD-2026-VIS-000001',
    kind: 'other',
    mime: 'application/pdf',
    content: Buffer.from('%PDF-1.7 …'),
  } as const;
  const add = async (username: string, more: object = {}) => {
    const actor = await actorOf(username);
    return t.app
      .get(Database, { strict: false })
      .inTransaction(actor, () =>
        t.app.get(Documents, { strict: false }).addGenerated({ caseId, ...PAPER, ...more }),
      );
  };

  it('are documents of the case, open at once', async () => {
    const stored = await add('oficial.mad');
    const { rows } = await t.owner.query(
      `SELECT d.origin, d.kind, d.tier, d.created_by, v.number, v.scan, v.mime, v.size, v.sha256, v.file_id
         FROM documents d JOIN document_versions v ON v.document_id = d.id WHERE d.id = $1`,
      [stored.id],
    );
    expect(rows).toEqual([
      {
        origin: 'generated',
        kind: 'other',
        tier: 'standard',
        created_by: t.staff.accounts['oficial.mad'],
        number: 1,
        scan: 'not_needed',
        mime: PAPER.mime,
        size: PAPER.content.length,
        sha256: stored.sha256,
        file_id: expect.any(String),
      },
    ]);
    const content = await buffer(
      await t.app.get(Files, { strict: false }).open(rows[0].file_id as string),
    );
    expect(content.equals(PAPER.content)).toBe(true);
  });

  it('are refused outside the actor’s reach, and leave no file', async () => {
    const files = t.app.get(Files, { strict: false });
    const count = async () => {
      let n = 0;
      for await (const _ of files.list()) n += 1;
      return n;
    };
    const before = await count();
    await expect(add('oficial.pat')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(add('oficial2.mad', { tier: 'restricted' })).rejects.toMatchObject({
      code: 'DOCUMENT_TIER_BEYOND_REACH',
    });
    await expect(add('jefe.mad', { kind: 'unknown' })).rejects.toThrow();
    expect(await count()).toBe(before);
  });
});
