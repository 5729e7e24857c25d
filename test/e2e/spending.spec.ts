import { unzipSync } from 'fflate';
import { caseInNeed, food, network, openPurses, submitted } from '../factories/aid';
import { docx, pdf, png } from '../factories/files';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { readPdf } from '../support/pdf';
import { fetchContent, upload } from '../support/upload';
import { FakeClock } from '../support/fake-clock';

const YEAR = 'from=2026-01-01&to=2026-12-31';
type Row = Record<string, string | number | null>;

describe('spending', () => {
  const clock = new FakeClock('2026-03-02T15:00:00Z');
  let t: TestApp;
  let officer: Client;
  let head: Client;
  let desk: Client;
  let director: Client;
  let finance: Client;
  let mad: string;
  const report = async (name: string, client = finance, query = YEAR) => {
    const answer = await client.get(`/spending-reports/${name}?${query}`);
    expect(answer).toMatchObject({ status: 200 });
    return answer.body as { rows: Row[]; totals: Row; notes: string[]; columns: { key: string }[] };
  };
  const must = async (client: Client, path: string, body: object) => {
    const answer = await client.post(path, body);
    if (answer.status > 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };

  beforeAll(async () => {
    t = await createTestApp({ clock });
    [officer, head, desk, director, finance] = await Promise.all([
      ...([t.as('oficial.mad'), t.as('jefe.mad'), t.as('mesa.asn')] as const),
      ...([t.as('directora.dgc'), t.as('finanzas')] as const),
    ]);
    mad = t.staff.posts['MAD']!;
    await openPurses(t);
    const file = await caseInNeed(officer, mad);
    const small = { line: 'hygiene_kit', amount: '12.50', currency: 'EUR' };
    await must(officer, `/cases/${file.id}/attentions`, small);
    const palh = await submitted(officer, file);
    await must(head, `/aid/${palh}/approval`, {});
    await must(officer, `/aid/${palh}/payment`, { method: 'cash', paidOn: '2026-03-02' });
    const pah = await must(
      officer,
      `/cases/${file.id}/aid`,
      food(file.personId, { programme: 'pah', proof: 'poverty_certificate' }),
    );
    for (const step of [network(), network({ step: 'palh' })]) {
      await must(officer, `/aid/${pah.id}/waterfall`, step);
    }
    await must(officer, `/aid/${pah.id}/submission`, {});
    await must(head, `/aid/${pah.id}/endorsement`, {});
    await must(desk, `/aid/${pah.id}/review`, {});
    const resolution = { resolutionNumber: 'RD 12-2026', resolutionOn: '2026-03-02' };
    await must(director, `/aid/${pah.id}/resolution`, resolution);
    clock.advance({ minutes: 5 });
  });
  afterAll(() => t.close());

  it('tells the execution by post, line, programme and month as the ledger has it', async () => {
    const { rows, totals } = await report('execution');
    expect(
      rows.map(({ post, month, committed, paid, persons }) => [
        post,
        month,
        committed,
        paid,
        persons,
      ]),
    ).toEqual([
      ['MAD', '2026-03', '400.00', '0.00', 0],
      ['MAD', '2026-03', '400.00', '400.00', 1],
      ['MAD', '2026-03', '50.00', '50.00', 1],
    ]);
    expect(totals).toMatchObject({ committed: '850.00', paid: '450.00', persons: 2 });
    const balances = (await finance.get(`/balances?year=2026&post=${mad}`)).body.total;
    expect(Number(balances.paid) + Number(balances.accounted)).toBe(450);
  });

  it('counts what was given and for how many, also for who sees the money alone', async () => {
    const seen = await report('given', head);
    const money = await report('given', finance);
    expect(money.rows).toEqual(seen.rows);
    expect(money.totals).toEqual({ persons: 2, paid: '450.00' });
    expect(money.notes[1]).toMatch(/^2 ayudas para 2 personas/);
    expect(JSON.stringify(money)).not.toContain('Persona en calle');
  });

  it('tells what programme 0062 was allotted and how much of it was paid', async () => {
    const { rows, totals } = await report('programme_table');
    expect(rows.filter(({ line }) => line === null)).toEqual([
      expect.objectContaining({ programme: 'PAH', allotted: '100000.00', executed: '0.0000' }),
      expect.objectContaining({ programme: 'PALH', allotted: '100000.00', executed: '0.0045' }),
    ]);
    expect(totals).toMatchObject({ allotted: '200000.00', paid: '450.00', executed: '0.0023' });
  });

  it('ages what was paid and not accounted for', async () => {
    const { rows } = await report('rendition_ageing', finance, 'from=2026-01-01&to=2026-04-10');
    expect(rows).toEqual([
      expect.objectContaining({
        post: 'MAD',
        aids: 2,
        paid: '450.00',
        up_to_60: '450.00',
        oldest: 39,
      }),
    ]);
  });

  it('leaves for accounting with debit equal to credit, as CSV and as a sheet', async () => {
    const { rows, totals } = await report('accounting');
    expect(totals['debit']).toBe(totals['credit']);
    expect(totals['usd']).toBe('0.00');
    const csv = await finance.get(`/spending-reports/accounting/file?${YEAR}&format=csv`);
    const lines = String(csv.body).trim().split('\n');
    expect(lines).toHaveLength(rows.length + 2);
    expect(lines.at(-1)).toContain(`TOTAL,${rows.length},`);
    expect(lines.at(-1)).toContain(String(totals['debit']));
    const sheet = await fetch(
      `${finance.url}/api/v1/spending-reports/accounting/file?${YEAR}&format=xlsx`,
      { headers: { cookie: `amparo_session=${finance.cookie}` } },
    );
    const parts = unzipSync(new Uint8Array(await sheet.arrayBuffer()));
    expect(new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])).toContain(
      String(Number(totals['debit'])),
    );
  });

  it('keeps a post to its own, and refuses a range that ends before it begins', async () => {
    const other = await t.as('oficial.pat');
    expect((await report('given', other)).rows).toEqual([]);
    const back = await finance.get('/spending-reports/given?from=2026-03-02&to=2026-03-01');
    expect([back.status, back.body.errors[0].code]).toEqual([422, 'BEFORE_ITS_START']);
    expect((await finance.get(`/spending-reports/nothing?${YEAR}`)).status).toBe(404);
  });

  describe('evaluation and distribution', () => {
    const ask = { year: 2026, quarter: 2, programme: 'palh', total: '10000.00' };
    const shares = async (body: object, client = finance) => {
      const answer = await client.post('/distributions/preview', { ...ask, ...body });
      expect(answer).toMatchObject({ status: 200 });
      return answer.body.shares as {
        postId: string;
        postCode: string;
        amount: string;
        proposed: string;
      }[];
    };
    const sum = (of: { amount: string }[]) =>
      of.reduce((cents, { amount }) => cents + Math.round(Number(amount) * 100), 0) / 100;

    it('shows spending beside caseload, without a case among the numbers', async () => {
      const answer = await finance.get('/post-evaluations?year=2026&programme=palh');
      const post = answer.body.posts.find((p: { postCode: string }) => p.postCode === 'MAD');
      expect(post).toMatchObject({
        ...{
          allotted: '100000.00',
          spent: '450.00',
          open: 1,
          cases: 1,
          persons: 1,
          extremeNeed: 1,
        },
        ...{ vulnerable: 1, executed: '0.0045', costPerPerson: '225.00', points: 7 },
      });
      expect(post.forecast).toBe(((450 * 365) / 61).toFixed(2));
      expect((await officer.get('/post-evaluations?year=2026&programme=palh')).status).toBe(403);
    });

    it('proposes by the formula, lets headquarters fix and try others out, to the cent', async () => {
      const plain = await shares({});
      expect(sum(plain)).toBe(10000);
      expect(plain.find(({ postCode }) => postCode === 'MAD')!.amount).toBe('10000.00');
      const other = plain.find(({ postCode }) => postCode !== 'MAD')!;
      const fixed = await shares({ fixed: [{ postId: other.postId, amount: '2500.00' }] });
      expect(sum(fixed)).toBe(10000);
      expect(fixed.find(({ postId }) => postId === other.postId)!.amount).toBe('2500.00');
      const floor = { weights: { cases: 1, persons: 0, vulnerable: 0 }, floor: '10.00' };
      const tried = await shares({ formula: { ...floor, costOfLiving: {}, source: 'Prueba' } });
      expect(tried.every(({ amount }) => Number(amount) >= 10)).toBe(true);
      expect(sum(tried)).toBe(10000);
      const beyond = await finance.post('/distributions/preview', {
        ...{ ...ask, fixed: [{ postId: mad, amount: '10000.01' }] },
      });
      expect(beyond.body.errors[0].code).toBe('FIXED_ABOVE_TOTAL');
    });

    it('is applied once, as allotments of the quarter, by who allots', async () => {
      const other = (await shares({})).find(({ postCode }) => postCode !== 'MAD')!;
      const fixed = [{ postId: other.postId, amount: '1000.01' }];
      const kept = await must(finance, '/distributions', {
        ...ask,
        name: 'Segundo trimestre',
        fixed,
      });
      const apply = { certificate: 'CCP 9-2026', reason: 'Distribución del segundo trimestre' };
      expect((await desk.post(`/distributions/${kept.id}/application`, apply)).status).toBe(403);
      const both = await Promise.all(
        [finance, director].map((client) =>
          client.post(`/distributions/${kept.id}/application`, apply),
        ),
      );
      expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
      const after = (await finance.get('/balances?year=2026&programme=palh')).body.total;
      expect(after.ahead).toBe('10000.00');
      const shown = (await desk.get(`/distributions/${kept.id}`)).body;
      expect(shown).toMatchObject({
        state: 'applied',
        certificate: 'CCP 9-2026',
        total: '10000.00',
      });
      expect((await desk.get('/distributions')).body.items[0].name).toBe('Segundo trimestre');
    });

    it('publishes its formula in versions', async () => {
      const content = {
        ...{ weights: { cases: 1, persons: 1, vulnerable: 1 }, floor: '0.00' },
        ...{ costOfLiving: { ES: '1.25' }, source: 'Acuerdo de la DGC' },
      };
      const wrong = await director.post('/distribution-policies', {
        ...{ content: { ...content, floor: '-1' }, reason: 'x' },
      });
      expect(wrong.body.errors[0].path).toBe('content.floor');
      await must(director, '/distribution-policies', { content, reason: 'Costo de vida' });
      const [newest] = (await desk.get('/distribution-policies')).body.items;
      expect(newest.content).toEqual(content);
      const post = (
        await finance.get('/post-evaluations?year=2026&programme=palh')
      ).body.posts.find(({ postCode }: { postCode: string }) => postCode === 'MAD');
      expect([post.costOfLiving, post.points]).toEqual(['1.25', 3.75]);
    });
  });

  describe('the audit file', () => {
    const file = async (id: string, client: Client) => {
      const answer = await fetchContent(client, `/api/v1/aid/${id}/audit-file`);
      expect(answer.status).toBe(200);
      return readPdf(answer.bytes).pages;
    };
    let id: string;
    beforeAll(async () => {
      const found = await caseInNeed(officer, mad);
      const attach = async (content: Buffer, name: string) =>
        (
          await upload(officer, `/cases/${found.id}/documents`, content, name, {
            kind: 'receipt',
            title: name,
          })
        ).body.id as string;
      id = await submitted(officer, found);
      await must(head, `/aid/${id}/approval`, { certificate: 'CCP 7-2026' });
      const receiverDocumentId = await attach(png(40, 30), 'firma.png');
      await must(officer, `/aid/${id}/payment`, {
        method: 'cash',
        paidOn: '2026-03-02',
        receiverDocumentId,
      });
      for (const [number, document] of [
        ['F-1', pdf('Factura de la panadería')],
        ['F-2', docx()],
      ] as const) {
        await must(officer, `/aid/${id}/receipts`, {
          ...{
            kind: 'receipt',
            taxId: 'B12345678',
            number,
            issuedOn: '2026-03-02',
            amount: '50.00',
          },
          documentId: await attach(document, number === 'F-1' ? 'factura.pdf' : 'carta.docx'),
        });
      }
      // as the scanner found them
      await t.owner.query(`UPDATE document_versions SET scan = 'clean'`);
    });

    it('holds need, decisions, money and every file, each on its pages', async () => {
      const pages = await file(id, officer);
      const paper = pages.join(' ').replace(/\s+/g, ' ');
      for (const said of [
        'Persona en calle, sin alimentos',
        'Red de apoyo sin costo',
        'Compromiso',
        'CCP 7-2026',
        'F-1',
      ]) {
        expect(paper).toContain(said);
      }
      expect(pages.filter((page) => /^Anexo|Anexo \d: /m.test(page)).length).toBeGreaterThanOrEqual(
        3,
      );
      expect(pages.some((page) => page.includes('Factura de la panader'))).toBe(true);
      expect(pages.at(-2)! + pages.at(-1)! + pages.at(-3)!).toContain('no puede imprimirse aqu');
    });

    it('gives whoever sees the money alone neither need nor file', async () => {
      const paper = (await file(id, finance)).join('\n');
      expect(paper).toContain('Compromiso');
      expect(paper).not.toMatch(/Persona en calle|Factura|Anexo 1/);
      expect((await (await t.as('oficial.pat')).get(`/aid/${id}/audit-file`)).status).toBe(404);
    });
  });
});
