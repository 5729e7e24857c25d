import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

const NOWHERE = '00000000-0000-7000-8000-000000000000';

describe('the network over HTTP', () => {
  let t: TestApp;
  let admin: Client;
  let officer: Client;
  let madrid: string;

  beforeAll(async () => {
    t = await createTestApp();
    admin = await t.as('admin');
    officer = await t.as('oficial.mad');
    madrid = t.staff.posts['MAD']!;
    await t.owner.query(
      `INSERT INTO jurisdictions (id, post_id, country, subdivision) VALUES
         (gen_random_uuid(), $1, 'ES', NULL), (gen_random_uuid(), $2, 'US', 'US-NJ')`,
      [madrid, t.staff.posts['PAT']],
    );
  });
  afterAll(() => t.close());

  const problem = (status: number, code: string, path?: string) => ({
    status,
    body: expect.objectContaining({
      status,
      code,
      correlationId: expect.any(String),
      ...(path ? { errors: expect.arrayContaining([expect.objectContaining({ path })]) } : {}),
    }),
  });

  it('is closed to strangers', async () => {
    for (const path of [
      '/posts',
      '/posts/routing?country=ES',
      `/posts/${madrid}/staff`,
      '/regions',
    ]) {
      expect(await t.anonymous().get(path)).toMatchObject(problem(401, 'NOT_SIGNED_IN'));
    }
  });

  it('lists posts page by page, with a true total when asked', async () => {
    const first = await officer.get('/posts?limit=4&count=true');
    expect(first.body.items.map((post: { code: string }) => post.code)).toEqual([
      'AQP',
      'BUE',
      'LIM',
      'MAD',
    ]);
    expect(first.body.total).toBe(6);
    const second = await officer.get(`/posts?limit=4&cursor=${first.body.nextCursor}`);
    expect(second.body.items.map((post: { code: string }) => post.code)).toEqual(['PAT', 'ROS']);
    expect(second.body.nextCursor).toBeNull();
  });

  it('finds posts by country and by part of a name, whatever the accents', async () => {
    const codes = async (query: string) =>
      (await officer.get(`/posts?${query}`)).body.items.map((post: { code: string }) => post.code);
    expect(await codes('country=AR')).toEqual(['BUE', 'ROS']);
    expect(await codes('q=MÁDRI')).toEqual(['MAD']);
    expect(await codes('q=%25')).toEqual([]);
  });

  it('shows a post with its version', async () => {
    const answer = await officer.get(`/posts/${madrid}`);
    expect(answer.headers.get('etag')).toBe('"1"');
    expect(answer.body).toEqual({
      id: madrid,
      code: 'MAD',
      kind: 'consulate_general',
      name: 'Madrid',
      city: 'Madrid',
      country: 'ES',
      subdivision: null,
      region: 'europe',
      parentId: null,
      timeZone: 'Europe/Madrid',
      currency: 'EUR',
      languages: ['es'],
      latitude: 0,
      longitude: 0,
      state: 'open',
      version: 1,
    });
    expect(await officer.get(`/posts/${NOWHERE}`)).toMatchObject(problem(404, 'NOT_FOUND'));
    expect(await officer.get('/posts/1')).toMatchObject(problem(404, 'NOT_FOUND'));
  });

  it('routes a place to its competent posts', async () => {
    const codes = async (query: string) =>
      (await officer.get(`/posts/routing?${query}`)).body.items.map(
        (p: { code: string }) => p.code,
      );
    expect(await codes('country=ES&subdivision=ES-MD')).toEqual(['MAD']);
    expect(await codes('country=US&subdivision=US-NJ')).toEqual(['PAT']);
    expect(await codes('country=US')).toEqual([]);
    expect(await officer.get('/posts/routing')).toMatchObject(
      problem(400, 'VALIDATION_FAILED', 'country'),
    );
    expect(await officer.get('/posts/routing?country=ES&subdivision=US-NJ')).toMatchObject(
      problem(422, 'VALIDATION_FAILED', 'subdivision'),
    );
  });

  it('lists the regions', async () => {
    const { body } = await officer.get('/regions');
    expect(body.items).toHaveLength(7);
    expect(body.items).toContainEqual({
      code: 'south_america',
      nameEs: 'América del Sur',
      nameEn: 'South America',
    });
  });

  it('lists the staff of a post and of headquarters, without addresses', async () => {
    const { body } = await officer.get(`/posts/${madrid}/staff`);
    expect(body.items.map((m: { displayName: string }) => m.displayName)).toEqual([
      'jefe.mad',
      'local.mad',
      'oficial.mad',
      'oficial2.mad',
    ]);
    expect(Object.keys(body.items[0]).sort()).toEqual([
      'accountId',
      'acting',
      'displayName',
      'role',
      'validFrom',
      'validUntil',
    ]);
    const headquarters = await officer.get(`/posts/${t.staff.posts['LIM']}/staff`);
    expect(headquarters.body.items.map((m: { role: string }) => m.role)).toContain('hq_analyst');
  });

  describe('editing a post', () => {
    const paterson = () => `/posts/${t.staff.posts['PAT']}`;

    it('needs the permission, the version and something sensible', async () => {
      expect(await officer.patch(paterson(), { city: 'X' }, { 'if-match': '"1"' })).toMatchObject(
        problem(403, 'FORBIDDEN'),
      );
      expect(await admin.patch(paterson(), { city: 'X' })).toMatchObject(
        problem(428, 'IF_MATCH_MISSING'),
      );
      const bad: [object, string][] = [
        [{ kind: 'consulate' }, 'kind'],
        [{ city: null }, 'city'],
        [{ city: '' }, 'city'],
        [{ timeZone: 'UTC' }, 'timeZone'],
        [{ latitude: 91 }, 'latitude'],
        [{ latitude: '1' }, 'latitude'],
        [{ longitude: 180.1 }, 'longitude'],
        [{ currency: 'XYZ' }, 'currency'],
        [{ languages: [] }, 'languages'],
        [{ languages: ['es', 'xx'] }, 'languages'],
        [{ state: 'burnt' }, 'state'],
        [{ parentId: 'MAD' }, 'parentId'],
      ];
      for (const [body, path] of bad) {
        expect(await admin.patch(paterson(), body, { 'if-match': '"1"' })).toMatchObject(
          problem(400, 'VALIDATION_FAILED', path),
        );
      }
      const refused: [object, string][] = [
        [{ subdivision: 'ES-MD' }, 'subdivision'],
        [{ parentId: madrid }, 'parentId'],
      ];
      for (const [body, path] of refused) {
        expect(await admin.patch(paterson(), body, { 'if-match': '"1"' })).toMatchObject(
          problem(422, 'VALIDATION_FAILED', path),
        );
      }
      expect((await officer.get(paterson())).body.version).toBe(1);
    });

    it('saves, and tells the next one what changed in between', async () => {
      const saved = await admin.patch(
        paterson(),
        { city: 'Paterson, N. J.', subdivision: 'US-NJ' },
        { 'if-match': '"1"' },
      );
      expect(saved).toMatchObject({
        status: 200,
        body: { city: 'Paterson, N. J.', subdivision: 'US-NJ', version: 2 },
      });
      expect(saved.headers.get('etag')).toBe('"2"');
      const stale = await admin.patch(paterson(), { city: 'Newark' }, { 'if-match': '"1"' });
      expect(stale).toMatchObject(problem(412, 'STALE_VERSION'));
      expect(stale.body.changes).toEqual([
        expect.objectContaining({ version: 2, by: 'admin', fields: ['city', 'subdivision'] }),
      ]);
    });

    it('does not close headquarters', async () => {
      const answer = await admin.patch(
        `/posts/${t.staff.posts['LIM']}`,
        { state: 'closed' },
        { 'if-match': '"1"' },
      );
      expect(answer).toMatchObject(problem(422, 'HEADQUARTERS_STAYS_OPEN'));
    });

    it('no longer routes to a closed post', async () => {
      const close = await admin.patch(paterson(), { state: 'closed' }, { 'if-match': '"2"' });
      expect(close.status).toBe(200);
      const routed = await officer.get('/posts/routing?country=US&subdivision=US-NJ');
      expect(routed.body.items).toEqual([]);
    });
  });

  describe('the calendar', () => {
    const calendar = (from: string, to: string) =>
      officer.get(`/posts/${madrid}/calendar?from=${from}&to=${to}`);

    it('shows which days are worked and what the post declared', async () => {
      const declared = await admin.post(`/posts/${madrid}/calendar-days`, {
        day: '2026-05-15',
        working: false,
        name: 'San Isidro',
      });
      expect(declared.status).toBe(201);
      const { body } = await calendar('2026-05-14', '2026-05-17');
      expect(body).toEqual({
        timeZone: 'Europe/Madrid',
        items: [
          { day: '2026-05-14', working: true, name: null },
          { day: '2026-05-15', working: false, name: 'San Isidro' },
          { day: '2026-05-16', working: false, name: null },
          { day: '2026-05-17', working: false, name: null },
        ],
      });
    });

    it('refuses dates that do not exist, run backwards or are too many', async () => {
      expect(await calendar('2026-02-30', '2026-03-01')).toMatchObject(
        problem(400, 'VALIDATION_FAILED', 'from'),
      );
      expect(await calendar('2026-03-02', '2026-03-01')).toMatchObject(
        problem(422, 'CALENDAR_RANGE'),
      );
      expect(await calendar('2026-01-01', '2027-01-02')).toMatchObject(
        problem(422, 'CALENDAR_RANGE'),
      );
      expect((await calendar('2028-01-01', '2028-12-31')).body.items).toHaveLength(366);
    });

    it('refuses declarations of others, against the law, or badly formed', async () => {
      const path = `/posts/${madrid}/calendar-days`;
      const day = { day: '2026-06-01', working: false, name: 'Feria' };
      expect(await officer.post(path, day)).toMatchObject(problem(403, 'FORBIDDEN'));
      expect(await admin.post(`/posts/${NOWHERE}/calendar-days`, day)).toMatchObject(
        problem(404, 'NOT_FOUND'),
      );
      expect(await admin.post(path, { ...day, day: '2026-12-25', working: true })).toMatchObject(
        problem(422, 'CALENDAR_DAY_FIXED_BY_LAW'),
      );
      for (const [field, value] of [
        ['day', '1026-06-01'],
        ['day', '1999-12-31'],
        ['working', 'yes'],
        ['name', ''],
        ['name', 'x'.repeat(201)],
        ['more', 1],
      ] as const) {
        expect(await admin.post(path, { ...day, [field]: value })).toMatchObject(
          problem(400, 'VALIDATION_FAILED', field),
        );
      }
      expect(await admin.post(path, '{"day":')).toMatchObject(problem(400, 'MALFORMED_REQUEST'));
    });
  });

  describe('roles and subrogations', () => {
    it('grants once for one idempotency key, and ends', async () => {
      const body = {
        accountId: t.staff.accounts['oficial.pat'],
        role: 'officer',
        postId: madrid,
        reason: 'R.M. 0003-2026-RE · ñandú 🦙',
      };
      const headers = { 'idempotency-key': 'grant-1' };
      const first = await admin.post('/staff-roles', body, headers);
      const again = await admin.post('/staff-roles', body, headers);
      expect(first.status).toBe(201);
      expect(again.body).toEqual(first.body);
      expect(
        await admin.post('/staff-roles', { ...body, role: 'local_staff' }, headers),
      ).toMatchObject(problem(422, 'IDEMPOTENCY_KEY_REUSED'));
      expect(await admin.post('/staff-roles', body)).toMatchObject(
        problem(409, 'ROLE_ALREADY_HELD'),
      );

      const end = `/staff-roles/${first.body.id}/end`;
      expect(await officer.post(end, { reason: 'x' })).toMatchObject(problem(403, 'FORBIDDEN'));
      expect((await admin.post(end, { reason: 'Traslado' })).status).toBe(200);
      expect(await admin.post(end, { reason: 'x' })).toMatchObject(
        problem(409, 'ROLE_ALREADY_ENDED'),
      );
      expect(await admin.post(`/staff-roles/${NOWHERE}/end`, { reason: 'x' })).toMatchObject(
        problem(404, 'NOT_FOUND'),
      );
    });

    it('refuses to join accounts and cases in one hand', async () => {
      const answer = await admin.post('/staff-roles', {
        accountId: t.staff.accounts['admin'],
        role: 'hq_analyst',
        reason: 'x',
      });
      expect(answer).toMatchObject(problem(422, 'ROLES_INCOMPATIBLE'));
      expect(answer.body.detail).toMatch(/administra cuentas/);
    });

    it('makes someone acting head, with the head’s rights from the next request on', async () => {
      const until = new Date(Date.now() + 86_400_000).toISOString();
      const acting = await t.as('oficial2.mad');
      expect((await acting.get('/me')).body.permissions).not.toContain('breach.accept');
      const body = {
        actingAccountId: t.staff.accounts['oficial2.mad'],
        absentAccountId: t.staff.accounts['jefe.mad'],
        validUntil: until,
        resolution: 'R.M. 0004-2026-RE',
      };
      const path = `/posts/${madrid}/subrogations`;
      expect(await officer.post(path, body)).toMatchObject(problem(403, 'FORBIDDEN'));
      const granted = await admin.post(path, body);
      expect(granted.status).toBe(201);
      expect((await acting.get('/me')).body.permissions).toContain('breach.accept');
      expect(await admin.post(path, body)).toMatchObject(problem(409, 'POST_ALREADY_SUBROGATED'));
      expect(await admin.post(`/posts/${t.staff.posts['ROS']}/subrogations`, body)).toMatchObject(
        problem(422, 'POST_HAS_NO_HEAD'),
      );
      const { body: staff } = await officer.get(`/posts/${madrid}/staff`);
      expect(staff.items).toContainEqual(
        expect.objectContaining({
          displayName: 'oficial2.mad',
          role: 'head_of_post',
          acting: true,
        }),
      );
    });

    it('names each wrong field', async () => {
      const good = { accountId: t.staff.accounts['datos'], role: 'auditor', reason: 'x' };
      for (const [field, value] of [
        ['accountId', 'datos'],
        ['role', 'king'],
        ['postId', 7],
        ['region', 'x'.repeat(41)],
        ['validFrom', '2026-13-01T00:00:00Z'],
        ['validUntil', '2026-01-01'],
        ['reason', ''],
        ['reason', undefined],
        ['password', 'x'],
      ] as const) {
        expect(await admin.post('/staff-roles', { ...good, [field]: value })).toMatchObject(
          problem(400, 'VALIDATION_FAILED', field),
        );
      }
    });
  });

  it('answers in the language that is asked for', async () => {
    const spanish = await officer.get('/posts/routing?country=XX');
    const english = await officer.get('/posts/routing?country=XX', { 'accept-language': 'en' });
    expect(spanish.body.title).not.toBe(english.body.title);
    expect(english.body.errors[0].message).toMatch(/ISO 3166/);
  });
});
