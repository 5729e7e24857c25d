import { createHash } from 'node:crypto';
import { Client as PgClient } from 'pg';
import { storeInventedPeople } from '../factories/people';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { FakeClock } from '../support/fake-clock';

/** The published table (shared figures: PEI 2019–2021): target, obtained, printed execution. */
const PUBLISHED: Record<string, [string, string, string][]> = {
  'OEI.04': [
    ['9.9', '7.7', '77.7'],
    ['9.48', '9.48', '100'],
    ['9.48', '7.76', '81.9'],
  ],
  'AEI.04.01': [
    ['23.4', '67.5', '288.3'],
    ['100', '99.14', '99.1'],
    ['100', '99.14', '99.1'],
  ],
  'OEI.05': [
    ['17900', '21219', '118.5'],
    ['18160', '37368', '205.8'],
    ['18182', '18686', '102.8'],
  ],
  'AEI.05.02': [
    ['1', '4', '400'],
    ['8', '3', '37.5'],
    ['1', '0', '0'],
  ],
  'AEI.05.03': [
    ['20', '15', '75.0'],
    ['9', '0', '0.0'],
    ['4', '0', '0'],
  ],
  'AEI.05.04': [
    ['444', '444', '100'],
    ['464', '40', '8.6'],
    ['580', '553', '95.3'],
  ],
};

