import { flight, makeEligible, openRepatriation, verifyPeruvian } from '../factories/repatriations';
import { createTestApp, type TestApp } from '../support/app';
import type { Answer, Client } from '../support/client';

describe('repatriations', () => {
  let t: TestApp;
  let officer: Client;
  let head: Client;
  let desk: Client;
  let mad: string;
  beforeAll(async () => {
    t = await createTestApp();
    [officer, head, desk] = await Promise.all([
      t.as('oficial.mad'),
      t.as('jefe.mad'),
      t.as('mesa.asn'),
    ]);
    mad = t.staff.posts['MAD']!;
  });
  afterAll(() => t.close());

  const page = async (id: string, client = officer) => (await client.get(`/cases/${id}`)).body;
  const view = async (id: string, client = officer) =>
    (await client.get(`/repatriation-cases/${id}`)).body;
  const act = (id: string, path: string, body: object = {}, client = officer): Promise<Answer> =>
    client.post(`/repatriation-cases/${id}/${path}`, body);
  const done = async (
    id: string,
    path: string,
    body: object = {},
    client = officer,
  ): Promise<string> => {
    const answer = await act(id, path, body, client);
    expect(answer).toMatchObject({ status: 201 });
    return answer.body.id;
  };
  const duties = async (id: string): Promise<string[]> =>
    (await page(id)).obligations
      .filter((o: { status: string }) => o.status === 'open')
      .map((o: { kind: string }) => o.kind)
      .sort();
  const stateOf = async (id: string, code: string): Promise<string> =>
    (await view(id)).steps.find((s: { code: string }) => s.code === code).state;
  const step = async (id: string, code: string): Promise<string> =>
    (await view(id)).steps.find((s: { code: string }) => s.code === code).id;
  const ask = (id: string, amount = '600.10') =>
    act(id, 'consultations', {
      costs: [{ currency: 'EUR', amount }],
      request: 'Persona en calle; la red de apoyo cubre un tercio del pasaje.',
    });
  const authorise = async (id: string, amount?: string) => {
    const { body } = await ask(id, amount);
    return act(
      id,
      `consultations/${body.id}/answer`,
      { authorise: true, answer: 'Procede.' },
      desk,
    );
  };
  const passport = { kind: 'salvoconducto', number: 'S-1', issuedOn: '2026-03-02' };

  describe('of a destitute person', () => {
    it('goes from the first talk to the follow-up, and is entered in the register', async () => {
      const opened = await officer.post('/repatriation-cases', {
        postId: mad,
        type: 'destitute',
        person: { givenNames: 'Rosa', firstSurname: 'Entera', sex: 2, nationality: 'PE' },
        intakeChannel: 'person',
        country: 'ES',
      });
      expect(opened).toMatchObject({
        status: 201,
        body: { reference: expect.stringMatching(/^MAD-2026-\d{6}$/) },
      });
      const { id } = opened.body;
      expect(await duties(id)).toContain('repatriation_step');
      expect((await view(id)).predictedArrival).toMatch(/^2026-03-/);
      expect(await page(id)).toMatchObject({
        tier: 'standard',
        repatriation: { type: 'destitute' },
      });

      await makeEligible(t, officer, opened.body);
      expect(await stateOf(id, 'undertaking')).toBe('done');
      expect((await authorise(id)).status).toBe(201);
      expect(await stateOf(id, 'prior_consultation')).toBe('done');

      await done(id, 'papers', passport);
      const segment = await done(id, 'segments', flight());
      expect(await view(id)).toMatchObject({
        gaps: [],
        stateCosts: [{ currency: 'EUR', amount: '600.10' }],
        authorisedCosts: [{ currency: 'EUR', amount: '600.10' }],
      });
      expect(await stateOf(id, 'ticket_issued')).toBe('done');
      await done(id, `segments/${segment}/cancellation`, { reason: 'La línea canceló el vuelo.' });
      expect(await stateOf(id, 'ticket_issued')).toBe('pending');
      await done(id, 'segments', flight());

      const reception = await done(id, 'receptions', {
        ...{ stage: 'hand_over', institution: 'MIMP', contact: 'Mesa de partes', accepted: true },
      });
      await done(id, 'receptions', {
        ...{ stage: 'reception', institution: 'Familia Quispe', accepted: true },
      });
      t.clock.set('2026-03-10T21:00:00Z');
      await done(id, 'boardings', {});
      expect(await view(id)).toMatchObject({
        debt: 'due',
        debts: [{ costs: [{ currency: 'EUR', amount: '600.10' }] }],
      });
      expect(await duties(id)).toContain('arrival_confirmation');
      t.clock.set('2026-03-11T12:00:00Z');
      const landed = { entryPoint: 'Aeropuerto Jorge Chávez', reportedOn: '2026-03-11' };
      await done(id, 'arrivals', { ...landed, occurredAt: '2026-03-11T10:40:00Z' });
      expect((await act(id, 'arrivals', landed)).body.code).toBe('HAS_ARRIVED');
      expect(await duties(id)).toContain('return_follow_up');

      expect((await head.post(`/cases/${id}/closing`, { outcome: 'repatriated' })).status).toBe(
        422,
      );
      await done(id, `receptions/${reception}/hand-over`, {});
      await done(id, 'benefit-notices', { channel: 'telephone' });
      await done(id, 'follow-ups', { finding: 'safe', note: 'Vive con su hermana en el Callao.' });
      expect((await view(id)).steps.every((s: { state: string }) => s.state === 'done')).toBe(true);
      expect(await head.post(`/cases/${id}/closing`, { outcome: 'repatriated' })).toMatchObject({
        body: { status: 'closed' },
      });

      const days = { from: '2026-03-11', to: '2026-03-11' };
      const listed = await officer.get(`/repatriation-register?from=${days.from}&to=${days.to}`);
      expect(listed.body).toMatchObject({
        items: [{ caseId: id, surnames: 'Entera', entryPoint: 'Aeropuerto Jorge Chávez' }],
        more: false,
      });
      expect((await officer.post('/repatriation-register/exports', days)).status).toBe(403);
      const exported = await desk.post('/repatriation-register/exports', days);
      expect(exported.body.rows).toBe(1);
      expect(exported.body.csv.split('\n')[1]).toMatch(
        /^Entera,Rosa,,2,PE,,,Persona en indigencia,ES,/,
      );
      t.clock.set('2026-03-02T09:00:00Z');
    });
  });

  describe('money of the State', () => {
    it('is not spent before headquarters says so, nor above what it said', async () => {
      const opened = await openRepatriation(officer, mad);
      const { id } = opened;
      expect((await act(id, 'segments', flight())).body).toMatchObject({
        code: 'COST_NOT_AUTHORISED',
        allowed: ['EUR'],
      });
      const asked = await ask(id);
      expect((await ask(id)).body.code).toBe('CONSULTATION_OPEN');
      const answer = (client: Client, authorised = true) =>
        act(
          id,
          `consultations/${asked.body.id}/answer`,
          { authorise: authorised, answer: 'Procede.' },
          client,
        );
      expect((await answer(head)).status).toBe(403);
      expect((await answer(desk)).body).toMatchObject({
        code: 'NOT_ELIGIBLE',
        allowed: expect.arrayContaining(['nationality_proven', 'need_assessed']),
      });
      await makeEligible(t, officer, opened);
      expect((await answer(desk)).status).toBe(201);
      expect((await answer(desk)).body.code).toBe('CONSULTATION_ANSWERED');
      const dearer = flight({ fare: '900.31', shares: [{ payer: 'pah', amount: '900.31' }] });
      expect((await act(id, 'segments', dearer)).body.code).toBe('COST_NOT_AUTHORISED');
      expect((await act(id, 'segments', flight({ currency: 'USD' }))).body.code).toBe(
        'COST_NOT_AUTHORISED',
      );
      await done(id, 'segments', flight());
      expect((await act(id, 'reports', { report: 'Sin costo.' })).body.code).toBe(
        'COSTS_THE_STATE',
      );
    });

    it('is let out by the last word alone, and never by whoever asked', async () => {
      const opened = await openRepatriation(officer, mad);
      const { id } = opened;
      await makeEligible(t, officer, opened);
      await authorise(id);
      const again = await ask(id, '10.00');
      await done(
        id,
        `consultations/${again.body.id}/answer`,
        { authorise: false, answer: 'Sin presupuesto.' },
        desk,
      );
      expect((await act(id, 'segments', flight())).body.code).toBe('COST_NOT_AUTHORISED');
      const own = await act(
        id,
        'consultations',
        { costs: [{ currency: 'EUR', amount: '1.00' }], request: 'Consulta de la sede.' },
        desk,
      );
      const answered = await act(
        id,
        `consultations/${own.body.id}/answer`,
        { authorise: true, answer: 'Procede.' },
        desk,
      );
      expect(answered.body.code).toBe('OWN_QUESTION');
      await expect(
        t.owner.query(
          `UPDATE repatriation_consultations SET state = 'authorised', answered_at = asked_at,
             answered_by = recorded_by, answer = '{"clear":"x"}' WHERE id = $1`,
          [own.body.id],
        ),
      ).rejects.toThrow('repatriation_consultations_not_by_asker');
    });

    it('needs no consultation when others pay: headquarters is told', async () => {
      const { id } = await openRepatriation(officer, mad);
      await done(id, 'reports', { report: 'La familia paga el pasaje.' });
      const paid = flight({ shares: [{ payer: 'support_network', amount: '900.30' }] });
      await done(id, 'segments', paid);
      expect(await stateOf(id, 'prior_consultation')).toBe('done');
      expect((await view(id)).stateCosts).toEqual([]);
    });

    it('refuses amounts that are none, shares that do not add up, and a leg within Peru', async () => {
      const { id } = await openRepatriation(officer, mad);
      for (const amount of ['0', '0.00', '-1', '0.001', '1e3', '10000000000000']) {
        const answer = await act(id, 'consultations', {
          costs: [{ currency: 'EUR', amount }],
          request: 'x',
        });
        expect([amount, answer.status]).toEqual([amount, 400]);
      }
      const code = async (changes: object) =>
        (await act(id, 'segments', flight({ shares: [], fare: '0', ...changes }))).body.errors?.[0];
      expect(await code({ fare: '1' })).toMatchObject({ code: 'SHARES_DO_NOT_ADD_UP' });
      expect(await code({ fromCountry: 'PE' })).toMatchObject({ code: 'BEYOND_FIRST_ENTRY' });
      expect(await code({ arrivesAt: '2026-03-10T22:00:00Z' })).toMatchObject({
        path: 'arrivesAt',
      });
      await done(
        id,
        'segments',
        flight({ fare: '0', shares: [], toPlace: 'Santiago', toCountry: 'CL' }),
      );
      expect(
        await code({
          fromCountry: 'AR',
          departsAt: '2026-03-12T10:00:00Z',
          arrivesAt: '2026-03-12T14:00:00Z',
        }),
      ).toMatchObject({ code: 'DOES_NOT_CONNECT' });
    });
  });

  describe('an earlier repatriation that was not repaid', () => {
    it('bars another, in whatever post, until it is repaid or waived', async () => {
      const first = await openRepatriation(officer, mad);
      await makeEligible(t, officer, first);
      await authorise(first.id);
      await done(first.id, 'papers', passport);
      await done(
        first.id,
        'segments',
        flight({ departsAt: '2026-03-02T08:00:00Z', arrivesAt: '2026-03-02T20:00:00Z' }),
      );
      await done(first.id, 'boardings', {});
      const bue = await t.as('jefe.bue');
      const second = await openRepatriation(bue, t.staff.posts['BUE']!, {
        ...{ person: { id: first.personId }, country: 'AR' },
      });
      const finding = async () =>
        (await view(second.id, bue)).eligibility.find(
          (e: { condition: string }) => e.condition === 'not_repatriated_before',
        ).finding;
      expect(await finding()).toBe('not_met');
      const waive = (more: object) => act(first.id, 'debt-waivers', more, desk);
      const part = { amount: '600.09', currency: 'EUR', reason: 'Enfermedad grave.' };
      expect((await waive({})).status).toBe(400);
      expect((await waive(part)).status).toBe(201);
      expect(await finding()).toBe('not_met');
      expect((await waive({ reason: 'Enfermedad grave.' })).status).toBe(201);
      expect((await waive({ reason: 'Otra vez.' })).body.code).toBe('DEBT_DOES_NOT_FOLLOW');
      expect(await finding()).toBe('met');
    });

    it('betrays no sealed case', async () => {
      const victim = await openRepatriation(officer, mad, { type: 'victim' });
      await t.owner.query(
        `INSERT INTO repatriation_debts (id, case_id, person_id, kind, state, costs)
         VALUES (gen_random_uuid(), $1, $2, 'opened', 'due', '[{"currency": "EUR", "amount": "1.00"}]')`,
        [victim.id, victim.personId],
      );
      const bue = await t.as('jefe.bue');
      const other = await openRepatriation(bue, t.staff.posts['BUE']!, { country: 'AR' });
      await t.owner.query('UPDATE cases SET subject_person_id = $2 WHERE id = $1', [
        other.id,
        victim.personId,
      ]);
      const { eligibility } = await view(other.id, bue);
      expect(
        eligibility.find((e: { condition: string }) => e.condition === 'not_repatriated_before'),
      ).toMatchObject({ finding: 'met' });
    });
  });

  describe('the plan', () => {
    it('shows what a slip moves, keeps the order, and gives a step to somebody', async () => {
      const { id } = await openRepatriation(officer, mad);
      const before = (await view(id)).predictedArrival;
      const undertaking = await step(id, 'undertaking');
      const move = { notBeforeOn: '2026-03-20' };
      const preview = await act(id, `steps/${undertaking}/move-preview`, move);
      expect(preview.body.arrivalFrom).toBe(before);
      expect(preview.body.arrivalTo > before).toBe(true);
      expect(preview.body.changes.map((c: { code: string }) => c.code)).toContain('ticket_issued');
      expect((await view(id)).predictedArrival).toBe(before);
      await done(id, `steps/${undertaking}/move`, move);
      expect((await view(id)).predictedArrival).toBe(preview.body.arrivalTo);
      expect(
        (await act(id, `steps/${undertaking}/move`, { notBeforeOn: '2026-03-01' })).status,
      ).toBe(422);

      const ticket = await step(id, 'ticket_issued');
      expect((await act(id, `steps/${ticket}/state`, { state: 'done' })).body.code).toBe(
        'STEP_ENDS_BY_FACT',
      );
      expect((await act(id, `steps/${ticket}/state`, { state: 'in_progress' })).body.code).toBe(
        'STEP_WAITS',
      );
      const ownerId = t.staff.accounts['oficial2.mad'];
      await done(id, `steps/${ticket}/owner`, { ownerId });
      expect((await view(id)).steps.find((s: { id: string }) => s.id === ticket).ownerId).toBe(
        ownerId,
      );
      expect((await act(id, `steps/${ticket}/state`, { state: 'not_needed' })).status).toBe(422);
      await done(id, `steps/${ticket}/state`, { state: 'not_needed', reason: 'Viaja por tierra.' });
      await done(id, `steps/${ticket}/owner`, {});
    });

    it('is given up whole when the person stays, and only then may the case close', async () => {
      const { id } = await openRepatriation(officer, mad);
      const close = () => head.post(`/cases/${id}/closing`, { outcome: 'withdrawn_by_person' });
      expect((await close()).status).toBe(422);
      await done(id, 'giving-up', { reason: 'Encontró trabajo y se queda.' });
      expect(await close()).toMatchObject({ body: { status: 'closed' } });
    });

    it('follows the templates that headquarters writes, which must be laid out in time', async () => {
      const director = await t.as('directora.dgc');
      const [current] = (await director.get('/repatriation-templates')).body.items;
      const content = structuredClone(current.content);
      content.destitute[0].after = ['follow_up'];
      const turning = await director.post('/repatriation-templates', { content, reason: 'Prueba' });
      expect(turning.status).toBe(422);
      const own = structuredClone(current.content);
      own.destitute[0].days = 40;
      expect(
        (await director.post('/repatriation-templates', { content: own, reason: 'Más días' }))
          .status,
      ).toBe(201);
      const { id } = await openRepatriation(officer, mad);
      expect((await view(id)).predictedArrival > '2026-04-11').toBe(true);
      expect((await officer.get('/repatriation-templates')).status).toBe(403);
      await director.post('/repatriation-templates', {
        content: current.content,
        reason: 'Vuelve',
      });
    });
  });

  it('boards nobody whose journey is not complete', async () => {
    const minor = await openRepatriation(officer, mad, { type: 'minor' });
    expect(await page(minor.id)).toMatchObject({ tier: 'restricted' });
    const lacking = async () => (await act(minor.id, 'boardings', {})).body.allowed;
    expect(await lacking()).toEqual(['NO_WAY_TO_PERU', 'NO_TRAVEL_DOCUMENT', 'NO_AUTHORISATION']);
    await done(minor.id, 'segments', flight({ fare: '0', shares: [] }));
    await done(minor.id, 'papers', passport);
    const parent = { kind: 'parent_authorisation', issuedOn: '2026-03-01' };
    await done(minor.id, 'papers', { ...parent, holder: 'Madre' });
    expect(await lacking()).toEqual(['SECOND_PARENT']);
    expect(
      (await act(minor.id, 'arrivals', { entryPoint: 'Tumbes', reportedOn: '2026-03-02' })).body
        .code,
    ).toBe('NEVER_BOARDED');
    await done(minor.id, 'papers', { ...parent, holder: 'Padre' });
    await done(minor.id, 'boardings', {});
    expect((await view(minor.id)).debt).toBe('not_due');
    const segments = (await view(minor.id)).segments;
    expect(
      (await act(minor.id, `segments/${segments[0].id}/cancellation`, { reason: 'x' })).body.code,
    ).toBe('HAS_BOARDED');
  });

  it('receives a deportee whom others brought', async () => {
    const opened = await openRepatriation(officer, mad, { type: 'deportee_reception' });
    await verifyPeruvian(t, opened.personId);
    const { id } = opened;
    await done(id, 'conditions', {
      childrenBornAbroad: 2,
      childrenRegistered: 2,
      removal: { authority: 'Policía Nacional', number: 'E-1', orderedOn: '2026-02-20' },
    });
    expect((await act(id, 'conditions', { childrenRegistered: 3 })).status).toBe(422);
    const { eligibility } = await view(id);
    expect(
      eligibility.filter(
        (e: { required: boolean; finding: string }) => e.required && e.finding !== 'met',
      ),
    ).toEqual([]);
    await done(id, 'arrivals', { entryPoint: 'Aeropuerto Jorge Chávez', reportedOn: '2026-03-02' });
    expect(await stateOf(id, 'arrival_confirmed')).toBe('done');
  });

  it('of a victim is sealed: nobody outside the circle learns that it is', async () => {
    const { id } = await openRepatriation(officer, mad, { type: 'victim' });
    const other = await t.as('oficial2.mad');
    const pat = await t.as('jefe.pat');
    for (const client of [other, pat]) {
      expect((await client.get(`/repatriation-cases/${id}`)).status).toBe(404);
      expect((await act(id, 'papers', passport, client)).status).toBe(404);
    }
    await done(id, 'receptions', {
      ...{ stage: 'reception', institution: 'Casa de acogida', accepted: true },
    });
    const stored = await t.owner.query(
      'SELECT institution::text AS text FROM return_receptions WHERE case_id = $1',
      [id],
    );
    expect(stored.rows[0].text).not.toContain('Casa');
  });

  it('lists for headquarters what waits for its answer', async () => {
    const { id } = await openRepatriation(officer, mad);
    const { body } = await ask(id);
    const waiting = await desk.get('/repatriation-register/consultations');
    expect(waiting).toMatchObject({ status: 200 });
    expect(waiting.body.items).toContainEqual(
      expect.objectContaining({
        id: body.id,
        caseId: id,
        costs: [{ currency: 'EUR', amount: '600.10' }],
      }),
    );
    expect((await officer.get('/repatriation-register/consultations')).status).toBe(403);
  });

  it('gives the papers of a return, filled in', async () => {
    const { id } = await openRepatriation(officer, mad);
    await done(id, 'segments', flight({ fare: '0', shares: [] }));
    for (const kind of [
      'salvoconducto_request',
      'airline_letter',
      'migration_control_letter',
      'reception_act',
    ]) {
      const drafted = await officer.post(`/cases/${id}/papers`, { kind });
      expect(drafted).toMatchObject({ status: 201 });
      const paper = await officer.get(`/papers/${drafted.body.id}`);
      expect(JSON.stringify(paper.body.blocks)).toContain(
        kind === 'reception_act' ? 'ACTA DE RECEPCIÓN' : 'Madrid – Lima',
      );
    }
  });
});
