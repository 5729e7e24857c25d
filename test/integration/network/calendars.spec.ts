import { Temporal } from '@js-temporal/polyfill';
import { ImportNetwork, PostCalendars } from '../../../src/modules/network';
import { DeclareCalendarDay } from '../../../src/modules/network/calendars/declare-calendar-day';
import { EditPost } from '../../../src/modules/network/posts/edit-post';
import { Database } from '../../../src/platform/database/database';
import { createNetworkHarness, type NetworkHarness } from './harness';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('the calendar of a post', () => {
  let harness: NetworkHarness;
  let calendars: PostCalendars;
  let madrid: string;

  beforeAll(async () => {
    harness = await createNetworkHarness({ team: true });
    calendars = harness.app.get(PostCalendars);
    madrid = harness.team.posts['MAD']!;
  });
  afterAll(() => harness.close());

  const works = (date: string, source = calendars, post = madrid) =>
    harness.asSystem(async () => (await source.of(post)).isWorkingDay(day(date)));
  const declare = (date: string, working: boolean) =>
    harness.app
      .get(DeclareCalendarDay)
      .run(harness.actor('admin'), madrid, { day: date, working, name: 'San Isidro' });
  /** As another process would see it. */
  const elsewhere = () => new PostCalendars(harness.app.get(Database));

  it('follows the host country', async () => {
    expect(await works('2026-10-12')).toBe(false);
    expect(await works('2026-05-15')).toBe(true);
  });

  it('is the same object until it changes', async () => {
    const first = await harness.asSystem(() => calendars.of(madrid));
    expect(await harness.asSystem(() => calendars.of(madrid))).toBe(first);
  });

  it('shows a declared day at once, in this process and in others, and asks to plan again', async () => {
    const other = elsewhere();
    expect(await works('2026-05-15', other)).toBe(true);
    await declare('2026-05-15', false);
    expect(await works('2026-05-15')).toBe(false);
    expect(await works('2026-05-15', other)).toBe(false);
    const { rows } = await harness.owner.query('SELECT job, queue, payload FROM outbox');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ job: 'calendar.apply', payload: { postId: madrid } });
  });

  it('takes the latest declaration of a day', async () => {
    await declare('2026-05-15', true);
    expect(await works('2026-05-15')).toBe(true);
    await declare('2026-05-16', true); // a Saturday
    expect(await works('2026-05-16')).toBe(true);
  });

  it('refuses to work on a day of RC art. 39', async () => {
    await expect(declare('2026-07-28', true)).rejects.toMatchObject({
      code: 'CALENDAR_DAY_FIXED_BY_LAW',
    });
  });

  it('never keeps a calendar whose transaction was rolled back', async () => {
    await expect(
      harness.app.get(Database).inTransaction(harness.actor('admin'), async () => {
        await declare('2026-06-02', false);
        expect((await calendars.of(madrid)).isWorkingDay(day('2026-06-02'))).toBe(false);
        throw new Error('no commit');
      }),
    ).rejects.toThrow('no commit');
    expect(await works('2026-06-02')).toBe(true);
    await declare('2026-06-03', false);
    expect(await works('2026-06-02')).toBe(true);
    expect(await works('2026-06-03')).toBe(false);
  });

  it('adds the holidays of the region once the seat is known', async () => {
    expect(await works('2028-05-02')).toBe(true);
    await harness.app
      .get(EditPost)
      .run(harness.actor('admin'), madrid, 1, { subdivision: 'ES-MD' });
    expect(await works('2028-05-02')).toBe(false);
  });

  it('rests on other days where the country does, from the date on which it changed', async () => {
    const content = (text: string) => new TextEncoder().encode(text);
    await harness.app.get(ImportNetwork).run(
      harness.actor('admin'),
      {
        name: 'posts.csv',
        content: content(
          'code,kind,name_es,city,country_iso2,parent_code,timezone,latitude,longitude,currency_iso4217,languages,source\n' +
            'DXB,consulate_general,Dubái,Dubái,AE,,Asia/Dubai,25.2,55.27,AED,ar|en,test\n' +
            'CAI,consular_section,El Cairo,El Cairo,EG,,Africa/Cairo,30.04,31.24,EGP,ar,test\n',
        ),
      },
      {
        name: 'jurisdictions.csv',
        content: content('post_code,country_iso2,subdivision_iso3166_2\nDXB,AE,\n'),
      },
    );
    const { rows } = await harness.owner.query<{ code: string; id: string }>(
      `SELECT code, id FROM posts WHERE code IN ('DXB', 'CAI')`,
    );
    const id = (code: string) => rows.find((row) => row.code === code)!.id;
    expect(await works('2021-12-26', calendars, id('DXB'))).toBe(true); // a Sunday
    expect(await works('2026-03-06', calendars, id('DXB'))).toBe(true); // a Friday
    expect(await works('2026-03-06', calendars, id('CAI'))).toBe(false);
    expect(await works('2026-03-08', calendars, id('CAI'))).toBe(true); // a Sunday
  });

  it('does not exist for a post that does not exist', async () => {
    await expect(
      harness.asSystem(() => calendars.of('00000000-0000-7000-8000-000000000000')),
    ).rejects.toMatchObject({ status: 404 });
  });
});
