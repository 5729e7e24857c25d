import { Temporal } from '@js-temporal/polyfill';
import { checkSentence, type Sentence } from './sentence';

const detained = Temporal.PlainDate.from('2026-03-01');
const today = Temporal.PlainDate.from('2026-06-01');
const sound: Sentence = {
  sentencedOn: '2026-05-20',
  minimum: 'P2Y',
  maximum: 'P4Y6M',
  endsOn: '2030-09-01',
};

describe('a sentence', () => {
  it('is accepted as pronounced, for a time or for life', () => {
    expect(checkSentence(sound, detained, today)).toEqual([]);
    expect(
      checkSentence({ sentencedOn: '2026-05-20', minimum: 'P25Y', forLife: true }, detained, today),
    ).toEqual([]);
  });

  it.each<[Partial<Sentence>, string, string]>([
    [{ sentencedOn: '2026-06-02' }, 'sentencedOn', 'IN_THE_FUTURE'],
    [{ sentencedOn: '2026-02-28' }, 'sentencedOn', 'BEFORE_DETENTION'],
    [{ minimum: 'P55M' }, 'minimum', 'MINIMUM_ABOVE_MAXIMUM'],
    [{ forLife: true }, 'maximum', 'LIFE_HAS_NO_MAXIMUM'],
    [{ endsOn: '2026-05-19' }, 'endsOn', 'BEFORE_ITS_START'],
  ])('with %j is refused at %s as %s', (changes, path, code) => {
    expect(checkSentence({ ...sound, ...changes }, detained, today)).toContainEqual({ path, code });
  });

  it('compares lengths by the calendar: eighteen months are a year and a half', () => {
    expect(checkSentence({ ...sound, minimum: 'P18M', maximum: 'P1Y6M' }, detained, today)).toEqual(
      [],
    );
  });
});