describe('indicators and published figures', () => {
  let t: TestApp;
  let director: Client;
  let desk: Client;
  let officer: Client;
  let mad: string;
  beforeAll(async () => {
    t = await createTestApp({ clock: new FakeClock('2026-03-02T15:00:00Z') });
    [director, desk, officer] = await Promise.all([
      ...([t.as('directora.dgc'), t.as('mesa.asn'), t.as('oficial.mad')] as const),
    ]);
    mad = t.staff.posts['MAD']!;
  });
  afterAll(() => t.close());

  const must = async (client: Client, path: string, body: object) => {
    const answer = await client.post(path, body);
    if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  interface Cell {
    year: number;
    obtained: string | null;
    counted: string | null;
    execution: string | null;
    publishedExecution: string | null;
    difference: string | null;
    correction: string | null;
    difficulty: string | null;
    signature: {
      hash: string;
      query: Record<string, unknown>;
      target: string;
      obtained: string;
    } | null;
  }
  const table = async (from: number, to: number) => {
    const answer = await director.get(`/indicators?from=${from}&to=${to}`);
    expect(answer.status).toBe(200);
    return answer.body.items as { code: string; years: Cell[] }[];
  };
  const cell = async (code: string, year: number) =>
    (await table(year, year)).find((row) => row.code === code)!.years[0]!;
  const enter = (code: string, body: object, client = desk) =>
    must(client, `/indicators/${code}/entries`, { source: 'Memoria institucional', ...body });

  it('reproduces the printed table, and shows the two cells that differ', async () => {
    for (const [code, years] of Object.entries(PUBLISHED)) {
      for (const [i, [target, obtained, printed]] of years.entries()) {
        const year = 2019 + i;
        await enter(code, { year, kind: 'target', value: target });
        await enter(code, { year, kind: 'obtained', value: obtained });
        await enter(code, { year, kind: 'published_execution', value: printed });
      }
    }
    const cells = (await table(2019, 2021)).flatMap(({ code, years }) =>
      years.map((year) => ({ code, ...year })),
    );
    expect(cells).toHaveLength(18);
    expect(
      cells
        .filter(({ difference }) => difference !== null)
        .map((one) => [one.code, one.year, one.publishedExecution, one.execution, one.difference]),
    ).toEqual([
      ['AEI.04.01', 2019, '288.3', '288.5', '0.2'],
      ['OEI.04', 2019, '77.7', '77.8', '0.1'],
    ]);
  });

  it('signs a figure with its communication; a later correction stands beside it', async () => {
    await enter('AEI.05.04', { year: 2026, kind: 'target', value: '600' });
    const early = await director.post('/indicators/AEI.05.04/signatures', {
      ...{ year: 2026, communicationNumber: 'OF 12-2026', communicationOn: '2026-03-02' },
    });
    expect([early.status, early.body.code]).toEqual([409, 'INDICATOR_NOT_COMPLETE']);
    await enter('AEI.05.04', { year: 2026, kind: 'obtained', value: '150' });
    await enter('AEI.05.04', { year: 2026, kind: 'difficulty', note: 'Sedes cerradas en enero.' });
    const body = { year: 2026, communicationNumber: 'OF 12-2026', communicationOn: '2026-03-02' };
    expect((await desk.post('/indicators/AEI.05.04/signatures', body)).status).toBe(403);
    const signed = await must(director, '/indicators/AEI.05.04/signatures', body);
    expect((await director.post('/indicators/AEI.05.04/signatures', body)).body.code).toBe(
      'ALREADY_SIGNED',
    );
    await enter('AEI.05.04', { year: 2026, kind: 'obtained', value: '148' });
    const now = await cell('AEI.05.04', 2026);
    expect(now).toMatchObject({
      obtained: '148',
      correction: '-2',
      difficulty: expect.any(String),
    });
    const { signature } = now;
    expect(signature).toMatchObject({ obtained: '150', target: '600', hash: signed.hash });
    const { measure, version, from, until, asOf } = signature!.query;
    const again = createHash('sha256')
      .update(JSON.stringify(['AEI.05.04', measure, version, from, until, asOf, '600', '150']))
      .digest('hex');
    expect(again).toBe(signed.hash);
    await expect(
      t.owner.query(`UPDATE indicator_signatures SET obtained = 148`),
    ).rejects.toMatchObject({ constraint: 'indicators_only_added_to' });
  });

  it('keeps definitions as versions, and tells what is asked wrongly', async () => {
    const definition = {
      ...{ nameEs: 'Casos PALH', nameEn: 'PALH cases', unit: 'cases', measure: 'palh_cases' },
      reason: 'Informe de gestión',
    };
    expect((await must(director, '/indicators/PALH.01/versions', definition)).version).toBe(1);
    expect((await must(director, '/indicators/PALH.01/versions', definition)).version).toBe(2);
    expect((await desk.post('/indicators/PALH.01/versions', definition)).status).toBe(403);
    const codes = async (query: string) => {
      const { status, body } = await director.get(`/indicators?${query}`);
      return [status, body.errors?.[0].code];
    };
    expect(await codes('from=2021&to=2019')).toEqual([422, 'BEFORE_ITS_START']);
    expect(await codes('from=2000&to=2079')).toEqual([422, 'RANGE_OF_YEARS']);
    expect(await codes('from=2026&to=2026&asOf=2199-01-01T00:00:00Z')).toEqual([
      ...[422, 'notInFuture'],
    ]);
    expect((await officer.get('/indicators?from=2026&to=2026')).status).toBe(403);
    const none = await desk.post('/indicators/NO.SUCH/entries', {
      ...{ year: 2026, kind: 'target', value: '1', source: 'x' },
    });
    expect(none.status).toBe(404);
  });

  describe('the hand-over range of February to August 2022', () => {
    const RANGE = 'from=2022-02-01T05:00:00Z&until=2022-09-01T05:00:00Z';
    const count = async (more = '') => {
      const answer = await director.get(`/figures/persons-assisted?${RANGE}${more}`);
      expect(answer.status).toBe(200);
      return answer.body;
    };
    /** A case: with an attention in the range, several of them, or none in it. */
    const CASES = `INSERT INTO cases (id, post_id, family, type, tier, status, intake_channel, occurred_at, country, recorded_at)
      SELECT md5('case' || n)::uuid, $1, 'destitution', 'stranded', 'standard', 'active', 'person', '2022-01-05Z', 'ES', '2022-01-05Z'
        FROM generate_series(1, 11000) n`;
    const ATTENTIONS = `INSERT INTO aid_requests (id, case_id, post_id, number, kind, state, stage_since, programme, line, year,
         amount, currency, pen, rate_id, proof, proposed_by, paid_on, paid_pen, recorded_at)
      SELECT gen_random_uuid(), md5('case' || n)::uuid, $1, 'X-' || n || '-' || k, 'attention', 'recorded', d, 'palh', 'food', 2022,
             0, 'PEN', 0, $2, 'none', $3, d::date, 0, d
        FROM generate_series(1, 10950) n CROSS JOIN LATERAL generate_series(1, 1 + (n % 3)) k
        CROSS JOIN LATERAL (SELECT CASE WHEN n > 10925 THEN timestamptz '2022-01-31 20:00Z' WHEN n = 1 THEN '2022-02-01 12:00Z'
                                   WHEN n = 2 THEN '2022-08-31 12:00Z' ELSE '2022-02-01 12:00Z'::timestamptz + n % 200 * interval '1 day' END AS d) x`;
    const SUBVENTIONS = `INSERT INTO aid_requests (id, case_id, post_id, number, kind, state, stage_since, programme, line, year,
         amount, currency, pen, rate_id, proof, proposed_by, approved_by, resolution_number, resolution_on, persons, recorded_at)
      SELECT md5('sub' || n)::uuid, md5('case' || n)::uuid, $1, 'S-' || n, 'request', 'committed', '2022-05-01Z', 'pah', 'ticket', 2022,
             100, 'PEN', 100, $2, 'poverty_certificate', $3, $4, 'RD ' || n, '2022-05-01', 1, '2022-05-01Z' FROM generate_series(1, 34) n`;
    const DECISIONS = `INSERT INTO aid_decisions (id, case_id, aid_id, act, state, occurred_at, recorded_at)
      SELECT gen_random_uuid(), md5('case' || n)::uuid, md5('sub' || n)::uuid, 'resolve', 'committed', d, d
        FROM generate_series(1, 34) n CROSS JOIN LATERAL (SELECT CASE WHEN n = 34 THEN timestamptz '2022-09-02Z' ELSE '2022-05-01Z' END AS d) x
      UNION ALL SELECT gen_random_uuid(), md5('case33')::uuid, md5('sub33')::uuid, 'cancel', 'cancelled', '2022-06-01Z', '2022-06-01Z'`;
    /** 47 persons on 32 subventions: one each, and a second one on fifteen. */
    const BENEFICIARIES = `INSERT INTO aid_beneficiaries (id, case_id, aid_id, person_id, amount)
      SELECT gen_random_uuid(), md5('case' || s)::uuid, md5('sub' || s)::uuid, p.id, 1
        FROM unnest($1::uuid[]) WITH ORDINALITY p(id, n) CROSS JOIN LATERAL (SELECT CASE WHEN n <= 34 THEN n ELSE n - 34 END AS s) x`;

    beforeAll(async () => {
      const rate = (
        await t.owner.query(
          `INSERT INTO exchange_rates (id, currency, day, pen, usd, source) VALUES (gen_random_uuid(), 'PEN', '2022-01-01', 1, 0.26, 'SBS') RETURNING id`,
        )
      ).rows[0].id;
      const { 'oficial.mad': proposer, 'directora.dgc': approver } = t.staff.accounts;
      await t.owner.query(CASES, [mad]);
      await t.owner.query(ATTENTIONS, [mad, rate, proposer]);
      await t.owner.query(SUBVENTIONS, [mad, rate, proposer, approver]);
      await t.owner.query(DECISIONS);
      const people = await storeInventedPeople(t.owner, 49, 7);
      await t.owner.query(BENEFICIARIES, [people.map(({ id }) => id)]);
    });

    it('has 10,925 PALH cases, 32 subventions and 47 beneficiaries, by the definitions of rules §10', async () => {
      expect(await count()).toMatchObject({
        palhCases: 10_925,
        subventions: 32,
        beneficiaries: 47,
      });
    });

    it('is the same as of an instant, whatever is recorded later', async () => {
      const { asOf, ...before } = await count();
      await t.owner.query(
        `UPDATE aid_decisions SET recorded_at = clock_timestamp() WHERE act = 'cancel'`,
      );
      expect(await count()).toMatchObject({ subventions: 32 });
      await t.owner.query(
        `INSERT INTO aid_decisions (id, case_id, aid_id, act, state, occurred_at)
         SELECT gen_random_uuid(), case_id, id, 'cancel', 'cancelled', now() FROM aid_requests WHERE number = 'S-1'`,
      );
      expect(await count()).toMatchObject({ subventions: 31 });
      // the one whose cancellation was recorded only now was a subvention then
      expect(await count(`&asOf=${asOf}`)).toMatchObject({
        ...{ palhCases: before.palhCases, subventions: 33 },
      });
    });

    it('never counts as of an instant at which a slow writer was still at work', async () => {
      const writer = new PgClient({ connectionString: t.database.appUrl });
      await writer.connect();
      try {
        await writer.query('BEGIN');
        await writer.query(`SELECT set_config('app.slow', '1', true)`);
        const started = (await writer.query('SELECT transaction_timestamp() AS at')).rows[0].at;
        const during = await count();
        expect(Date.parse(during.asOf)).toBeLessThanOrEqual(started.getTime());
        const asked = await count(`&asOf=${new Date(started.getTime() + 1).toISOString()}`);
        expect(Date.parse(asked.asOf)).toBeLessThanOrEqual(started.getTime());
        await writer.query('COMMIT');
      } finally {
        await writer.end();
      }
      const after = await count();
      expect(Date.parse(after.asOf)).toBeGreaterThan(Date.now() - 60_000);
    });
  });
});
