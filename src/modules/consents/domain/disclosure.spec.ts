import { checkDisclosure, type DisclosureFacts } from './disclosure';

const facts = (more: Partial<DisclosureFacts> = {}): DisclosureFacts => ({
  recipient: { kind: 'peruvian_authority' },
  categories: ['identity'],
  ground: 'public_function',
  legalBasis: 'RC art. 76',
  crossBorder: false,
  country: null,
  safeguards: null,
  ...more,
});

describe('a disclosure before it is written down', () => {
  it('rests on public function towards a Peruvian body, with its norm', () => {
    expect(checkDisclosure(facts())).toEqual([]);
  });

  it.each<[string, Partial<DisclosureFacts>, string]>([
    ['a ground without its basis', { legalBasis: '  ' }, 'BASIS_NEEDED'],
    [
      'public function towards family',
      { recipient: { kind: 'family' } },
      'GROUND_NOT_FOR_RECIPIENT',
    ],
    [
      'a recorded wish towards a lawyer',
      { ground: 'recorded_wish', recipient: { kind: 'lawyer' } },
      'GROUND_NOT_FOR_RECIPIENT',
    ],
    [
      'a recorded wish for health',
      { ground: 'recorded_wish', recipient: { kind: 'family' }, categories: ['health'] },
      'GROUND_NOT_FOR_SENSITIVE',
    ],
    ['public function for health', { categories: ['health'] }, 'GROUND_NOT_FOR_SENSITIVE'],
    [
      'the press by court order',
      { recipient: { kind: 'press' }, ground: 'court_order' },
      'PRESS_NEEDS_CONSENT',
    ],
    ['nothing', { categories: [] }, 'NOTHING_DISCLOSED'],
    [
      'a border without a country',
      { crossBorder: true, safeguards: 'none_known' },
      'COUNTRY_NEEDED',
    ],
    ['a border without safeguards', { crossBorder: true, country: 'ES' }, 'SAFEGUARDS_NEEDED'],
    ['safeguards without a border', { safeguards: 'none_known' }, 'NOT_CROSS_BORDER'],
    [
      'two recipients in one',
      { recipient: { kind: 'peruvian_authority', personId: 'p', name: 'n' } },
      'ONE_RECIPIENT',
    ],
  ])('refuses %s', (_, more, code) => {
    expect(checkDisclosure(facts(more)).map((refusal) => refusal.code)).toEqual([code]);
  });
});
