import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from '@js-temporal/polyfill';
import { importNetwork, PostCalendars, Posts, starterFiles } from '../../../src/modules/network';
import { Actor } from '../../../src/platform/access/actor';
import { createNetworkHarness, type NetworkHarness } from './harness';

const STARTER = starterFiles();
const starterPosts = readFileSync(STARTER.posts, 'utf8');
const starterJurisdictions = readFileSync(STARTER.jurisdictions, 'utf8');

describe('importing the network', () => {
  let harness: NetworkHarness;
  let folder: string;
  const system = Actor.system();

  beforeAll(async () => {
    harness = await createNetworkHarness({ team: false });
    folder = mkdtempSync(join(tmpdir(), 'amparo-network-'));
  });
  afterAll(async () => {
    await harness.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (posts: string, jurisdictions: string) => {
    writeFileSync(join(folder, 'oficinas.csv'), posts);
    writeFileSync(join(folder, 'distritos.csv'), jurisdictions);
    return importNetwork(harness.app, join(folder, 'oficinas.csv'), join(folder, 'distritos.csv'));
  };
  const everything = async () => {
    const tables = ['posts', 'jurisdictions', 'revisions', 'outbox', 'audit_entries'];
    const rows = await Promise.all(
      tables.map((table) =>
        harness.owner.query(`SELECT t::text AS row FROM ${table} t ORDER BY 1`),
      ),
    );
    return rows.map((result) => result.rows);
  };

  it('starts from headquarters alone', async () => {
    const { rows } = await harness.owner.query('SELECT code, kind, time_zone FROM posts');
    expect(rows).toEqual([{ code: 'LIM', kind: 'headquarters', time_zone: 'America/Lima' }]);
  });

  it.each([
    ['first', 2],
    ['middle', 111],
    ['last', 221],
  ])('leaves nothing behind when the %s line is wrong, and names it', async (_, line) => {
    const lines = starterPosts.trimEnd().split('\n');
    lines[line - 1] = lines[line - 1]!.replace(/,(America|Europe|Asia|Africa|Pacific)\//, ',Mars/');
    const before = await everything();
    await expect(run(lines.join('\n'), starterJurisdictions)).rejects.toMatchObject({
      code: 'NETWORK_IMPORT_REFUSED',
      errors: [{ path: `oficinas.csv:${line} timezone`, code: 'zone_unknown' }],
    });
    expect(await everything()).toEqual(before);
  });

  it('leaves nothing behind when a district is wrong, and tells the faults of both files', async () => {
    const before = await everything();
    await expect(
      run(starterPosts.replace(',EUR,', ',EURO,'), `${starterJurisdictions}XYZ,ES,US-TX\n`),
    ).rejects.toMatchObject({
      errors: [
        {
          path: expect.stringMatching(/^oficinas\.csv:\d+ currency_iso4217$/),
          code: 'currency_unknown',
        },
        { path: 'distritos.csv:306 post_code', code: 'post_unknown' },
        { path: 'distritos.csv:306 subdivision_iso3166_2', code: 'subdivision_of_country' },
      ],
    });
    expect(await everything()).toEqual(before);
  });

  it('says which file it cannot read', async () => {
    await expect(
      importNetwork(harness.app, join(folder, 'none.csv'), STARTER.jurisdictions),
    ).rejects.toMatchObject({ code: 'FILE_UNREADABLE', params: { reason: 'ENOENT' } });
  });

  it('loads the 220 posts and 304 districts of the starter set', async () => {
    expect(await importNetwork(harness.app, STARTER.posts, STARTER.jurisdictions)).toEqual({
      created: 220,
      updated: 0,
      unchanged: 0,
      jurisdictions: { created: 304, ended: 0, unchanged: 0 },
    });
    const { rows } = await harness.owner.query(`
      SELECT p.code, parent.code AS parent FROM posts p JOIN posts parent ON parent.id = p.parent_id
       WHERE p.code = 'ROS'`);
    expect(rows).toEqual([{ code: 'ROS', parent: 'BUE' }]);
  });

  it('changes nothing the second time', async () => {
    const posts = await harness.owner.query('SELECT * FROM posts ORDER BY id');
    expect(await importNetwork(harness.app, STARTER.posts, STARTER.jurisdictions)).toEqual({
      created: 0,
      updated: 0,
      unchanged: 220,
      jurisdictions: { created: 0, ended: 0, unchanged: 304 },
    });
    expect((await harness.owner.query('SELECT * FROM posts ORDER BY id')).rows).toEqual(posts.rows);
  });

  it('waits its turn when two imports meet', async () => {
    const results = await Promise.all([
      importNetwork(harness.app, STARTER.posts, STARTER.jurisdictions),
      importNetwork(harness.app, STARTER.posts, STARTER.jurisdictions),
    ]);
    expect(results.map((result) => result.unchanged)).toEqual([220, 220]);
  });

  it('gives every post a working calendar in its zone, with the Peruvian days', async () => {
    const posts = await new PostsReader(harness).all();
    expect(posts).toHaveLength(221);
    const calendars = harness.app.get(PostCalendars);
    await harness.asSystem(async () => {
      for (const post of posts) {
        const calendar = await calendars.of(post.id);
        expect(calendar.zone).toBe(post.timeZone);
        for (const date of ['2026-07-28', '2027-07-29', '2026-12-25', '2028-01-01']) {
          expect(calendar.isWorkingDay(Temporal.PlainDate.from(date))).toBe(false);
        }
        const year = Array.from({ length: 365 }, (_, offset) =>
          calendar.isWorkingDay(Temporal.PlainDate.from('2027-01-01').add({ days: offset })),
        );
        const worked = year.filter(Boolean).length;
        expect([post.code, worked > 220 && worked < 262]).toEqual([post.code, true]);
      }
    });
  });

  it('routes a place to its competent posts', async () => {
    const posts = harness.app.get(Posts);
    const codes = async (country: string, subdivision: string | null) =>
      (await posts.competentFor(system, country, subdivision)).items.map((post) => post.code);
    expect(await codes('ES', 'ES-MD')).toEqual(['MAD']);
    expect(await codes('US', 'US-TX')).toEqual(['DAL', 'HOU']);
    expect(await codes('AD', null)).toEqual(['BCN']);
    expect(await codes('SO', null)).toEqual([]);
  });

  it('updates what differs, ends the districts that are gone and asks to plan again', async () => {
    const posts = starterPosts
      .replace('Consulado General del Perú en Dubái', 'Consulado General en Dubái')
      .replace(/^(BUE,.*)America\/Argentina\/Buenos_Aires/m, '$1America/Argentina/Ushuaia');
    const result = await run(posts, starterJurisdictions.replace('BCN,AD,\n', ''));
    expect(result).toEqual({
      created: 0,
      updated: 2,
      unchanged: 218,
      jurisdictions: { created: 0, ended: 1, unchanged: 303 },
    });
    const { rows: revisions } = await harness.owner.query(
      `SELECT p.code, r.version, r.fields FROM revisions r JOIN posts p ON p.id = r.subject_id ORDER BY p.code`,
    );
    expect(revisions).toEqual([
      { code: 'BUE', version: 2, fields: ['timeZone'] },
      { code: 'DXB', version: 2, fields: ['name'] },
    ]);
    const { rows: jobs } = await harness.owner.query(
      `SELECT o.job, p.code FROM outbox o JOIN posts p ON p.id::text = o.payload->>'postId'`,
    );
    expect(jobs).toEqual([{ job: 'calendar.apply', code: 'BUE' }]);
    const { rows: ended } = await harness.owner.query(
      'SELECT country FROM jurisdictions WHERE ended_at IS NOT NULL',
    );
    expect(ended).toEqual([{ country: 'AD' }]);
  });

  it('keeps the seat of a post when the file has no column for it, and posts it does not name', async () => {
    const [header, madrid] = ['code,', 'MAD,'].map((start) =>
      starterPosts
        .split('\n')
        .find((line) => line.startsWith(start))!
        .replace(/,[^,]*$/, ''),
    );
    const districts = 'post_code,country_iso2,subdivision_iso3166_2\nMAD,ES,ES-MD\n';
    const result = await run(`${header}\n${madrid}\n`, districts);
    expect(result).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    const { rows } = await harness.owner.query(
      `SELECT (SELECT count(*)::int FROM posts) AS posts, subdivision FROM posts WHERE code = 'MAD'`,
    );
    expect(rows).toEqual([{ posts: 221, subdivision: 'ES-MD' }]);
  });
});

class PostsReader {
  constructor(private readonly harness: NetworkHarness) {}

  async all() {
    const posts = this.harness.app.get(Posts);
    const first = await posts.list(Actor.system(), { limit: 200 });
    const second = await posts.list(Actor.system(), { limit: 200, cursor: first.nextCursor! });
    return [...first.items, ...second.items];
  }
}
