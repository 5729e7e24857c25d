import { Pool } from 'pg';
import { caseInNeed, openPurses, submitted } from '../factories/aid';
import { createTestApp, type TestApp } from '../support/app';
import type { Answer, Client } from '../support/client';
import { FakeClock } from '../support/fake-clock';

describe('advances of public money', () => {
  const clock = new FakeClock('2026-03-02T15:00:00Z');
  let t: TestApp;
  let officer: Client;
  let other: Client;
  let head: Client;
  let desk: Client;
  let director: Client;
  let finance: Client;
  let mad: string;
  beforeAll(async () => {
    t = await createTestApp({ clock });
    [officer, other, head, desk, director, finance] = await Promise.all([
      ...([t.as('oficial.mad'), t.as('oficial2.mad'), t.as('jefe.mad')] as const),
      ...([t.as('mesa.asn'), t.as('directora.dgc'), t.as('contabilidad')] as const),
    ]);
    mad = t.staff.posts['MAD']!;
    await openPurses(t);
    const rates = ['2026-03-12', '2026-03-13'].map(
      (day) => `PEN,${day},1,0.2667\nEUR,${day},4,1.08`,
    );
    const csv = `currency,day,pen,usd\n${rates.join('\n')}\n`;
    await (await t.as('finanzas')).post('/exchange-rates', { csv, source: 'SBS' });
  });
  afterAll(() => t.close());

  const act = (id: string, path: string, body: object = {}, client = officer): Promise<Answer> =>
    client.post(`/aid/${id}/${path}`, body);
  const done = async (id: string, path: string, body: object = {}, client = officer) => {
    const answer = await act(id, path, body, client);
    expect(answer).toMatchObject({ status: 201 });
  };
  const read = async (id: string, client = officer) => (await client.get(`/aid/${id}`)).body;
  const approved = async (file: { id: string; personId: string }, changes: object = {}) => {
    const id = await submitted(officer, file, changes);
    await done(id, 'approval', {}, head);
    return id;
  };
  const account = (username: string) => ({ accountId: t.staff.accounts[username]! });
  const advance = (id: string, holder: object, paidOn = '2026-03-02') =>
    act(id, 'payment', { method: 'cash', paidOn, advance: holder });
  const codes = ({ status, body }: Answer) => [
    ...[status, body.code],
    ...(body.errors ?? []).map(({ code }: { code: string }) => code),
  ];
  const duties = async (caseId: string): Promise<[string, string][]> =>
    (await officer.get(`/cases/${caseId}`)).body.obligations
      .filter(
        (o: { status: string; kind: string }) => o.status === 'open' && o.kind.startsWith('aid'),
      )
      .map((o: { kind: string; dueAt: string }) => [o.kind, o.dueAt]);

  it('are held by somebody, and accounted for to the cent by somebody else', async () => {
    const file = await caseInNeed(officer, mad);
    const id = await approved(file);
    for (const [holder, refused] of [
      [{}, [422, 'VALIDATION_FAILED', 'ONE_HOLDER']],
      [
        { ...account('oficial.mad'), personId: file.personId },
        [422, 'VALIDATION_FAILED', 'ONE_HOLDER'],
      ],
      [account('oficial.pat'), [422, 'VALIDATION_FAILED', 'UNKNOWN_ACCOUNT']],
      [{ personId: mad }, [422, 'VALIDATION_FAILED', 'NOT_A_BENEFICIARY']],
      [account('jefe.mad'), [409, 'HOLDER_SIGNS']],
    ] as const) {
      expect(codes(await advance(id, holder))).toEqual(refused);
    }
    expect((await advance(id, account('oficial2.mad'))).status).toBe(201);
    expect(await read(id)).toMatchObject({
      ...{ state: 'paid', dueOn: '2026-03-12', overdue: false, holder: 'officer' },
      ...{ holderAccountId: t.staff.accounts['oficial2.mad'], holderPersonId: null },
    });
    // one clock, that of the rendition, to the end of the day in Madrid
    expect(await duties(file.id)).toEqual([['aid_rendition', '2026-03-12T23:00:00.000Z']]);
    const reminders = await t.owner.query<{ rung: string }>(
      `SELECT r.rung FROM reminders r JOIN obligations o ON o.id = r.obligation_id
        WHERE o.case_id = $1 AND o.kind = 'aid_rendition' AND (r.due_at IS NULL OR r.send_at > o.due_at)`,
      [file.id],
    );
    expect(reminders.rows.length).toBeGreaterThan(0);

    await done(id, 'receipts', {
      ...{ kind: 'receipt', taxId: 'B1', number: 'A-1', issuedOn: '2026-03-02', amount: '70.00' },
    });
    await done(id, 'receipts', {
      ...{ kind: 'sworn_declaration', issuedOn: '2026-03-02', amount: '20.01' },
    });
    const settle = (returned: string, client: Client) =>
      act(id, 'accounting', { returned }, client);
    expect(codes(await settle('9.99', other))).toEqual([409, 'HOLDER_SIGNS']);
    expect(codes(await settle('10.00', desk))).toEqual([422, 'RECEIPTS_DO_NOT_COVER']);
    expect((await settle('9.99', desk)).status).toBe(201);
    expect(await duties(file.id)).toEqual([['aid_settlement', expect.any(String)]]);
    await done(id, 'settlement', {}, finance);
    await expect(
      t.owner.query(`UPDATE aid_requests SET due_on = due_on + 30 WHERE id = $1`, [id]),
    ).rejects.toThrow('an advance stays as it was handed over');
  });

  it('allow a sworn declaration only within its limit', async () => {
    const file = await caseInNeed(officer, mad);
    const id = await approved(file);
    await done(id, 'payment', {
      ...{ method: 'cash', paidOn: '2026-03-02', advance: { personId: file.personId } },
    });
    expect(await read(id)).toMatchObject({ holder: 'person', holderPersonId: file.personId });
    await done(id, 'receipts', {
      ...{ kind: 'sworn_declaration', issuedOn: '2026-03-02', amount: '100.00' },
    });
    expect(codes(await act(id, 'accounting', {}, other))).toEqual([422, 'TOO_MUCH_UNDOCUMENTED']);
    await t.owner.query(`DELETE FROM aid_receipts WHERE aid_id = $1`, [id]);
    await done(id, 'accounting', { returned: '100.00' }, other);
  });

  describe('over a rendition that is overdue', () => {
    let file: { id: string; personId: string };
    let overdue: string;
    let next: string;
    beforeAll(async () => {
      file = await caseInNeed(officer, mad);
      overdue = await approved(file);
      expect((await advance(overdue, account('oficial2.mad'))).status).toBe(201);
      next = await approved(file);
      clock.set('2026-03-12T22:30:00Z');
      expect((await read(overdue)).overdue).toBe(false);
      // half past midnight in Madrid
      clock.set('2026-03-12T23:30:00Z');
    });
    afterAll(() => clock.set('2026-03-02T15:00:00Z'));

    it('are refused to the same holder, and at the same post to anybody', async () => {
      expect(await read(overdue)).toMatchObject({ overdue: true });
      expect(await read(next)).toMatchObject({ postOverdue: true, advanceAllowed: false });
      const listed = await officer.get(`/aid?post=${mad}&advances=overdue`);
      expect(listed.body.items.map(({ id }: { id: string }) => id)).toEqual([overdue]);
      const again = (holder: object) => advance(next, holder, '2026-03-13');
      expect(codes(await again(account('oficial2.mad')))).toEqual([
        ...[409, 'ADVANCE_OVERDUE', 'advance_overdue_holder', 'advance_overdue_post'],
      ]);
      expect(codes(await again({ personId: file.personId }))).toEqual([
        ...[409, 'ADVANCE_OVERDUE', 'advance_overdue_post'],
      ]);
      // in an older day's name it is refused all the same
      expect((await advance(next, account('oficial.mad'))).body.code).toBe('ADVANCE_OVERDUE');
    });

    it('are refused by the database itself, and allowed by headquarters alone, with why', async () => {
      const app = new Pool({ connectionString: t.database.appUrl, max: 1 });
      const as = async (username: string, sql: string, values: unknown[]) => {
        await app.query('BEGIN');
        try {
          await app.query('SELECT app.act_as($1, NULL)', [t.staff.accounts[username]]);
          return await app.query(sql, values);
        } finally {
          await app.query('ROLLBACK');
        }
      };
      const HAND = `UPDATE aid_requests SET state = 'paid', stage_since = '2026-03-13T10:00:00Z', paid_on = '2026-03-02',
        paid_pen = 400, paid_by = $2, due_on = '2026-03-23', holder_account_id = $2 WHERE id = $1`;
      const ALLOW = `INSERT INTO aid_decisions (id, case_id, aid_id, act, state, occurred_at, note, recorded_by)
        VALUES (gen_random_uuid(), $1, $2, 'allow_advance', 'committed', now(), $4, $3)`;
      const allow = (by: string, note: string | null, signed = by) =>
        as(by, ALLOW, [file.id, next, t.staff.accounts[signed], note]);
      try {
        await expect(
          as('oficial.mad', HAND, [next, t.staff.accounts['oficial.mad']]),
        ).rejects.toThrow('an earlier rendition is overdue');
        for (const by of ['oficial.mad', 'jefe.mad', 'mesa.asn']) {
          await expect(allow(by, 'Porque sí.')).rejects.toThrow('headquarters alone');
        }
        await expect(allow('jefe.mad', 'x', 'directora.dgc')).rejects.toThrow('headquarters alone');
        await expect(allow('directora.dgc', null)).rejects.toThrow('allowance_explained');
        await expect(allow('directora.dgc', 'Con motivo.')).resolves.toBeDefined();
      } finally {
        await app.end();
      }
      for (const client of [officer, head, desk]) {
        expect((await act(next, 'advance-allowance', { reason: 'x' }, client)).status).toBe(403);
      }
      expect((await act(next, 'advance-allowance', {}, director)).status).toBe(400);
      const reason = 'El proveedor cerró; la rendición llega el lunes.';
      await done(next, 'advance-allowance', { reason }, director);
      expect(await read(next)).toMatchObject({ advanceAllowed: true, state: 'committed' });
      // the clock of the payment runs on as it did
      expect(await duties(file.id)).toContainEqual(['aid_payment', expect.any(String)]);
      expect((await advance(next, account('oficial2.mad'), '2026-03-13')).status).toBe(201);
      const { decisions } = await read(next);
      expect(decisions.find(({ act: what }: { act: string }) => what === 'allow_advance')).toEqual(
        expect.objectContaining({ by: expect.any(String), state: 'committed' }),
      );
      expect(JSON.stringify(decisions)).toContain(reason);
      expect(codes(await act(next, 'advance-allowance', { reason }, director))).toEqual([
        ...[409, 'AID_DOES_NOT_FOLLOW'],
      ]);
    });

    it('leave what is known to be paid, and end with the rendition', async () => {
      const known = await approved(file);
      await done(known, 'payment', { method: 'cash', paidOn: '2026-03-13' });
      expect(await read(known)).toMatchObject({ dueOn: null, holder: null });
      await done(overdue, 'accounting', { returned: '100.00' }, desk);
      const last = await approved(file);
      expect((await advance(last, account('oficial2.mad'), '2026-03-13')).status).toBe(201);
    });
  });

  it('follow a person to another post, and under another record', async () => {
    const file = await caseInNeed(officer, mad);
    const id = await approved(file);
    expect((await advance(id, { personId: file.personId })).status).toBe(201);
    const pat = t.staff.posts['PAT']!;
    const [officerPat, headPat] = await Promise.all([t.as('oficial.pat'), t.as('jefe.pat')]);
    await (
      await t.as('finanzas')
    ).post('/allotments', {
      ...{ postId: pat, programme: 'palh', year: 2026, quarter: 1, amount: '5000.00' },
      certificate: 'CCP 9-2026',
    });
    const elsewhere = await caseInNeed(officerPat, pat);
    const aid = await submitted(officerPat, elsewhere);
    await done(aid, 'approval', {}, headPat);
    clock.set('2026-03-13T15:00:00Z');
    const pay = () =>
      act(
        aid,
        'payment',
        { method: 'cash', paidOn: '2026-03-13', advance: { personId: elsewhere.personId } },
        officerPat,
      );
    await t.owner.query('UPDATE persons SET merged_into = $2 WHERE id = $1', [
      ...[elsewhere.personId, file.personId],
    ]);
    expect(codes(await pay())).toEqual([409, 'ADVANCE_OVERDUE', 'advance_overdue_holder']);
    await t.owner.query('UPDATE persons SET merged_into = NULL WHERE id = $1', [
      elsewhere.personId,
    ]);
    expect((await pay()).status).toBe(201);
    clock.set('2026-03-02T15:00:00Z');
  });

  it('of a sealed case show whoever answers for money no person', async () => {
    const file = await caseInNeed(officer, mad, { type: 'victim' });
    const id = await submitted(officer, file, { urgent: true, line: 'medicine' });
    await done(id, 'urgent-payment', {
      ...{ method: 'cash', paidOn: '2026-03-02', advance: { personId: file.personId } },
    });
    expect((await duties(file.id)).map(([kind]) => kind).sort()).toEqual([
      ...['aid_regularisation', 'aid_rendition'],
    ]);
    const seen = await read(id, finance);
    expect(seen).toMatchObject({ holder: 'person', dueOn: '2026-03-12', holderPersonId: null });
    expect(JSON.stringify(seen)).not.toContain(file.personId);
  });
});
