import { Pool } from 'pg';
import { caseInNeed, network, openPurses, food } from '../factories/aid';
import { flight, makeEligible, openRepatriation } from '../factories/repatriations';
import { createTestApp, type TestApp } from '../support/app';
import type { Answer, Client } from '../support/client';

describe('the reimbursement of a repatriation', () => {
  let t: TestApp;
  let officer: Client;
  let head: Client;
  let desk: Client;
  let bue: Client;
  let mad: string;
  beforeAll(async () => {
    t = await createTestApp();
    [officer, head, desk, bue] = await Promise.all([
      ...([t.as('oficial.mad'), t.as('jefe.mad')] as const),
      ...([t.as('mesa.asn'), t.as('jefe.bue')] as const),
    ]);
    mad = t.staff.posts['MAD']!;
    await openPurses(t);
  });
  afterAll(() => t.close());

  const act = (id: string, path: string, body: object, client = officer): Promise<Answer> =>
    client.post(`/repatriation-cases/${id}/${path}`, body);
  const done = async (id: string, path: string, body: object, client = officer) => {
    const answer = await act(id, path, body, client);
    expect(answer).toMatchObject({ status: 201 });
    return answer.body.id as string;
  };
  const view = async (id: string, client = officer) =>
    (await client.get(`/repatriation-cases/${id}`)).body;
  const codeOf = ({ status, body }: Answer) => [status, body.errors?.[0]?.code ?? body.code];
  const authorise = async (id: string, client: Client, amount = '600.10') => {
    const costs = [{ currency: 'EUR', amount }];
    const asked = await done(id, 'consultations', { costs, request: 'Persona en calle.' }, client);
    return act(id, `consultations/${asked}/answer`, { authorise: true, answer: 'Procede.' }, desk);
  };
  /** Somebody who boarded at the cost of the State: 600.10 euros are owed. */
  const indebted = async () => {
    const opened = await openRepatriation(officer, mad);
    await makeEligible(t, officer, opened);
    expect((await authorise(opened.id, officer)).status).toBe(201);
    await done(opened.id, 'papers', { kind: 'salvoconducto', number: 'S', issuedOn: '2026-03-02' });
    const times = { departsAt: '2026-03-02T08:00:00Z', arrivesAt: '2026-03-02T20:00:00Z' };
    await done(opened.id, 'segments', flight(times));
    await done(opened.id, 'boardings', {});
    return opened;
  };
  const instalment = (amount: string, more: object = {}) => ({
    ...{ amount, currency: 'EUR', receivedOn: '2026-03-02', proof: 'Depósito 123', ...more },
  });

  it('is received in instalments with their proof, to the cent', async () => {
    const { id } = await indebted();
    expect(await view(id)).toMatchObject({
      debt: 'due',
      receivable: [
        { currency: 'EUR', owed: '600.10', paid: '0.00', waived: '0.00', outstanding: '600.10' },
      ],
    });
    const pay = (amount: string, more: object = {}) =>
      act(id, 'instalments', instalment(amount, more));
    expect(codeOf(await pay('1.00', { proof: undefined }))).toEqual([422, 'isNotEmpty']);
    expect(codeOf(await pay('600.11'))).toEqual([422, 'MORE_THAN_OWED']);
    expect(codeOf(await pay('1.00', { currency: 'USD' }))).toEqual([422, 'NOT_OWED_IN_CURRENCY']);
    expect(codeOf(await pay('1.00', { receivedOn: '2026-03-09' }))).toEqual([422, 'notInFuture']);
    for (const amount of ['0', '0.00', '-1', '0.001', '1e3']) {
      expect([amount, (await pay(amount)).status]).toEqual([amount, 400]);
    }
    expect((await pay('100.05')).status).toBe(201);
    expect((await view(id)).debt).toBe('partly_paid');
    expect((await pay('500.05')).status).toBe(201);
    const after = await view(id);
    expect(after).toMatchObject({
      debt: 'paid',
      receivable: [{ owed: '600.10', paid: '600.10', waived: '0.00', outstanding: '0.00' }],
    });
    expect(after.debts[0]).toMatchObject({
      ...{ kind: 'instalment', amount: '500.05', currency: 'EUR', proof: 'Depósito 123' },
    });
    expect(codeOf(await pay('0.01'))).toEqual([409, 'DEBT_DOES_NOT_FOLLOW']);
  });

  it('takes two instalments at once one after the other, and never more than is owed', async () => {
    const { id } = await indebted();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => act(id, 'instalments', instalment('200.00'))),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect((await view(id)).receivable[0]).toMatchObject({ paid: '600.00', outstanding: '0.10' });
  });

  it('is waived by headquarters alone, whole or in part, with who and why', async () => {
    const { id } = await indebted();
    const waive = (more: object, client = desk) =>
      act(id, 'debt-waivers', { reason: 'Enfermedad grave.', ...more }, client);
    for (const client of [officer, head]) expect((await waive({}, client)).status).toBe(403);
    expect((await waive({ reason: undefined })).status).toBe(400);
    expect(codeOf(await waive({ amount: '1.00' }))).toEqual([422, 'isNotEmpty']);
    expect(codeOf(await waive({ amount: '600.11', currency: 'EUR' }))).toEqual([
      ...[422, 'MORE_THAN_OWED'],
    ]);
    expect((await waive({ amount: '300.10', currency: 'EUR' })).status).toBe(201);
    // a part that was waived leaves the rest due
    expect(await view(id)).toMatchObject({
      debt: 'due',
      receivable: [{ waived: '300.10', outstanding: '300.00' }],
    });
    await done(id, 'instalments', instalment('100.00'));
    expect((await waive({})).status).toBe(201);
    const after = await view(id);
    expect(after).toMatchObject({
      debt: 'waived',
      receivable: [{ owed: '600.10', paid: '100.00', waived: '500.10', outstanding: '0.00' }],
    });
    expect(after.debts[0]).toMatchObject({
      ...{ kind: 'waiver', amount: '200.00', reason: 'Enfermedad grave.' },
      recordedBy: expect.any(String),
    });
  });

  it('is kept exact by the database itself', async () => {
    const { id } = await indebted();
    const app = new Pool({ connectionString: t.database.appUrl, max: 1 });
    const enter = async (by: string, columns: Record<string, unknown>) => {
      const row = {
        ...{ kind: 'instalment', state: 'partly_paid', currency: 'EUR', amount: '1.00' },
        ...{
          reason: null,
          proof: '{"clear":"x"}',
          costs: '[{"currency":"EUR","amount":"600.10"}]',
        },
        ...columns,
      };
      await app.query('BEGIN');
      try {
        await app.query('SELECT app.act_as($1, NULL)', [t.staff.accounts[by]]);
        await app.query(
          `INSERT INTO repatriation_debts (id, case_id, person_id, kind, state, costs, currency, amount, settled_on, reason, proof, recorded_by)
           SELECT gen_random_uuid(), d.case_id, d.person_id, $2, $3, $4, $5, $6, '2026-03-02', $7, $8, $9
             FROM repatriation_debts d WHERE d.case_id = $1 AND d.position = 1`,
          [
            ...[id, row.kind, row.state, row.costs, row.currency, row.amount, row.reason],
            ...[row.proof, t.staff.accounts[by]],
          ],
        );
      } finally {
        await app.query('ROLLBACK');
      }
    };
    const waiver = { kind: 'waiver', state: 'due', reason: '{"clear":"x"}', proof: null };
    try {
      await enter('oficial.mad', {});
      await enter('mesa.asn', waiver);
      const refused: [string, Record<string, unknown>, string][] = [
        ['oficial.mad', { amount: '600.11' }, 'no more is settled than is owed'],
        ['oficial.mad', { currency: 'USD' }, 'no more is settled than is owed'],
        ['oficial.mad', { state: 'paid' }, 'the state follows'],
        ['oficial.mad', { proof: null }, 'an instalment has its proof'],
        ['oficial.mad', { costs: '[]' }, 'of the debt that was opened'],
        ['jefe.mad', waiver, 'headquarters alone waives'],
        ['mesa.asn', { ...waiver, reason: null }, 'repatriation_debts_waiver_explained'],
      ];
      for (const [by, columns, why] of refused) {
        await expect(enter(by, columns)).rejects.toThrow(why);
      }
    } finally {
      await app.end();
    }
  });

  describe('outstanding', () => {
    it('refuses the next ticket in another post until the last cent, whoever pays it', async () => {
      const first = await indebted();
      const second = await openRepatriation(bue, t.staff.posts['BUE']!, {
        ...{ person: { id: first.personId }, country: 'AR' },
      });
      await makeEligible(t, bue, second);
      const refused = await authorise(second.id, bue);
      expect(refused.body).toMatchObject({
        code: 'NOT_ELIGIBLE',
        allowed: ['not_repatriated_before'],
      });
      await done(first.id, 'instalments', instalment('600.09'));
      const again = () =>
        act(second.id, `consultations/${question}/answer`, { authorise: true, answer: 'x' }, desk);
      const waiting = (await view(second.id, bue)).consultations;
      const question = waiting[0].id as string;
      expect((await again()).body.code).toBe('NOT_ELIGIBLE');
      const reason = 'Un céntimo.';
      await done(first.id, 'debt-waivers', { amount: '0.01', currency: 'EUR', reason }, desk);
      expect((await again()).status).toBe(201);
    });

    it('follows a person under another record, also once the spending was authorised', async () => {
      const first = await indebted();
      const second = await openRepatriation(bue, t.staff.posts['BUE']!, { country: 'AR' });
      await makeEligible(t, bue, second);
      expect((await authorise(second.id, bue)).status).toBe(201);
      const ticket = () => act(second.id, 'segments', flight(), bue);
      const merged = (into: string | null) =>
        t.owner.query('UPDATE persons SET merged_into = $2 WHERE id = $1', [second.personId, into]);
      await merged(first.personId);
      expect(codeOf(await ticket())).toEqual([409, 'EARLIER_NOT_REPAID']);
      const free = flight({ shares: [{ payer: 'support_network', amount: '900.30' }] });
      const own = await done(second.id, 'segments', free, bue);
      await done(second.id, `segments/${own}/cancellation`, { reason: 'Prueba.' }, bue);
      await done(first.id, 'debt-waivers', { reason: 'Indigencia probada.' }, desk);
      expect((await ticket()).status).toBe(201);
      await merged(null);
    });

    it('refuses a ticket as aid to whoever owes, though the case is another’s', async () => {
      const first = await indebted();
      const other = await caseInNeed(officer, mad);
      const added = await officer.post(`/cases/${other.id}/people`, {
        ...{ person: { id: first.personId }, role: 'dependant' },
      });
      expect(added.status).toBe(201);
      const ticket = food(first.personId, { line: 'ticket', toFirstEntry: true });
      const aid = (await officer.post(`/cases/${other.id}/aid`, ticket)).body.id as string;
      await officer.post(`/aid/${aid}/waterfall`, network());
      const submit = () => officer.post(`/aid/${aid}/submission`, {});
      expect(codeOf(await submit())).toEqual([422, 'aid_repaid_before']);
      await done(first.id, 'instalments', instalment('600.10'));
      expect((await submit()).status).toBe(201);
    });
  });
});
