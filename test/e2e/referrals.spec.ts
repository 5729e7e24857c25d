import { logDetention } from '../factories/detentions';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

describe('referral to an outside institution', () => {
  let t: TestApp;
  let officer: Client;
  let institutions: Record<string, { id: string; version: number; categories: string[] }>;
  beforeAll(async () => {
    t = await createTestApp();
    officer = await t.as('oficial.mad');
    const { body } = await officer.get('/referral-institutions');
    institutions = Object.fromEntries(
      body.items.map((item: { code: string }) => [item.code, item]),
    );
  });
  afterAll(() => t.close());

  const opened = () => logDetention(officer, t.staff.posts['MAD']!);
  const refer = (id: string, more: object = {}) =>
    officer.post(`/cases/${id}/referrals`, {
      institutionId: institutions['minjusdh_public_defence']!.id,
      purpose: 'legal_defence',
      categories: ['identity', 'legal_situation'],
      ground: 'public_function',
      legalBasis: 'D.S. 032-2023-RE art. 71',
      request: 'Asumir la defensa',
      ...more,
    });
  const duty = async (id: string) =>
    (
      await t.owner.query<{ status: string; starts_at: Date }>(
        `SELECT status, starts_at FROM obligations WHERE case_id = $1 AND kind = 'referral_follow_up'`,
        [id],
      )
    ).rows[0];

  it('is a disclosure on a ground, followed up after its expiry until it is answered', async () => {
    const id = await opened();
    const { status, body } = await refer(id, { expiresAt: '2026-03-20T12:00:00Z' });
    expect([status, body.code]).toEqual([201, undefined]);
    const disclosed = (await officer.get(`/cases/${id}/disclosures`)).body.items;
    expect(disclosed).toHaveLength(1);
    expect(disclosed[0]).toMatchObject({ channel: 'referral', ground: 'public_function' });
    expect(await duty(id)).toMatchObject({
      status: 'open',
      starts_at: new Date('2026-03-20T12:00:00Z'),
    });
    const answer = { outcome: 'accepted', text: 'Designado el defensor' };
    expect((await officer.post(`/referrals/${body.id}/answer`, answer)).status).toBe(200);
    expect((await officer.post(`/referrals/${body.id}/answer`, answer)).body.code).toBe(
      'REFERRAL_IS_ENDED',
    );
    expect(await duty(id)).toMatchObject({ status: 'met' });
    const { referrals } = (await officer.get(`/cases/${id}`)).body.cooperation;
    expect(referrals[0]).toMatchObject({ outcome: 'accepted', answer: 'Designado el defensor' });
  });

  it('gives an institution only the kinds of data that its entry allows', async () => {
    const id = await opened();
    const refused = await refer(id, { categories: ['identity', 'health'] });
    expect(refused.body).toMatchObject({
      code: 'CATEGORY_NOT_FOR_INSTITUTION',
      allowed: institutions['minjusdh_public_defence']!.categories,
      errors: [{ path: 'categories.1' }],
    });
  });

  it('needs a consent where the public function does not reach, and a safeguard abroad', async () => {
    const id = await opened();
    const ngo = { institutionId: institutions['ngo']!.id, categories: ['identity'] };
    expect((await refer(id, ngo)).status).toBe(422);
    const consented = { ...ngo, ground: 'consent', legalBasis: undefined };
    expect((await refer(id, { ...consented, safeguards: 'express_consent' })).body.code).toBe(
      'DISCLOSURE_NOT_CONSENTED',
    );
    const { personId } = (await officer.get(`/cases/${id}`)).body;
    await officer.post(`/cases/${id}/consents`, {
      personId,
      decision: 'granted',
      purpose: 'legal_defence',
      recipient: { kind: 'ngo' },
      categories: ['identity'],
      givenBy: 'person',
      form: 'signed',
    });
    expect((await refer(id, consented)).body.errors[0].code).toBe('SAFEGUARDS_NEEDED');
    expect((await refer(id, { ...consented, safeguards: 'express_consent' })).status).toBe(201);
    expect((await officer.get(`/cases/${id}/disclosures`)).body.items).toHaveLength(1);
  });

  it('waits at most 90 days, from now on', async () => {
    const id = await opened();
    for (const expiresAt of ['2020-01-01T00:00:00Z', '2099-01-01T00:00:00Z']) {
      expect((await refer(id, { expiresAt })).body.errors[0].path).toBe('expiresAt');
    }
  });

  it('keeps the version it was sent under when headquarters edits the list', async () => {
    const id = await opened();
    const { body } = await refer(id);
    const {
      id: institutionId,
      code,
      version,
      ...content
    } = institutions['minjusdh_public_defence'] as never as Record<string, unknown>;
    const director = await t.as('directora.dgc');
    const path = `/referral-institutions/${institutionId as string}/versions`;
    expect((await officer.post(path, content)).status).toBe(403);
    const edited = await director.post(path, {
      ...content,
      nameEs: 'Defensa Pública',
      retired: true,
    });
    expect(edited.body).toMatchObject({ code, version: (version as number) + 1 });
    expect((await refer(id)).body.errors[0].path).toBe('institutionId');
    const { referrals } = (await officer.get(`/cases/${id}/cooperation`)).body;
    expect(referrals.find((r: { id: string }) => r.id === body.id).institutionEs).toMatch(
      /MINJUSDH/,
    );
  });
});
