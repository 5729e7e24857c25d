import { Temporal } from '@js-temporal/polyfill';
import {
  canonical,
  checkAssessment,
  isValidAt,
  type AssessmentContent,
  type SignedAssessment,
} from './assessment';

const content = (more: Partial<AssessmentContent> = {}): AssessmentContent => ({
  conclusion: 'indigence',
  circumstances: [],
  conditions: [],
  factors: [],
  monthlyIncome: null,
  incomeCurrency: null,
  dependants: null,
  housing: null,
  support: null,
  health: null,
  legalCapacity: null,
  note: null,
  ...more,
});
const at = (text: string) => Temporal.Instant.from(text);

describe('a vulnerability assessment', () => {
  it('of vulnerability names what exposes the person, once the situation was looked at', () => {
    const looked = content({ conclusion: 'vulnerability', housing: 'street' });
    expect(checkAssessment(looked)).toEqual([
      { path: 'conditions', code: 'VULNERABILITY_NEEDS_GROUND' },
    ]);
    expect(checkAssessment({ ...looked, circumstances: ['disaster'] })).toEqual([]);
    expect(checkAssessment({ ...looked, conditions: ['age'] })).toEqual([]);
    expect(checkAssessment(content({ conclusion: 'vulnerability' }))).toEqual([]);
  });

  it('gives an amount with its currency, or neither', () => {
    const amount = content({ monthlyIncome: '450.00' });
    expect(checkAssessment(amount)).toEqual([
      { path: 'incomeCurrency', code: 'AMOUNT_NEEDS_CURRENCY' },
    ]);
    expect(checkAssessment({ ...amount, incomeCurrency: 'EUR' })).toEqual([]);
  });

  it('is valid for its days, the last instant not included', () => {
    const made = at('2026-03-01T10:00:00Z');
    expect(isValidAt(made, 90, at('2026-02-28T10:00:00Z'))).toBe(false);
    expect(isValidAt(made, 90, made)).toBe(true);
    expect(isValidAt(made, 90, at('2026-05-30T09:59:59.999Z'))).toBe(true);
    expect(isValidAt(made, 90, at('2026-05-30T10:00:00Z'))).toBe(false);
  });

  it('has one canonical text in which every part counts', () => {
    const signed: SignedAssessment = {
      ...content({ note: 'Vive en la calle' }),
      caseId: 'c',
      personId: 'p',
      version: 1,
      occurredAt: '2026-03-01T10:00:00.000Z',
      signedBy: 'o',
      signedAt: '2026-03-01T10:00:00.000Z',
    };
    const altered: Partial<SignedAssessment>[] = [
      { note: 'Vive con su familia' },
      { conclusion: 'none' },
      { factors: ['pregnant'] },
      { dependants: 2 },
      { signedBy: 'x' },
      { version: 2 },
    ];
    for (const more of altered)
      expect(canonical({ ...signed, ...more })).not.toBe(canonical(signed));
  });
});
