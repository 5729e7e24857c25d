import { storeCase } from '../factories/stored-case';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { newId } from '../../src/platform/ids';

const NOW = '2026-03-02T09:00:00Z';
const PAST = '2026-03-01T09:00:00Z';
const FUTURE = '2026-03-09T09:00:00Z';
const VISITED = '2026-02-20T10:00:00Z';

const VIEWS = { open: 'all', overdue: 'overdue', neverVisited: 'never_visited' } as const;
type Count = keyof typeof VIEWS;

describe('the world', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await createTestApp();
    const { MAD, PAT, BUE } = t.staff.posts as Record<string, string>;
    const store = (post: string, more: object) => storeCase(t.owner, { post, ...more });
    await store(MAD!, { nextDueAt: PAST });
    await store(MAD!, {
      nextDueAt: FUTURE,
      lastVisitAt: VISITED,
      firstContactAt: '2026-01-10T10:00:00Z',
    });
    await store(MAD!, {
      nextDueAt: PAST,
      lastVisitAt: VISITED,
      firstContactAt: '2026-01-10T12:00:00Z',
    });
    await store(MAD!, {
      tier: 'restricted',
      nextDueAt: PAST,
      firstContactAt: '2026-01-11T08:00:00Z',
    });
    await store(MAD!, {
      tier: 'sealed',
      nextDueAt: PAST,
      circle: [t.staff.accounts['jefe.mad']!, t.staff.accounts['proteccion']!],
    });
    await store(MAD!, {
      closedAt: PAST,
      lastVisitAt: VISITED,
      firstContactAt: '2026-01-20T08:00:00Z',
    });
    await store(PAT!, { nextDueAt: FUTURE, firstContactAt: '2026-01-10T09:00:00Z' });
    await store(PAT!, { family: 'destitution', nextDueAt: PAST });
    await store(BUE!, { nextDueAt: FUTURE });
    await hold('europa.asn', 'hq_analyst', 'europe');
  });
  afterAll(() => t.close());

  /** One more account, holding a role at headquarters for a region. */
  async function hold(username: string, role: string, region: string): Promise<void> {
    const id = newId();
    t.staff.accounts[username] = id;
    await t.owner.query(
      `INSERT INTO accounts (id, username, display_name, email, totp_required)
       VALUES ($1, $2, $2, $2 || '@example.test', false)`,
      [id, username],
    );
    await t.owner.query(
      `INSERT INTO staff_roles (id, account_id, role, region, valid_from, reason)
       VALUES ($1, $2, $3, $4, '2020-01-01Z', 'test')`,
      [newId(), id, role, region],
    );
  }

  const figuresOf = (world: { posts: { post: { code: string } }[] }, code: string) =>
    world.posts.find(({ post }) => post.code === code);

  /** All rows of a list, page by page. */
  async function walk(client: Client, search: string): Promise<string[]> {
    const ids: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await client.get(`/cases?${search}&limit=1${cursor && `&cursor=${cursor}`}`);
      expect(page.status).toBe(200);
      ids.push(...page.body.items.map((row: { id: string }) => row.id));
      cursor = page.body.nextCursor;
    }
    return ids;
  }

  it('counts by post what is open, overdue and never visited, as of an instant', async () => {
    const { status, body } = await (await t.as('mesa.asn')).get('/world');
    expect(status).toBe(200);
    expect(body.asOf).toBe('2026-03-02T09:00:00.000Z');
    expect(figuresOf(body, 'MAD')).toMatchObject({
      post: { code: 'MAD', country: 'ES', timeZone: 'Europe/Madrid' },
      open: 4,
      overdue: 3,
      neverVisited: 2,
    });
    expect(figuresOf(body, 'PAT')).toMatchObject({ open: 2, overdue: 1, neverVisited: 1 });
    expect(figuresOf(body, 'ROS')).toMatchObject({ open: 0, overdue: 0, neverVisited: 0 });
    expect(body.totals).toMatchObject({ open: 7, overdue: 4, neverVisited: 4 });
  });

  it('gives the median hours to the first contact of open cases, by post and in all', async () => {
    const desk = (await (await t.as('mesa.asn')).get('/world')).body;
    expect(figuresOf(desk, 'MAD')).toMatchObject({ medianHoursToFirstContact: 4 });
    expect(figuresOf(desk, 'BUE')).toMatchObject({ medianHoursToFirstContact: null });
    expect(desk.totals.medianHoursToFirstContact).toBe(3);
    const director = (await (await t.as('directora.dgc')).get('/world')).body;
    // without the restricted case
    expect(figuresOf(director, 'MAD')).toMatchObject({ medianHoursToFirstContact: 3 });
  });

  it.each(['mesa.asn', 'directora.dgc', 'proteccion', 'europa.asn'])(
    'opens a list of exactly as many rows behind each number of %s',
    async (username) => {
      const client = await t.as(username);
      const { body: world } = await client.get('/world');
      const scopes = [
        { search: '', figures: world.totals },
        ...world.posts.map((figures: { post: { id: string } }) => ({
          search: `post=${figures.post.id}&`,
          figures,
        })),
      ];
      for (const { search, figures } of scopes) {
        for (const [count, view] of Object.entries(VIEWS) as [Count, string][]) {
          const list = `${search}view=${view}&counted=true`;
          const counted = await client.get(`/cases?${list}&count=true`);
          expect({ list, rows: counted.body.total }).toEqual({ list, rows: figures[count] });
          const ids = await walk(client, list);
          expect({ list, rows: new Set(ids).size }).toEqual({ list, rows: figures[count] });
        }
      }
    },
  );

  it('leaves sealed cases out of every total, even for the members of their circle', async () => {
    const desk = await t.as('proteccion');
    const before = (await desk.get('/world')).body.totals;
    await storeCase(t.owner, {
      post: t.staff.posts['BUE']!,
      tier: 'sealed',
      nextDueAt: PAST,
      firstContactAt: '2026-02-10T10:00:00Z',
      circle: [t.staff.accounts['proteccion']!],
    });
    expect((await desk.get('/world')).body.totals).toEqual(before);
  });

  it('counts sealed cases apart: whole months, small numbers suppressed, no list behind them', async () => {
    const sealed = async (post: string, family: string, recordedAt: string) => {
      const id = await storeCase(t.owner, { post: t.staff.posts[post]!, tier: 'sealed', family });
      await t.owner.query('UPDATE cases SET recorded_at = $2 WHERE id = $1', [id, recordedAt]);
      return id;
    };
    const desk = await t.as('mesa.asn');
    const shown = async () => (await desk.get('/world')).body.sealed;
    expect(await shown()).toMatchObject({ month: '2026-02', total: null });
    for (let n = 0; n < 7; n += 1) await sealed('MAD', 'gender_violence', '2026-02-10T09:00:00Z');
    for (let n = 0; n < 2; n += 1) await sealed('BUE', 'detention', '2026-02-28T09:00:00Z');
    const whole = await shown();
    const count = (list: 'byRegion' | 'byFamily', wanted: string) =>
      whole[list].find(({ code }: { code: string }) => code === wanted).cases;
    expect(whole.total).toBe(9);
    // two in South America: with nothing else there, Europe's seven would give them away
    expect(whole.byRegion.every(({ cases }: { cases: number | null }) => cases === null)).toBe(
      true,
    );
    expect([count('byFamily', 'gender_violence'), count('byFamily', 'other')]).toEqual([
      null,
      null,
    ]);
    await sealed('BUE', 'detention', '2026-03-01T09:00:00Z');
    expect(await shown()).toEqual(whole);
    for (let n = 0; n < 3; n += 1) await sealed('BUE', 'detention', '2026-02-20T09:00:00Z');
    expect(await shown()).toMatchObject({ total: 12 });
    t.clock.set('2026-04-02T09:00:00Z');
    expect(await shown()).toMatchObject({ month: '2026-03', total: 13 });
    t.clock.set(NOW);
    expect((await (await t.as('europa.asn')).get('/world')).body.sealed).toBeNull();
  });

  it('keeps sealed cases in a list of their own, for their circle alone', async () => {
    const list = async (username: string, search: string) =>
      new Set(await walk(await t.as(username), search));
    const own = await list('proteccion', 'view=sealed');
    expect(own.size).toBeGreaterThan(0);
    const all = await list('proteccion', 'view=all');
    const counted = await list('proteccion', 'view=all&counted=true');
    expect(all).toEqual(new Set([...counted, ...own]));
    expect([...own].filter((id) => counted.has(id))).toEqual([]);
    expect((await list('mesa.asn', 'view=sealed')).size).toBe(0);
  });

  it('narrows to a region and a family', async () => {
    const desk = await t.as('mesa.asn');
    const europe = (await desk.get('/world?region=europe')).body;
    expect(europe.posts.map(({ post }: { post: { code: string } }) => post.code)).toEqual(['MAD']);
    expect(europe.totals).toMatchObject({ open: 4, medianHoursToFirstContact: 4 });
    for (const [count, view] of Object.entries(VIEWS) as [Count, string][]) {
      expect(await walk(desk, `region=europe&view=${view}`)).toHaveLength(europe.totals[count]);
    }
    const destitution = (await desk.get('/world?family=destitution')).body;
    expect(destitution.totals).toEqual({
      open: 1,
      overdue: 1,
      neverVisited: 0,
      medianHoursToFirstContact: null,
    });
  });

  it('shows an analyst of a region the posts of that region and nothing else', async () => {
    const { body } = await (await t.as('europa.asn')).get('/world');
    expect(body.posts.map(({ post }: { post: { code: string } }) => post.code)).toEqual(['MAD']);
    expect(body.totals.open).toBe(4);
  });

  it.each(['oficial.mad', 'jefe.mad', 'honorario.ros', 'guardian', 'auditora', 'admin'])(
    'is closed to %s',
    async (username) => {
      expect((await (await t.as(username)).get('/world')).status).toBe(403);
    },
  );

  it.each(['region=Europa', 'region=', 'family=a%20b', 'since=2020'])(
    'refuses ?%s',
    async (query) => {
      const answer = await (await t.as('mesa.asn')).get(`/world?${query}`);
      expect(answer.status).toBe(400);
      expect(answer.headers.get('content-type')).toMatch(/problem\+json/);
    },
  );

  it('moves with the clock', async () => {
    t.clock.set('2026-03-10T09:00:00Z');
    const { body } = await (await t.as('mesa.asn')).get('/world');
    expect(body.totals.overdue).toBe(7);
    t.clock.set(NOW);
  });
});

describe('about', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await createTestApp();
  });
  afterAll(() => t.close());

  it('tells anyone whether the people in here are invented', async () => {
    expect((await t.anonymous().get('/about')).body).toEqual({ demonstration: false });
    await t.owner.query(`UPDATE accounts SET demonstration = true WHERE username = 'admin'`);
    expect((await t.anonymous().get('/about')).body).toEqual({ demonstration: true });
  });
});
