import { Temporal } from '@js-temporal/polyfill';
import { at } from '../../../../test/factories/detention-facts';
import {
  checkDeed,
  checkFirstInstants,
  checkPlausible,
  type FirstInstants,
} from './first-instants';

const now = at('2026-03-10T12:00:00Z');
const sound: FirstInstants = {
  detainedAt: at('2026-03-01T10:00:00Z'),
  informedOfRightsAt: at('2026-03-01T11:00:00Z'),
  postNotifiedAt: at('2026-03-02T09:00:00Z'),
  firstContactAt: at('2026-03-02T15:00:00Z'),
};

describe('the four first instants', () => {
  it('accept the order of the Vienna Convention, and instants that are not known', () => {
    expect(checkFirstInstants(sound, now)).toEqual([]);
    expect(
      checkFirstInstants(
        { ...sound, detainedAt: null, informedOfRightsAt: null, firstContactAt: null },
        now,
      ),
    ).toEqual([]);
  });

  it.each([
    [{ informedOfRightsAt: at('2026-03-01T09:59:00Z') }, 'informedOfRightsAt', 'BEFORE_DETENTION'],
    [{ postNotifiedAt: at('2026-02-28T09:00:00Z') }, 'postNotifiedAt', 'BEFORE_DETENTION'],
    [{ postNotifiedAt: at('2026-03-02T15:01:00Z') }, 'postNotifiedAt', 'AFTER_FIRST_CONTACT'],
    [
      { postNotifiedAt: at('2026-03-10T12:06:00Z'), firstContactAt: null },
      'postNotifiedAt',
      'IN_THE_FUTURE',
    ],
    [{ detainedAt: at('1026-03-01T10:00:00Z') }, 'detainedAt', 'TOO_LONG_AGO'],
  ])('refuse %j at %s as %s', (changes, path, code) => {
    expect(checkFirstInstants({ ...sound, ...changes }, now)).toContainEqual({ path, code });
  });

  it('forgive a clock that is a little ahead', () => {
    expect(
      checkFirstInstants(
        { ...sound, postNotifiedAt: at('2026-03-10T12:04:00Z'), firstContactAt: null },
        now,
      ),
    ).toEqual([]);
  });

  it('refuse a detention before birth', () => {
    expect(checkFirstInstants(sound, now, Temporal.PlainDate.from('2026-04-01'))).toContainEqual({
      path: 'detainedAt',
      code: 'BEFORE_BIRTH',
    });
  });
});

describe('what the post does', () => {
  it.each([
    ['2026-02-28T10:00:00Z', 'BEFORE_DETENTION'],
    ['2026-03-01T12:00:00Z', 'BEFORE_NOTICE'],
    ['2026-03-11T12:00:00Z', 'IN_THE_FUTURE'],
    ['1026-03-11T12:00:00Z', 'TOO_LONG_AGO'],
  ])('at %s is refused as %s', (occurredAt, code) => {
    expect(checkDeed('occurredAt', at(occurredAt), sound, now)).toEqual([
      { path: 'occurredAt', code },
    ]);
  });

  it('after the notice and before now is accepted', () => {
    expect(checkDeed('occurredAt', at('2026-03-05T12:00:00Z'), sound, now)).toEqual([]);
  });
});

describe('a hearing', () => {
  it.each([
    ['1026-05-01T10:00:00Z', 'TOO_LONG_AGO'],
    ['3026-05-01T10:00:00Z', 'TOO_FAR_AHEAD'],
  ])('at %s is refused as %s', (hearing, code) => {
    expect(checkPlausible('at', at(hearing), now)).toEqual([{ path: 'at', code }]);
  });

  it('next year is accepted', () => {
    expect(checkPlausible('at', at('2027-05-01T10:00:00Z'), now)).toEqual([]);
  });
});
