import { caseInNeed, food, network, openPurses, submitted } from '../factories/aid';
import { createTestApp, type TestApp } from '../support/app';
import type { Answer, Client } from '../support/client';
import { FakeClock } from '../support/fake-clock';

describe('aid with public money', () => {
  let t: TestApp;
  let officer: Client;
  let other: Client;
  let head: Client;
  let desk: Client;
  let director: Client;
  let finance: Client;
  let mad: string;
  beforeAll(async () => {
    t = await createTestApp({ clock: new FakeClock('2026-03-02T15:00:00Z') });
    [officer, other, head, desk, director, finance] = await Promise.all([
      ...([t.as('oficial.mad'), t.as('oficial2.mad'), t.as('jefe.mad')] as const),
      ...([t.as('mesa.asn'), t.as('directora.dgc'), t.as('contabilidad')] as const),
    ]);
    mad = t.staff.posts['MAD']!;
    await openPurses(t);
  });
  afterAll(() => t.close());

  const act = (id: string, path: string, body: object = {}, client = officer): Promise<Answer> =>
    client.post(`/aid/${id}/${path}`, body);
  const done = async (id: string, path: string, body: object = {}, client = officer) => {
    const answer = await act(id, path, body, client);
    expect(answer).toMatchObject({ status: 201 });
    return answer.body;
  };
  const read = async (id: string, client = officer) => (await client.get(`/aid/${id}`)).body;
  const balance = async (programme = 'palh') =>
    (await finance.get(`/balances?year=2026&post=${mad}&programme=${programme}`)).body.items[0];
  const duties = async (caseId: string): Promise<string[]> =>
    (await officer.get(`/cases/${caseId}`)).body.obligations
      .filter(
        (o: { status: string; kind: string }) => o.status === 'open' && o.kind.startsWith('aid'),
      )
      .map((o: { kind: string }) => o.kind);
  const cash = { method: 'cash', paidOn: '2026-03-02' };
  const receipt = (amount: string, number: string) => ({
    ...{ kind: 'receipt', taxId: 'B12345678', number, issuedOn: '2026-03-02', amount },
  });

  describe('a PALH request', () => {
    it('goes from need to settlement, each stage another person’s, the money with it', async () => {
      const file = await caseInNeed(officer, mad);
      const before = await balance();
      const proposed = await officer.post(`/cases/${file.id}/aid`, food(file.personId));
      expect(proposed.body.number).toMatch(/^MAD-2026-AYU-\d{6}$/);
      const id = proposed.body.id as string;
      const early = await act(id, 'submission');
      expect([early.status, early.body.errors]).toEqual([
        422,
        [expect.objectContaining({ path: 'waterfall', code: 'aid_waterfall' })],
      ]);
      await done(id, 'waterfall', network());
      await done(id, 'submission');
      expect(await duties(file.id)).toEqual(['aid_endorsement']);
      expect((await balance()).reserved).toBe('400.00');
      expect((await act(id, 'waterfall', network())).body.code).toBe('AID_WAS_SUBMITTED');

      expect((await act(id, 'approval')).status).toBe(403);
      await done(id, 'approval', { certificate: 'CCP 7-2026' }, head);
      expect((await act(id, 'approval', {}, head)).body.code).toBe('AID_DOES_NOT_FOLLOW');
      expect(await balance()).toMatchObject({ reserved: '0.00', committed: '400.00' });
      await done(id, 'payment', { ...cash, proof: 'Recibo firmado' });
      expect(await balance()).toMatchObject({ committed: '0.00', paid: '400.00' });
      expect(await duties(file.id)).toEqual(['aid_accounting']);

      await done(id, 'receipts', receipt('90.00', 'F-1'));
      expect((await act(id, 'receipts', receipt('5.00', 'F-1'))).body.code).toBe('RECEIPT_USED');
      const short = await act(id, 'accounting', {}, other);
      expect([short.status, short.body.code]).toEqual([422, 'RECEIPTS_DO_NOT_COVER']);
      for (const client of [officer, head]) {
        expect((await act(id, 'accounting', { returned: '10.00' }, client)).body.code).toBe(
          'OWN_REQUEST',
        );
      }
      await done(id, 'accounting', { returned: '10.00' }, other);
      expect(await balance()).toMatchObject({ paid: '0.00', accounted: '360.00' });
      expect(Number((await balance()).available)).toBe(Number(before.available) - 360);
      expect((await act(id, 'settlement')).status).toBe(403);
      await done(id, 'observation', { note: 'Falta el RUC del proveedor.' }, finance);
      expect(await duties(file.id)).toEqual(['aid_answer']);
      await done(id, 'answer', { note: 'Es un NIF español.' });
      await done(id, 'settlement', {}, finance);
      expect(await read(id)).toMatchObject({ state: 'settled', allowed: [] });
      expect((await read(id)).decisions.map((d: { act: string }) => d.act)).toEqual([
        ...['create', 'submit', 'approve', 'pay', 'account', 'observe', 'answer', 'settle'],
      ]);
      expect(await duties(file.id)).toEqual([]);
    });

    it('above the authority of the post goes to Lima, and gives its money back when refused', async () => {
      const file = await caseInNeed(officer, mad);
      const id = await submitted(officer, file, { amount: '1500.00' }).catch(
        (e: Error) => e.message,
      );
      expect(id).toContain('aid_quotes');
      const dear = await officer.post(
        `/cases/${file.id}/aid`,
        food(file.personId, { amount: '1500.00' }),
      );
      const aid = dear.body.id as string;
      await done(aid, 'waterfall', network());
      for (const supplier of ['Uno', 'Dos', 'Tres']) {
        await done(aid, 'quotes', { supplier, amount: '1500.00', currency: 'EUR' });
      }
      await done(aid, 'submission');
      expect((await act(aid, 'approval', {}, head)).body.code).toBe('ABOVE_AUTHORITY');
      await done(aid, 'endorsement', {}, head);
      expect(await duties(file.id)).toEqual(['aid_review']);
      await done(aid, 'review', {}, desk);
      await done(aid, 'refusal', { reason: 'Hay un albergue gratuito.' }, director);
      expect((await balance()).reserved).toBe('0.00');
      expect((await read(aid)).decisions.at(-1)).toMatchObject({
        act: 'refuse',
        reason: 'Hay un albergue gratuito.',
      });
    });

    it('returned is mended and submitted again', async () => {
      const file = await caseInNeed(officer, mad);
      const id = await submitted(officer, file);
      await done(id, 'return', { reason: 'Adjunte otra cotización.' }, head);
      expect((await balance()).reserved).toBe('0.00');
      await done(id, 'quotes', { supplier: 'Uno', amount: '100.00', currency: 'EUR' });
      await done(id, 'submission');
      await done(id, 'cancellation', { reason: 'Ya no hace falta.' });
      expect((await balance()).reserved).toBe('0.00');
    });
  });

  it('PAH is decided in Lima with a resolution, and never by the post', async () => {
    const file = await caseInNeed(officer, mad);
    const pah = { programme: 'pah', proof: 'poverty_certificate', line: 'lodging' };
    const id = await submitted(officer, file, pah);
    expect((await act(id, 'approval', {}, head)).body.code).toBe('ABOVE_AUTHORITY');
    await done(id, 'endorsement', {}, head);
    await done(id, 'review', { reason: 'Conforme.' }, desk);
    // the assessment itself is restricted; that there is one is told to whoever decides
    const unmet = (await read(id, director)).checks.filter((one: { holds: boolean }) => !one.holds);
    expect(unmet).toEqual([]);
    const resolution = { resolutionNumber: 'RD 12-2026', resolutionOn: '2026-03-02' };
    expect((await act(id, 'resolution', {}, director)).status).toBe(400);
    expect((await act(id, 'resolution', resolution, desk)).status).toBe(403);
    await done(id, 'resolution', resolution, director);
    expect(await read(id)).toMatchObject({ state: 'committed', resolutionNumber: 'RD 12-2026' });
    await done(id, 'payment', { method: 'transfer', paidOn: '2026-03-02', proof: 'T-1' });
    expect((await balance('pah')).paid).toBe('400.00');
  });

  it('with life at risk is paid first, within a ceiling, and regularised', async () => {
    const file = await caseInNeed(officer, mad);
    const calm = await submitted(officer, file);
    expect((await act(calm, 'urgent-payment', cash)).body.code).toBe('NOT_URGENT');
    const urgent = await submitted(officer, file, { urgent: true, line: 'medicine' });
    await done(urgent, 'urgent-payment', cash);
    expect(await duties(file.id)).toContain('aid_regularisation');
    const first = (await desk.get('/aid')).body.items[0];
    expect(first).toMatchObject({ id: urgent, state: 'paid_urgent' });
    expect((await act(urgent, 'regularisation', {}, officer)).status).toBe(403);
    await done(urgent, 'regularisation', { reason: 'Emergencia acreditada.' }, head);
    expect((await read(urgent)).state).toBe('regularised');
    await done(calm, 'cancellation', { reason: 'Prueba.' });
  });

  it('lets only the director lift a ceiling', async () => {
    const file = await caseInNeed(officer, mad);
    const proposed = await officer.post(`/cases/${file.id}/aid`, {
      ...food(file.personId, { line: 'ticket', amount: '2100.00', toFirstEntry: true }),
    });
    const id = proposed.body.id as string;
    await done(id, 'waterfall', network());
    for (const supplier of ['Uno', 'Dos', 'Tres']) {
      await done(id, 'quotes', { supplier, amount: '2100.00', currency: 'EUR' });
    }
    const over = await act(id, 'submission');
    expect(over.body.errors).toEqual([expect.objectContaining({ code: 'aid_line_ceiling' })]);
    expect((await act(id, 'exceeding', {}, head)).status).toBe(403);
    await done(id, 'exceeding', {}, director);
    await done(id, 'submission');
    await done(id, 'cancellation', { reason: 'Prueba.' });
  });

  it('shares among several persons to the cent, and refuses parts that do not add up', async () => {
    const file = await caseInNeed(officer, mad);
    for (const name of ['Uno', 'Dos']) {
      const added = await officer.post(`/cases/${file.id}/people`, {
        ...{ person: { givenNames: name, firstSurname: 'Hijo', sex: 0 }, role: 'dependant' },
      });
      expect(added.status).toBe(201);
    }
    const { people } = (await officer.get(`/cases/${file.id}`)).body;
    const others: string[] = people
      .filter(({ role }: { role: string }) => role === 'dependant')
      .map(({ personId }: { personId: string }) => personId);
    const three = [file.personId, ...others].map((personId) => ({ personId }));
    const shared = await officer.post(
      `/cases/${file.id}/aid`,
      food(file.personId, { beneficiaries: three }),
    );
    expect(
      (await read(shared.body.id)).beneficiaries.map((b: { amount: string }) => b.amount),
    ).toEqual(['33.34', '33.33', '33.33']);
    const parts = three.map((one, i) => ({ ...one, amount: ['50', '25', '24.99'][i] }));
    const wrong = await officer.post(
      `/cases/${file.id}/aid`,
      food(file.personId, { beneficiaries: parts }),
    );
    await done(wrong.body.id, 'waterfall', network());
    expect((await act(wrong.body.id, 'submission')).body.errors).toEqual([
      expect.objectContaining({ code: 'aid_beneficiaries' }),
    ]);
  });

  it('takes no amount that is none', async () => {
    const { id, personId } = await caseInNeed(officer, mad);
    for (const amount of ['-1', '0', '0.00', '0.001', '1e9', '1000000000', 'x']) {
      const answer = await officer.post(`/cases/${id}/aid`, food(personId, { amount }));
      expect([amount, answer.status]).toEqual([amount, 400]);
    }
    const strange = await officer.post(`/cases/${id}/aid`, food(personId, { currency: 'JPY' }));
    expect([strange.status, strange.body.code]).toEqual([422, 'RATE_MISSING']);
  });

  it('shows what the same person was given elsewhere, of a sealed case only whom to ask', async () => {
    const file = await caseInNeed(officer, mad);
    const first = await officer.post(`/cases/${file.id}/attentions`, {
      ...{ line: 'food', amount: '20.00', currency: 'EUR' },
    });
    expect(first.status).toBe(201);
    const second = await caseInNeed(officer, mad, { person: { id: file.personId } });
    const id = await submitted(officer, second);
    expect((await read(id, head)).elsewhere).toEqual([
      expect.objectContaining({
        pen: '80.00',
        line: 'food',
        postCode: 'MAD',
        askHeadquarters: false,
      }),
    ]);
    await done(id, 'cancellation', { reason: 'Prueba.' });

    const sealed = await caseInNeed(officer, mad, { type: 'victim' });
    await officer.post(`/cases/${sealed.id}/attentions`, {
      ...{ line: 'food', amount: '20.00', currency: 'EUR' },
    });
    const open = await caseInNeed(officer, mad, { person: { id: sealed.personId } });
    const asked = await submitted(officer, open);
    expect((await read(asked, desk)).elsewhere).toEqual([
      {
        ...{ personId: sealed.personId, programme: null, line: null, pen: null },
        ...{ postCode: null, givenOn: null, askHeadquarters: true },
      },
    ]);
    await done(asked, 'cancellation', { reason: 'Prueba.' });
  });

  it('in a sealed case tells whoever pays a number and an amount, and nothing else', async () => {
    const file = await caseInNeed(officer, mad, { type: 'victim' });
    const open = await caseInNeed(officer, mad, { person: { id: file.personId } });
    await officer.post(`/cases/${open.id}/attentions`, {
      ...{ line: 'food', amount: '20.00', currency: 'EUR' },
    });
    const id = await submitted(officer, file);
    const { number, elsewhere } = await read(id);
    expect(elsewhere).toHaveLength(1);
    expect(number).not.toMatch(/^MAD/);
    const seen = await read(id, finance);
    expect(seen).toMatchObject({ number, amount: '100.00', caseId: null, need: null, persons: 1 });
    expect([seen.beneficiaries, seen.elsewhere]).toEqual([[], []]);
    expect(JSON.stringify(seen)).not.toContain('Persona');
    expect((await head.get(`/cases/${file.id}`)).status).toBe(200);
    expect((await other.get(`/aid/${id}`)).status).toBe(404);
    const stored = await t.owner.query('SELECT need::text FROM aid_requests WHERE id = $1', [id]);
    expect(stored.rows[0].need).not.toContain('alimentos');
    await done(id, 'cancellation', { reason: 'Prueba.' });
  });

  it('offers the post nothing that is decided in Lima, and lists requests apart from attentions', async () => {
    const file = await caseInNeed(officer, mad);
    await officer.post(`/cases/${file.id}/attentions`, {
      ...{ line: 'food', amount: '0', currency: 'EUR' },
    });
    const pah = { programme: 'pah', proof: 'poverty_certificate' };
    const id = await submitted(officer, file, { ...pah });
    expect((await read(id, head)).allowed).toEqual(['endorse', 'return', 'refuse', 'cancel']);
    const kinds = async (kind: string) => [
      ...new Set(
        (await officer.get(`/aid?kind=${kind}`)).body.items.map((a: { kind: string }) => a.kind),
      ),
    ];
    expect([await kinds('request'), await kinds('attention')]).toEqual([
      ...[['request'], ['attention']],
    ]);
    await done(id, 'cancellation', { reason: 'Prueba.' });
  });

  describe('everyday attentions', () => {
    it('are given at once within the petty ceiling, endorsed together, and rendered by month', async () => {
      const file = await caseInNeed(officer, mad);
      const attend = (amount: string) =>
        officer.post(`/cases/${file.id}/attentions`, { line: 'food', amount, currency: 'EUR' });
      const before = Number((await balance()).paid);
      const given = await Promise.all(['12.50', '0', '0.00', '30'].map(attend));
      expect(given.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
      expect(Number((await balance()).paid) - before).toBe(170);
      expect((await attend('100.01')).body.errors[0].code).toBe('ABOVE_PETTY_CEILING');
      const month = { postId: mad, month: '2026-03' };
      expect((await other.post('/aid/month-renditions', month)).body.code).toBe('NOT_ALL_ENDORSED');
      const open = (await head.get(`/aid?post=${mad}&state=recorded`)).body.items as {
        id: string;
      }[];
      const ids = open.map(({ id }) => id);
      const endorsed = await head.post('/aid/attention-endorsements', { ids });
      expect(endorsed.body).toEqual({ endorsed: expect.arrayContaining(ids), refused: [] });
      const again = await head.post('/aid/attention-endorsements', { ids: [ids[0]] });
      expect(again.body.refused).toEqual([{ id: ids[0], code: 'AID_DOES_NOT_FOLLOW' }]);
      // those of a sealed case are for its circle
      const seen = (await other.get(`/aid?post=${mad}&state=endorsed`)).body.items as object[];
      const rendered = await other.post('/aid/month-renditions', month);
      expect(rendered.body).toEqual({ rendered: seen.length });
      expect(seen.length).toBeGreaterThan(3);
      expect((await balance()).accounted).not.toBe('0.00');
    });
  });

  it('follows the ceilings that headquarters writes', async () => {
    const [current] = (await director.get('/aid-policies')).body.items;
    const write = (content: object) =>
      director.post('/aid-policies', { content, reason: 'Prueba' });
    expect((await write({ ...current.content, pettyCeiling: '-1' })).status).toBe(422);
    expect((await write({ ...current.content, pettyCeiling: '10.00' })).status).toBe(201);
    const { id } = await caseInNeed(officer, mad);
    const attend = await officer.post(`/cases/${id}/attentions`, {
      ...{ line: 'food', amount: '3.00', currency: 'EUR' },
    });
    expect(attend.body.errors[0].code).toBe('ABOVE_PETTY_CEILING');
    await write(current.content);
  });
});
