import { decision, kinTold, obtained, openDeathCase } from '../factories/deaths';
import { logDetention } from '../factories/detentions';
import { createTestApp, type TestApp } from '../support/app';
import type { Answer, Client } from '../support/client';

describe('cases of deaths', () => {
  let t: TestApp;
  let officer: Client;
  let head: Client;
  let mad: string;
  beforeAll(async () => {
    t = await createTestApp();
    [officer, head] = await Promise.all([t.as('oficial.mad'), t.as('jefe.mad')]);
    mad = t.staff.posts['MAD']!;
  });
  afterAll(() => t.close());

  const page = async (id: string, client = officer) => (await client.get(`/cases/${id}`)).body;
  const act = (id: string, path: string, body: object = {}, client = officer): Promise<Answer> =>
    client.post(`/death-cases/${id}/${path}`, body);
  const duties = async (id: string): Promise<string[]> =>
    (await page(id)).obligations
      .filter((o: { status: string }) => o.status === 'open')
      .map((o: { kind: string }) => o.kind)
      .sort();
  const done = async (id: string, path: string, body: object = {}): Promise<string> => {
    const answer = await act(id, path, body);
    expect(answer).toMatchObject({ status: 201 });
    return answer.body.id;
  };
  const obtain = (id: string, code: string, more: object = {}) =>
    act(id, 'documents', obtained(code, more));

  it('goes from the call to the rest of the remains', async () => {
    const opened = await officer.post('/death-cases', {
      postId: mad,
      type: 'repatriation_of_remains',
      person: { givenNames: 'Persona', firstSurname: 'Entera', sex: 1, identity: 'presumed' },
      intakeChannel: 'authority',
      informant: 'Hospital La Paz',
      country: 'ES',
      place: 'Madrid',
      diedOn: '2026-03-01',
    });
    expect(opened).toMatchObject({
      status: 201,
      body: { reference: expect.stringMatching(/^MAD-2026-\d{6}$/) },
    });
    const id = opened.body.id as string;
    expect(opened.body.obligations).toEqual([
      { kind: 'kin_informed', dueAt: '2026-03-03T09:00:00Z' },
      expect.objectContaining({ kind: 'death_registration' }),
    ]);
    expect(await page(id)).toMatchObject({
      priority: 'urgent',
      death: {
        ...{ identification: 'presumed', manner: 'unknown', kinSettled: false, inCustody: false },
        ...{
          informant: 'Hospital La Paz',
          diedOn: '2026-03-01',
          remainsKind: 'remains',
          atRest: false,
        },
      },
    });
    expect((await page(id)).checklist[0]).toMatchObject({ code: 'kin_informed', done: false });

    await done(id, 'kin-notices', kinTold({ toldBy: 'Elena Paredes' }));
    expect(await duties(id)).toEqual(['death_registration', 'remains_decision']);
    expect((await officer.get(`/cases/${id}/disclosures`)).body.items).toEqual([
      expect.objectContaining({ purpose: 'inform_family', channel: 'telephone' }),
    ]);

    await done(id, 'remains-decisions', decision('repatriate_remains'));
    expect(await duties(id)).toEqual([
      'death_registration',
      'remains_at_rest',
      'remains_documents',
    ]);

    const first = await done(id, 'funeral-quotes', {
      ...{
        funeralHome: 'Funeraria San Lucas',
        amount: '3450.50',
        currency: 'EUR',
        quotedOn: '2026-03-02',
      },
    });
    const second = await done(id, 'funeral-quotes', {
      ...{
        funeralHome: 'Servicios Norte',
        amount: '2990',
        currency: 'EUR',
        quotedOn: '2026-03-02',
      },
    });
    await done(id, `funeral-quotes/${first}/choice`);
    await done(id, `funeral-quotes/${second}/choice`);
    const { quotes } = (await page(id)).death;
    expect(quotes.filter((q: { chosenAt: string | null }) => q.chosenAt)).toEqual([
      expect.objectContaining({ id: second, amount: '2990.00' }),
    ]);

    expect((await obtain(id, 'urn')).body.errors[0]).toMatchObject({ code: 'NOT_REQUIRED_HERE' });
    expect((await obtain(id, 'death_certificate', { number: undefined })).status).toBe(422);
    expect(
      (await act(id, 'documents', { code: 'transit_permit', state: 'not_applicable' })).status,
    ).toBe(422);
    for (const { code } of (await page(id)).death.documents) {
      expect((await obtain(id, code)).status).toBe(201);
    }
    expect(await duties(id)).toEqual(['death_registration', 'remains_at_rest']);

    await done(id, 'transit-permits', {
      ...{ country: 'ES', authority: 'Sanidad Exterior', number: 'T-1', grantedOn: '2026-03-02' },
    });
    const leg = {
      ...{ mode: 'air', carrier: 'Aerolínea', waybill: '123-456' },
      ...{
        fromPlace: 'Madrid',
        fromZone: 'Europe/Madrid',
        toPlace: 'Lima',
        toZone: 'America/Lima',
      },
    };
    const out = { ...leg, departsAt: '2026-03-03T22:00:00Z', arrivesAt: '2026-03-04T10:00:00Z' };
    const legId = await done(id, 'transport-legs', out);
    const early = { ...leg, departsAt: '2026-03-04T09:00:00Z', arrivesAt: '2026-03-04T12:00:00Z' };
    expect((await act(id, 'transport-legs', early)).body.errors).toEqual([
      expect.objectContaining({ path: 'departsAt', code: 'LEAVES_BEFORE_IT_ARRIVED' }),
    ]);
    await done(id, `transport-legs/${legId}/cancellation`);
    // over the date line: it arrives on the day before it left, by the clocks of the places
    await done(id, 'transport-legs', {
      ...leg,
      ...{
        fromPlace: 'Auckland',
        fromZone: 'Pacific/Auckland',
        departsAt: '2026-03-03T10:30:00+13:00',
      },
      ...{
        toPlace: 'Santiago',
        toZone: 'America/Santiago',
        arrivesAt: '2026-03-02T21:00:00-03:00',
      },
    });

    const receiver = { receiver: 'Luis Inventado', relation: 'sibling', place: 'Lima' };
    await done(id, 'receptions', { ...receiver, accepted: true });
    expect(await duties(id)).toContain('remains_at_rest');
    expect((await page(id)).priority).toBe('urgent');
    await done(id, 'receptions', {
      ...receiver,
      accepted: true,
      receivedAt: '2026-03-02T09:00:00Z',
    });
    expect(await duties(id)).toEqual(['death_registration']);
    expect(await page(id)).toMatchObject({ priority: 'normal', death: { atRest: true } });
    await done(id, 'resting-places', {
      ...{
        kind: 'niche',
        country: 'PE',
        place: 'Cementerio El Ángel',
        plot: 'B-12',
        restedOn: '2026-03-02',
      },
    });

    expect(await officer.post(`/cases/${id}/closing`, { outcome: 'repatriated' })).toMatchObject({
      status: 422,
      body: {
        code: 'CLOSING_REQUIREMENTS',
        errors: [
          expect.objectContaining({ code: 'remains_identified' }),
          expect.objectContaining({ code: 'death_registered' }),
        ],
      },
    });
    await done(id, 'findings', { identification: 'verified' });
    const entry = {
      authority: 'Registro Civil de Madrid',
      entryNumber: '12/2026',
      registeredOn: '2026-03-02',
    };
    expect((await act(id, 'registrations', entry)).status).toBe(422);
    await done(id, 'registrations', { ...entry, declarant: 'Rosa Inventada' });
    expect(await duties(id)).toEqual(['case_review']);
    expect((await officer.post(`/cases/${id}/closing`, { outcome: 'repatriated' })).status).toBe(
      200,
    );
    expect((await act(id, 'kin-notices', kinTold())).body.code).toBe('CASE_IS_FINISHED');
  });

  describe('until the family has been told by a person', () => {
    const refused = { status: 422, body: { code: 'KIN_NOT_TOLD_YET' } };
    const relative = async (id: string): Promise<string> => {
      const person = { givenNames: 'Rosa', firstSurname: 'Inventada', sex: 2 };
      const added = await officer.post('/people', person);
      const part = { personId: added.body.id, role: 'relative' };
      expect((await officer.post(`/cases/${id}/people`, part)).status).toBe(201);
      return added.body.id;
    };

    it('no message, disclosure or paper for them leaves; a call does', async () => {
      const id = await openDeathCase(officer, mad);
      const personId = await relative(id);
      const attempt = (channel: string, outcome: string) =>
        officer.post(`/cases/${id}/contact-attempts`, { personId, channel, outcome });
      expect(await attempt('email', 'reached')).toMatchObject(refused);
      expect(await attempt('letter', 'reached')).toMatchObject(refused);
      expect(await attempt('telephone', 'left_message')).toMatchObject(refused);
      expect((await attempt('telephone', 'no_answer')).status).toBe(201);

      const disclosure = (kind: string, channel: string) =>
        officer.post(`/cases/${id}/disclosures`, {
          ...{ personId: undefined, purpose: 'inform_family', recipient: { kind }, channel },
          ...{ categories: ['identity'], ground: 'legal_obligation', legalBasis: 'CVRC art. 5.e' },
          crossBorder: false,
        });
      const { personId: deceased } = await page(id);
      const told = async (kind: string, channel: string) =>
        officer.post(`/cases/${id}/disclosures`, {
          ...{ personId: deceased, purpose: 'inform_family', recipient: { kind }, channel },
          ...{ categories: ['identity'], ground: 'legal_obligation', legalBasis: 'CVRC art. 5.e' },
        });
      expect((await disclosure('family', 'email')).status).toBeGreaterThanOrEqual(400);
      expect(await told('family', 'email')).toMatchObject(refused);
      expect((await told('foreign_authority', 'email')).status).toBe(201);

      const drafted = await officer.post(`/cases/${id}/papers`, { kind: 'sworn_declaration' });
      const issue = () =>
        officer.post(`/papers/${drafted.body.id}/issue`, undefined, { 'if-match': '"1"' });
      expect(await issue()).toMatchObject(refused);

      await done(id, 'kin-notices', kinTold({ personId }));
      expect((await attempt('email', 'reached')).status).toBe(201);
      expect((await told('family', 'email')).status).toBe(201);
      expect((await issue()).body.code).not.toBe('KIN_NOT_TOLD_YET');
    });

    it('says what to do, in both languages', async () => {
      const id = await openDeathCase(officer, mad);
      const personId = await relative(id);
      const body = { personId, channel: 'message', outcome: 'reached' };
      const es = await officer.post(`/cases/${id}/contact-attempts`, body, {
        'accept-language': 'es',
      });
      expect(es.body.detail).toContain('en persona o por teléfono');
      const en = await officer.post(`/cases/${id}/contact-attempts`, body, {
        'accept-language': 'en',
      });
      expect(en.body.detail).toContain('in person or by telephone');
    });

    it('only the head of post says that nobody can be told, and why', async () => {
      const id = await openDeathCase(officer, mad, { kinKnown: false });
      const personId = await relative(id);
      const reason = 'No se conoce a ningún familiar; se agotaron las búsquedas.';
      expect((await act(id, 'kin-notices/impossible', { reason })).status).toBe(403);
      expect((await act(id, 'kin-notices/impossible', { reason: 'no' }, head)).status).toBe(400);
      expect((await act(id, 'kin-notices/impossible', { reason }, head)).status).toBe(201);
      expect(await duties(id)).not.toContain('kin_informed');
      const mail = { personId, channel: 'email', outcome: 'reached' };
      expect((await officer.post(`/cases/${id}/contact-attempts`, mail)).status).toBe(201);
    });

    it('nothing is sent from the detention either in which the person died', async () => {
      const detention = await logDetention(officer, mad, { familyWish: 'yes' });
      const { reference } = await page(detention);
      const id = await openDeathCase(officer, mad, {
        type: 'death_abroad',
        fromReference: reference,
      });
      const notify = (channel: string) =>
        officer.post(`/detentions/${detention}/family-notifications`, {
          ...{ channel, to: 'Rosa Inventada', occurredAt: '2026-03-02T09:00:00Z' },
        });
      expect(await notify('email')).toMatchObject(refused);
      await done(id, 'kin-notices', kinTold({ channel: 'in_person' }));
      expect((await notify('email')).status).toBe(201);
    });
  });

  it('follows a violent death with its authority, and keeps the necropsy from whoever may not read it', async () => {
    const id = await openDeathCase(officer, mad, { manner: 'violent' });
    expect(await duties(id)).toContain('inquiry_follow_up');
    const codes = (await page(id)).death.documents.map((d: { code: string }) => d.code);
    expect(codes).toContain('necropsy');
    const inquiry = await done(id, 'inquiries', {
      authority: 'Juzgado n.º 3',
      fileNumber: '45/2026',
    });
    await done(id, 'necropsies', {
      authority: 'Instituto de Medicina Legal',
      doneOn: '2026-03-02',
      result: 'Resultado reservado',
    });
    expect((await page(id)).death.necropsies).toEqual([
      expect.objectContaining({
        authority: 'Instituto de Medicina Legal',
        result: 'Resultado reservado',
      }),
    ]);
    const colleague = await t.as('oficial2.mad');
    expect((await page(id, colleague)).death.necropsies).toEqual([
      expect.objectContaining({ authority: 'Instituto de Medicina Legal', result: null }),
    ]);
    t.clock.advance({ hours: 72 });
    await done(id, `inquiries/${inquiry}/contacts`, { note: 'Siguen las diligencias.' });
    expect(await duties(id)).toContain('inquiry_follow_up');
    await done(id, `inquiries/${inquiry}/conclusion`, { conclusion: 'Archivada' });
    expect(await duties(id)).not.toContain('inquiry_follow_up');
    const again = await act(id, `inquiries/${inquiry}/contacts`, { note: 'Otra' });
    expect(again).toMatchObject({ status: 409, body: { code: 'INQUIRY_CONCLUDED' } });
  });

  it('escalates a death in custody to headquarters, linked with its detention', async () => {
    const detention = await logDetention(officer, mad);
    const { reference, personId } = await page(detention);
    const unknown = await officer.post('/death-cases', {
      ...{
        postId: mad,
        type: 'death_abroad',
        person: { id: personId },
        intakeChannel: 'authority',
      },
      ...{ country: 'ES', fromReference: 'MAD-2026-999999' },
    });
    expect(unknown.body.errors).toEqual([expect.objectContaining({ path: 'fromReference' })]);
    const id = await openDeathCase(officer, mad, {
      ...{ type: 'death_abroad', person: { id: personId }, fromReference: reference },
    });
    expect(await page(id)).toMatchObject({ priority: 'urgent', death: { inCustody: true } });
    expect(await duties(id)).toEqual([
      ...[
        'custody_headquarters_informed',
        'death_registration',
        'inquiry_follow_up',
        'kin_informed',
      ],
    ]);
    expect((await officer.get(`/cases/${id}/links`)).body.items).toEqual([
      expect.objectContaining({ caseId: detention, relation: 'continues' }),
    ]);
    await done(id, 'headquarters-reports', { subject: 'custody', reference: 'L-12' });
    expect(await duties(id)).not.toContain('custody_headquarters_informed');

    const at = t.clock.now().toString();
    const stage = await officer.post(`/detentions/${detention}/release`, {
      ...{ stage: 'died_in_custody', occurredAt: at },
    });
    expect(stage.status).toBe(201);
    const closing = await officer.post(`/cases/${detention}/closing`, { outcome: 'died' });
    expect(closing.body.code === undefined || closing.body.code === 'CLOSING_REQUIREMENTS').toBe(
      true,
    );
    expect(closing.status).toBe(200);
  });

  it('keeps an estate without known heirs until everything is handed over', async () => {
    const id = await openDeathCase(officer, mad, { type: 'estate' });
    expect((await page(id)).priority).toBe('normal');
    await done(id, 'findings', { heirs: 'unknown' });
    expect(await duties(id)).toContain('estate_headquarters_informed');
    await done(id, 'headquarters-reports', { subject: 'estate' });
    const effect = await done(id, 'effects', {
      description: 'Reloj y documentos',
      keptAt: 'Caja fuerte',
    });
    expect(await duties(id)).toEqual(['death_registration', 'estate_hand_over', 'kin_informed']);
    const handOver = { handedTo: 'Rosa Inventada', receipt: 'R-1' };
    await done(id, `effects/${effect}/hand-over`, handOver);
    expect((await act(id, `effects/${effect}/hand-over`, handOver)).body.code).toBe(
      'EFFECT_HANDED_OVER',
    );
    await act(id, 'kin-notices/impossible', { reason: 'Sin familiares conocidos.' }, head);
    await done(id, 'registrations', {
      ...{ exOfficio: true, authority: 'Consulado', entryNumber: '1', registeredOn: '2026-03-02' },
    });
    expect((await officer.post(`/cases/${id}/closing`, { outcome: 'resolved' })).status).toBe(200);
  });

  it('asks for the documents that headquarters lists for the country', async () => {
    const id = await openDeathCase(officer, mad, { country: 'IT' });
    const director = await t.as('directora.dgc');
    const { content } = (await director.get('/death-requirements')).body.items[0];
    const own = {
      ...{ kind: 'remains', country: 'IT' },
      documents: [
        {
          code: 'mortuary_passport',
          label: { es: 'Pasaporte mortuorio', en: 'Laissez-passer' },
          when: 'always',
        },
      ],
    };
    const body = {
      content: { ...content, lists: [...content.lists, own] },
      reason: 'Convenio de Berlín',
    };
    expect((await officer.post('/death-requirements', body)).status).toBe(403);
    expect((await director.post('/death-requirements', body)).status).toBe(201);
    const twice = { ...body, content: { ...content, lists: [...content.lists, own, own] } };
    expect((await director.post('/death-requirements', twice)).status).toBe(422);
    expect((await page(id)).death.documents.map((d: { code: string }) => d.code)).toEqual([
      'mortuary_passport',
    ]);
  });

  it('fills the letters for the transit, the carrier and the authority with its facts', async () => {
    const id = await openDeathCase(officer, mad);
    await done(id, 'kin-notices', kinTold());
    await done(id, 'remains-decisions', decision('repatriate_remains'));
    await obtain(id, 'death_certificate', { number: 'ACTA-77' });
    await done(id, 'transport-legs', {
      ...{ mode: 'air', carrier: 'Aerolínea', waybill: '123-456' },
      ...{ fromPlace: 'Madrid', fromZone: 'Europe/Madrid', departsAt: '2026-03-03T22:55:00Z' },
      ...{ toPlace: 'Lima', toZone: 'America/Lima', arrivesAt: '2026-03-04T10:30:00Z' },
    });
    await done(id, 'inquiries', { authority: 'Juzgado n.º 3' });
    const told = async (kind: string) => {
      const drafted = await officer.post(`/cases/${id}/papers`, { kind });
      expect(drafted.status).toBe(201);
      return JSON.stringify((await officer.get(`/papers/${drafted.body.id}`)).body);
    };
    const transit = await told('remains_transit_letter');
    for (const fact of [
      'Madrid – Lima',
      '123-456',
      '03/03/2026 23:55',
      '04/03/2026 05:30',
      'ACTA-77',
    ]) {
      expect(transit).toContain(fact);
    }
    expect(await told('funeral_home_letter')).toContain('Rosa Inventada (hija o hijo)');
    expect(await told('death_authority_letter')).toContain('Juzgado n.º 3');
  });

  it('is sealed with its case: no text stays in the clear', async () => {
    const id = await openDeathCase(officer, mad, { cause: 'Causa inventada' });
    await done(id, 'kin-notices', kinTold());
    await done(id, 'remains-decisions', decision('local_burial'));
    const { version } = await page(id);
    const sealed = await head.post(
      `/cases/${id}/tier`,
      { tier: 'sealed', reason: 'Amenazas a la familia' },
      { 'if-match': `"${version}"` },
    );
    expect(sealed.status).toBeLessThan(300);
    for (const table of ['deaths', 'kin_notices', 'remains_decisions']) {
      const { rows } = await t.owner.query<{ row: string }>(
        `SELECT row_to_json(x)::text AS row FROM ${table} x WHERE case_id = $1`,
        [id],
      );
      expect(rows).toHaveLength(1);
      expect(rows[0]!.row).not.toContain('"clear"');
    }
    expect((await page(id, head)).death).toMatchObject({
      cause: 'Causa inventada',
      kinSettled: true,
    });
    expect(
      (
        await act(
          id,
          'registrations',
          { authority: 'R', entryNumber: '1', registeredOn: '2026-03-02', declarant: 'Rosa' },
          head,
        )
      ).status,
    ).toBe(201);
  });
});
