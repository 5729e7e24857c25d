import { newDetention } from '../factories/detentions';
import { addToCase, openMinorCase, verifiedGuardian } from '../factories/minor-cases';
import { createTestApp, type TestApp } from '../support/app';
import type { Answer, Client } from '../support/client';
import { problem } from '../support/problem';

const REFUSED = (path: string) =>
  problem(422, 'GUARDIANSHIP_NOT_VERIFIED', [path, 'GUARDIANSHIP_NOT_VERIFIED']);

describe('what is told of a child', () => {
  let t: TestApp;
  let officer: Client;
  let mad: string;
  beforeAll(async () => {
    t = await createTestApp();
    officer = await t.as('oficial.mad');
    mad = t.staff.posts['MAD']!;
  });
  afterAll(() => t.close());

  const disclose = (
    caseId: string,
    personId: string,
    recipient: object,
    ground = 'court_order',
  ): Promise<Answer> =>
    officer.post(`/cases/${caseId}/disclosures`, {
      personId,
      purpose: 'inform_family',
      recipient,
      categories: ['location'],
      ground,
      ...(ground === 'consent' ? {} : { legalBasis: 'Oficio 1/2026' }),
      channel: 'telephone',
    });
  const attempt = (caseId: string, personId: string, more: object = {}): Promise<Answer> =>
    officer.post(`/cases/${caseId}/contact-attempts`, {
      ...{ personId, channel: 'telephone', outcome: 'reached' },
      ...more,
    });
  const refusals = async (caseId: string) =>
    (
      await t.owner.query(
        `SELECT details FROM audit_entries WHERE action = 'telling.refused' AND subject_id = $1
          AND outcome = 'refused' AND actor_id = $2 ORDER BY at, id`,
        [caseId, t.staff.accounts['oficial.mad']],
      )
    ).rows.map(({ details }: { details: { by: string } }) => details.by);

  it('goes to nobody who is not verified, by any way out, and each attempt stays on the audit', async () => {
    const { id, childId } = await openMinorCase(officer, mad);
    const mother = await addToCase(officer, id, 'Madre');
    const family = { kind: 'family', personId: mother };
    const granted = {
      ...{ personId: childId, decision: 'granted', purpose: 'inform_family', recipient: family },
      ...{ categories: ['location'], givenBy: 'parent_or_guardian', form: 'signed' },
    };
    expect((await officer.post(`/cases/${id}/consents`, granted)).status).toBe(201);
    const draft = () =>
      officer.post(`/cases/${id}/papers`, { kind: 'social_report', addresseeId: mother });

    const refused = await disclose(id, childId, family);
    expect(refused).toMatchObject(REFUSED('recipient'));
    expect(refused.body.detail).toContain('Responsables');
    expect(await disclose(id, childId, family, 'consent')).toMatchObject(REFUSED('recipient'));
    expect(await disclose(id, childId, { kind: 'family', name: 'Una señora' })).toMatchObject(
      REFUSED('recipient'),
    );
    expect(await disclose(id, childId, { kind: 'other', name: 'Vecina' })).toMatchObject(
      REFUSED('recipient'),
    );
    expect(await attempt(id, mother)).toMatchObject(REFUSED('personId'));
    expect(await draft()).toMatchObject(REFUSED('addresseeId'));
    expect(await refusals(id)).toEqual([...Array(4).fill('disclosure'), 'contact', 'paper']);
    expect((await officer.get(`/cases/${id}/disclosures`)).body.items).toEqual([]);

    // a claim is not enough
    const claim = { personId: mother, ground: 'parental_authority', authority: 'x', number: '1' };
    await officer.post(`/minor-cases/${id}/guardianships`, claim);
    expect((await disclose(id, childId, family)).status).toBe(422);

    await verifiedGuardian(officer, id, mother);
    expect((await disclose(id, childId, family)).status).toBe(201);
    expect((await disclose(id, childId, family, 'consent')).status).toBe(201);
    expect((await attempt(id, mother)).status).toBe(201);
    expect((await draft()).status).toBe(201);
  });

  it('keeps the attempt on the audit also where the request carried a key', async () => {
    const { id, childId } = await openMinorCase(officer, mad);
    const answer = await officer.post(
      `/cases/${id}/contact-attempts`,
      {
        personId: await addToCase(officer, id, 'Madre'),
        channel: 'telephone',
        outcome: 'reached',
      },
      { 'idempotency-key': 'un-intento' },
    );
    expect(answer.body.code).toBe('GUARDIANSHIP_NOT_VERIFIED');
    expect(await refusals(id)).toEqual(['contact']);
    expect((await attempt(id, childId)).status).toBe(201);
  });

  it('lets authorities and professionals work, and a relative be asked for their document', async () => {
    const { id, childId } = await openMinorCase(officer, mad);
    const authority = { kind: 'foreign_authority', name: 'Fiscalía de menores' };
    expect((await disclose(id, childId, authority)).status).toBe(201);
    const lawyer = await addToCase(officer, id, 'Letrada', 'lawyer');
    expect((await attempt(id, lawyer)).status).toBe(201);
    const mother = await addToCase(officer, id, 'Madre');
    expect((await attempt(id, mother, { nothingTold: true })).status).toBe(201);
    const { items } = (await officer.get(`/cases/${id}/contact-attempts`)).body;
    expect(items[0]).toMatchObject({ nothingTold: true });
  });

  it('refuses a referral whose recipient is a family, and lets one to an authority go', async () => {
    const director = await t.as('directora.dgc');
    const { id } = await openMinorCase(officer, mad);
    const refer = async (recipientKind: string): Promise<Answer> => {
      const institution = await director.post('/referral-institutions', {
        ...{ code: `prueba_${recipientKind}`, nameEs: 'Prueba', nameEn: 'Test', recipientKind },
        ...{
          peruvian: true,
          categories: ['location'],
          answerDays: 10,
          retired: false,
          source: 'x',
        },
      });
      return officer.post(`/cases/${id}/referrals`, {
        institutionId: institution.body.id,
        purpose: 'social_support',
        categories: ['location'],
        ground: 'legal_obligation',
        legalBasis: 'D.Leg. 1297',
        request: 'Acogida',
      });
    };
    expect(await refer('family')).toMatchObject(REFUSED('recipient'));
    expect((await refer('peruvian_authority')).status).toBe(201);
  });

  it('stops with the guardianship: expired, revoked, or corrected', async () => {
    const { id, childId } = await openMinorCase(officer, mad);
    const aunt = await addToCase(officer, id, 'Tía');
    const expiresOn = '2026-03-31';
    await verifiedGuardian(officer, id, aunt, { ground: 'power_of_attorney', expiresOn });
    const family = { kind: 'family', personId: aunt };
    const { body } = await officer.post(`/cases/${id}/papers`, {
      kind: 'authority_letter',
      addresseeId: aunt,
    });
    expect((await disclose(id, childId, family)).status).toBe(201);
    t.clock.set('2026-03-31T22:30:00Z');
    expect(await disclose(id, childId, family)).toMatchObject(REFUSED('recipient'));
    expect(await officer.post(`/papers/${body.id}/issue`, {}, { 'if-match': '"1"' })).toMatchObject(
      REFUSED('addresseeId'),
    );
    t.clock.set('2026-03-02T09:00:00Z');
  });

  it('is guarded in every case of the child: the family of a detained child is not told either', async () => {
    const { id, childId } = await openMinorCase(officer, mad);
    const mother = await addToCase(officer, id, 'Madre');
    const logged = await officer.post(
      '/detentions',
      newDetention(mad, { person: { id: childId }, familyWish: 'yes' }),
    );
    expect(logged.status).toBe(201);
    const tell = () =>
      officer.post(`/detentions/${logged.body.id}/family-notifications`, {
        personId: mother,
        channel: 'telephone',
        occurredAt: '2026-03-02T09:00:00Z',
      });
    expect(await tell()).toMatchObject(REFUSED('recipient'));
    expect(await refusals(logged.body.id)).toEqual(['disclosure']);
    await verifiedGuardian(officer, id, mother);
    expect((await tell()).status).toBe(201);
  });

  it('is free once the child is of age', async () => {
    const person = { givenNames: 'Casi', firstSurname: 'Adulta', birthDate: '2008-03-03', sex: 2 };
    const { id, childId } = await openMinorCase(officer, mad, { person });
    const mother = await addToCase(officer, id, 'Madre');
    const family = { kind: 'family', personId: mother };
    expect(await disclose(id, childId, family)).toMatchObject(REFUSED('recipient'));
    t.clock.set('2026-03-03T09:00:00Z');
    expect((await disclose(id, childId, family)).status).toBe(201);
    t.clock.set('2026-03-02T09:00:00Z');
  });

  it('betrays no case to whoever does not reach it', async () => {
    const { id, childId } = await openMinorCase(officer, mad);
    const { version } = (await officer.get(`/cases/${id}/circle`)).body;
    const sealing = { tier: 'sealed', reason: 'Riesgo para la niña', members: [] };
    const sealed = await officer.post(`/cases/${id}/tier`, sealing, { 'if-match': `"${version}"` });
    expect(sealed.status).toBe(200);
    const logged = await officer.post(
      '/detentions',
      newDetention(mad, { person: { id: childId } }),
    );
    expect(logged.status).toBe(201);
    const outsider = await t.as('oficial2.mad');
    const tell = (client: Client) =>
      client.post(`/cases/${logged.body.id}/disclosures`, {
        personId: childId,
        purpose: 'inform_family',
        recipient: { kind: 'family', name: 'Una señora' },
        categories: ['location'],
        ground: 'court_order',
        legalBasis: 'Oficio 1/2026',
        channel: 'telephone',
      });
    expect(await tell(officer)).toMatchObject(REFUSED('recipient'));
    const answer = await tell(outsider);
    expect(answer.body.code).not.toBe('GUARDIANSHIP_NOT_VERIFIED');
    expect(answer.status).toBe(201);
  });
});
