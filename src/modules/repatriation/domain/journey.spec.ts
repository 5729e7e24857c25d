import { Temporal } from '@js-temporal/polyfill';
import { journeyGaps, type JourneyPaper, type JourneyPaperFact } from './journey';
import type { RepatriationType } from './repatriation-type';

const day = Temporal.PlainDate.from('2026-03-10');
const paper = (kind: JourneyPaper, expiresOn: string | null = null): JourneyPaperFact => ({
  id: kind,
  kind,
  issuedOn: Temporal.PlainDate.from('2026-03-01'),
  expiresOn: expiresOn ? Temporal.PlainDate.from(expiresOn) : null,
  obtainedAt: Temporal.Instant.from('2026-03-01T00:00:00Z'),
});
const gaps = (type: RepatriationType, ...papers: JourneyPaperFact[]) =>
  journeyGaps(type, papers, day);

describe('what lets somebody travel', () => {
  it('is a document that counts on the day', () => {
    expect(gaps('destitute')).toEqual(['NO_TRAVEL_DOCUMENT']);
    expect(gaps('destitute', paper('salvoconducto', '2026-03-10'))).toEqual([]);
    expect(gaps('destitute', paper('passport', '2026-03-09'))).toEqual(['NO_TRAVEL_DOCUMENT']);
  });

  it('is for a child both parents, the surviving one, or a court', () => {
    const mine = paper('passport');
    const parent = paper('parent_authorisation');
    expect(gaps('minor', mine)).toEqual(['NO_AUTHORISATION']);
    expect(gaps('minor', mine, parent)).toEqual(['SECOND_PARENT']);
    expect(gaps('minor', mine, paper('parent_death'))).toEqual(['NO_AUTHORISATION']);
    expect(gaps('minor', mine, parent, parent)).toEqual([]);
    expect(gaps('minor', mine, parent, paper('parent_death'))).toEqual([]);
    expect(gaps('minor', mine, paper('court_order'))).toEqual([]);
  });

  it('is for whoever is ill also a physician’s word and somebody at their side', () => {
    expect(gaps('medical', paper('passport'))).toEqual(['NO_MEDICAL_CLEARANCE', 'NO_ESCORT']);
    const ready = [paper('passport'), paper('medical_clearance', '2026-03-12'), paper('escort')];
    expect(gaps('medical', ...ready)).toEqual([]);
  });
});
