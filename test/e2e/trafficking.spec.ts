import { safeContact } from '../factories/violence-cases';
import { exploitation, openTraffickingCase } from '../factories/trafficking-cases';
import { createTestApp, type TestApp } from '../support/app';
import type { Answer, Client } from '../support/client';

describe('a case of trafficking', () => {
  let t: TestApp;
  let officer: Client;
  let colleague: Client;
  let desk: Client;
  let mad: string;
  beforeAll(async () => {
    t = await createTestApp();
    [officer, colleague, desk] = await Promise.all([
      t.as('oficial.mad'),
      t.as('oficial2.mad'),
      t.as('proteccion'),
    ]);
    mad = t.staff.posts['MAD']!;
  });
  afterAll(() => t.close());

  const act = (id: string, path: string, body: object, client = officer): Promise<Answer> =>
    client.post(`/trafficking-cases/${id}/${path}`, body);
  const done = async (id: string, path: string, body: object, client = officer) => {
    const answer = await act(id, path, body, client);
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body.id as string;
  };
  const page = async (id: string, client = officer) => (await client.get(`/cases/${id}`)).body;
  const openDuties = async (id: string) =>
    (await page(id)).obligations
      .filter((o: { status: string }) => o.status === 'open')
      .map((o: { kind: string }) => o.kind);
  const told = (recipient: string, more: object = {}) => ({
    ...{ recipient, state: 'sent', authority: 'Fiscalía de ejemplo', number: 'NV 5/2026' },
    ...more,
  });
  const checked = {
    nationalityFinding: 'peruvian',
    ageFinding: 'adult',
    evidence: 'DNI a la vista',
  };

  it('goes from the first account to the closing', async () => {
    const { status, body } = await officer.post('/trafficking-cases', {
      postId: mad,
      type: 'forced_labour',
      person: { givenNames: 'Rosa', firstSurname: 'Ñahui', sex: 2, birthDate: '1998-01-20' },
      intakeChannel: 'ngo',
      country: 'ES',
      story: 'Relato contado una sola vez.',
      safeContact: safeContact(),
      indicators: ['documents_confiscated', 'movement_restricted'],
      exploitation: exploitation(),
    });
    expect(status).toBe(201);
    expect(body.reference).toMatch(/^S-/);
    const { id } = body;
    expect(body.obligations.map((o: { kind: string }) => o.kind).sort()).toEqual([
      'first_contact',
      'headquarters_informed',
      'identity_verification',
      'prosecutor_informed',
      'vulnerability_assessment',
    ]);
    const first = (await officer.get(`/trafficking-cases/${id}`)).body;
    expect(first.qualification).toEqual({ trafficking: true, missing: [] });
    await done(id, 'type', { type: 'trafficking', reason: 'Captación con engaño' });
    await done(id, 'identity-checks', checked);
    await done(id, 'transit-legs', {
      ...{ fromCountry: 'PE', toCountry: 'ES', travelledOn: '2025-08-30' },
      ...{ transport: 'air', documents: 'own' },
    });
    await done(id, 'perpetrators', {
      part: 'exploiter',
      sex: 1,
      relation: 'employer',
      name: 'Zorro',
    });
    const prosecutor = await done(id, 'referrals', told('host_prosecutor'));
    await done(id, 'referrals', told('headquarters', { authority: undefined }));
    expect((await openDuties(id)).sort()).toEqual(
      expect.arrayContaining([
        'cooperation_unit_informed',
        'police_unit_informed',
        'trafficking_referral_answer',
      ]),
    );
    const police = await done(id, 'referrals', told('police_unit'), desk);
    const unit = await done(id, 'referrals', told('cooperation_unit'), desk);
    for (const referral of [prosecutor, police, unit]) {
      await done(id, `referrals/${referral}/answer`, { answer: 'Se abrió investigación' });
    }
    const disclosed = (await officer.get(`/cases/${id}/disclosures`)).body.items;
    expect(disclosed).toHaveLength(3);
    expect(disclosed.filter((d: { crossBorder: boolean }) => d.crossBorder)).toHaveLength(1);
    await done(id, 'reflection-periods', {
      ...{ state: 'granted', authority: 'Ministerio de ejemplo' },
      ...{ fromDay: '2026-03-02', untilDay: '2026-04-15' },
    });
    const back = await done(id, 'returns', {
      ...{ risk: 'manageable', riskAssessment: 'Vive lejos de la agencia', agreed: true },
      ...{ reception: 'MIMP, hogar de refugio', plannedOn: '2026-03-10' },
    });
    await done(id, `returns/${back}/arrival`, {});
    expect(await openDuties(id)).toContain('return_follow_up');
    await done(id, `returns/${back}/follow-ups`, { finding: 'safe' });
    expect(await openDuties(id)).not.toContain('return_follow_up');
    const { checklist } = await page(id);
    const missing = checklist.filter(
      (s: { required: boolean; done: boolean }) => s.required && !s.done,
    );
    expect(missing).toEqual([]);
    const kinds = (await page(id)).timeline.items.map((e: { kind: string }) => e.kind);
    expect(kinds).toEqual(
      expect.arrayContaining(['trafficking_type.changed', 'safe_return.arrived']),
    );
  });

  it('proposes what the facts are, and an adult’s consent changes nothing', async () => {
    const id = await openTraffickingCase(officer, mad);
    const shown = async () => (await officer.get(`/trafficking-cases/${id}`)).body.qualification;
    expect((await shown()).missing).toEqual(['act', 'means', 'purpose']);
    const first = await done(
      id,
      'exploitations',
      exploitation({ means: ['not_specified'], consentStated: true }),
    );
    expect(await shown()).toEqual({ trafficking: false, missing: ['means'] });
    await done(id, 'exploitations', exploitation({ consentStated: true, replaces: first }));
    expect(await shown()).toEqual({ trafficking: true, missing: [] });
    const again = await act(id, 'exploitations', exploitation({ replaces: first }));
    expect([again.status, again.body.code]).toEqual([409, 'ENTRY_ALREADY_REPLACED']);
  });

  it('lets the protection desk alone tell police and Public Ministry, after headquarters knows', async () => {
    const id = await openTraffickingCase(officer, mad);
    const early = await act(id, 'referrals', told('police_unit'), desk);
    expect(early.body.code).toBe('HEADQUARTERS_NOT_INFORMED');
    await done(id, 'referrals', told('headquarters'));
    expect((await act(id, 'referrals', told('police_unit'))).status).toBe(403);
    expect((await act(id, 'referrals', told('headquarters'))).body.code).toBe('ALREADY_INFORMED');
    expect((await act(id, 'referrals', told('police_unit'), desk)).status).toBe(201);
  });

  it('keeps an authority out that would be a danger, with the reason, and never headquarters', async () => {
    const id = await openTraffickingCase(officer, mad);
    const silent = { state: 'withheld', authority: undefined };
    const why = await act(id, 'referrals', told('host_prosecutor', silent));
    expect(why.body.errors[0].path).toBe('note');
    const never = await act(id, 'referrals', told('headquarters', { ...silent, note: 'x' }));
    expect(never.body.errors[0].code).toBe('HEADQUARTERS_IS_ALWAYS_TOLD');
    await done(id, 'referrals', told('host_prosecutor', { ...silent, note: 'Hay cómplices allí' }));
    const excused = (await page(id)).obligations.find(
      (o: { kind: string }) => o.kind === 'prosecutor_informed',
    );
    expect(excused).toMatchObject({ status: 'excused' });
    expect((await officer.get(`/cases/${id}/disclosures`)).body.items).toEqual([]);
  });

  it('sends nobody home against their will or into danger', async () => {
    const id = await openTraffickingCase(officer, mad);
    const plan = {
      ...{ risk: 'low', riskAssessment: 'Sin riesgo conocido', agreed: true },
      ...{ reception: 'MIMP', plannedOn: '2026-03-10' },
    };
    expect((await act(id, 'returns', { ...plan, agreed: false })).body.code).toBe(
      'RETURN_NOT_AGREED',
    );
    expect((await act(id, 'returns', { ...plan, risk: 'too_high' })).body.code).toBe(
      'RETURN_TOO_DANGEROUS',
    );
    const stranger = await act(id, 'returns', { ...plan, dependants: [t.staff.accounts['admin']] });
    expect(stranger.body.errors[0].code).toBe('NOT_IN_THIS_CASE');
  });

  it('bars one of our own who took part, who is out at once', async () => {
    const id = await openTraffickingCase(officer, mad);
    const accountId = t.staff.accounts['jefe.mad'];
    expect((await (await t.as('jefe.mad')).get(`/cases/${id}`)).status).toBe(200);
    await done(id, 'perpetrators', { part: 'accomplice', sex: 1, relation: 'other', accountId });
    expect((await (await t.as('jefe.mad')).get(`/cases/${id}`)).status).toBe(404);
  });

  it('refuses what cannot have been', async () => {
    const id = await openTraffickingCase(officer, mad, {
      person: { givenNames: 'Ana', firstSurname: 'Inventada', sex: 2, birthDate: '2001-05-03' },
    });
    const refused = async (path: string, body: object) => {
      const answer = await act(id, path, body);
      return `${answer.status} ${answer.body.errors?.[0]?.path} ${answer.body.errors?.[0]?.code}`;
    };
    expect(await refused('exploitations', exploitation({ beganOn: '2000-01-01' }))).toBe(
      '422 beganOn BEFORE_THE_BIRTH',
    );
    expect(await refused('exploitations', exploitation({ endedOn: '2025-01-01' }))).toBe(
      '422 endedOn BEFORE_ITS_START',
    );
    expect(await refused('exploitations', exploitation({ purposes: [] }))).toMatch(/^400 purposes/);
    expect(await refused('indicators', { indicators: ['suerte'] })).toMatch(/^400 indicators/);
    expect(await refused('transit-legs', { transport: 'air', documents: 'own' })).toBe(
      '422 fromCountry SAY_WHERE',
    );
    expect(await refused('identity-checks', { ...checked, nationalityFinding: 'other' })).toBe(
      '422 nationality isNotEmpty',
    );
    expect(await refused('type', { type: 'trafficking', reason: 'x' })).toBe(
      '422 type NOTHING_CHANGES',
    );
  });

  it('does not exist for anyone outside its circle', async () => {
    const id = await openTraffickingCase(officer, mad);
    for (const [path, body] of [
      ['indicators', { indicators: ['isolation'] }],
      ['exploitations', exploitation()],
      ['identity-checks', checked],
      ['referrals', told('headquarters')],
    ] as const) {
      expect((await act(id, path, body, colleague)).status).toBe(404);
    }
    expect((await colleague.get(`/trafficking-cases/${id}`)).status).toBe(404);
  });

  it('is exported de-identified, over the cases of its circle alone, and so on the audit', async () => {
    const range = 'from=2026-03-02&to=2026-03-02';
    const own = async (client = desk) => (await client.get(`/trafficking-exports?${range}`)).body;
    await openTraffickingCase(officer, mad, {
      person: { givenNames: 'Zarela', firstSurname: 'Única', sex: 1, birthDate: '1951-02-03' },
      exploitation: exploitation({ country: 'NL' }),
    });
    for (let n = 0; n < 6; n += 1) {
      await openTraffickingCase(officer, mad, {
        person: {
          givenNames: 'Ana',
          firstSurname: `Inventada ${n}`,
          sex: 2,
          birthDate: '1999-05-03',
        },
        exploitation: exploitation(),
      });
    }
    const { rows, leftOut, csv, smallestGroup } = await own();
    expect(smallestGroup).toBe(5);
    const alike = rows.filter((r: { ageBroad: string }) => r.ageBroad === '24--26');
    expect(alike.length).toBeGreaterThanOrEqual(6);
    expect(alike[0]).toMatchObject({
      ...{ yearOfRegistration: '2026', gender: 'Female', countryOfExploitation: 'ES' },
      ...{ isForcedLabour: true, meansOfControlDebtBondage: true, meansOfControlThreats: false },
    });
    expect(JSON.stringify(rows) + csv).not.toMatch(/NL|Ana|Zarela|1999|1951|S-[0-9A-Z]{8}|MAD/);
    expect(csv.split('\n')).toHaveLength(rows.length + 2);
    expect(leftOut + rows.length).toBeGreaterThanOrEqual(7);
    const { rows: audited } = await t.owner.query(
      `SELECT details FROM audit_entries WHERE action = 'trafficking.exported'`,
    );
    expect(audited[0].details).toMatchObject({ rows: rows.length });
    expect((await officer.get(`/trafficking-exports?${range}`)).status).toBe(403);
    expect((await (await t.as('guardian')).get(`/trafficking-exports?${range}`)).status).toBe(403);
    expect((await desk.get('/trafficking-exports?from=2026-03-02&to=2026-03-01')).status).toBe(422);
  });

  it('lets headquarters decide how few may look alike', async () => {
    const director = await t.as('directora.dgc');
    const body = {
      content: { smallestGroup: 50, source: 'Acuerdo con OIM' },
      reason: 'Más cautela',
    };
    expect((await director.post('/trafficking-export-policies', body)).status).toBe(201);
    const made = (await desk.get('/trafficking-exports?from=2026-01-01&to=2026-12-31')).body;
    expect([made.rows, made.smallestGroup]).toEqual([[], 50]);
    const loose = { ...body, content: { smallestGroup: 1, source: 'x' } };
    expect((await director.post('/trafficking-export-policies', loose)).status).toBe(422);
  });

  it('rests sealed: nothing of what was told is readable in any of its tables', async () => {
    const mark = 'jacinto9';
    const id = await openTraffickingCase(officer, mad, { story: `Relato ${mark}`, place: mark });
    await done(id, 'indicators', { indicators: ['isolation'], note: mark });
    await done(id, 'exploitations', exploitation({ promise: mark, place: mark, conditions: mark }));
    await done(id, 'transit-legs', {
      ...{ fromCountry: 'PE', transport: 'road', documents: 'none', note: mark },
    });
    await done(id, 'perpetrators', {
      ...{ part: 'recruiter', sex: 1, relation: 'friend', name: mark, description: mark },
    });
    await done(id, 'identity-checks', { ...checked, evidence: mark });
    const sent = await done(
      id,
      'referrals',
      told('host_prosecutor', { authority: mark, note: mark }),
    );
    await done(id, `referrals/${sent}/answer`, { answer: mark });
    await done(id, 'reflection-periods', { state: 'requested', authority: mark, note: mark });
    const back = await done(id, 'returns', {
      ...{ risk: 'low', riskAssessment: mark, agreed: true, reception: mark },
      plannedOn: '2026-03-10',
    });
    await done(id, `returns/${back}/arrival`, {});
    await done(id, `returns/${back}/follow-ups`, { finding: 'needs_help', note: mark });
    const { rows } = await t.owner.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    const betraying: string[] = [];
    for (const { name } of rows) {
      const found = await t.owner.query(`SELECT 1 FROM "${name}" x WHERE x::text LIKE $1 LIMIT 1`, [
        `%${mark}%`,
      ]);
      if (found.rowCount) betraying.push(name);
    }
    expect(betraying).toEqual([]);
    expect(JSON.stringify((await officer.get(`/trafficking-cases/${id}`)).body)).toContain(mark);
  });
});
