import { REPATRIATION_TYPES } from './repatriation-type';
import { templatesSchema } from './template';

const step = (code: string, after: string[] = []) => ({
  code,
  label: { es: 'Paso', en: 'Step' },
  mandatory: true,
  days: 1,
  after,
  ownerRole: 'officer',
  documents: [],
});
const withPlan = (...steps: object[]) =>
  templatesSchema.safeParse(
    Object.fromEntries(
      REPATRIATION_TYPES.map((type) => [type, type === 'medical' ? steps : [step('a')]]),
    ),
  );
const fault = (...steps: object[]) => withPlan(...steps).error?.issues[0]?.message;

describe('the templates of plans', () => {
  it('are refused when they turn in a circle, name a step that is not there, or one twice', () => {
    expect(withPlan(step('a'), step('b', ['a'])).success).toBe(true);
    expect(fault(step('a', ['b']), step('b', ['a']))).toBe('STEP_CYCLE');
    expect(fault(step('a', ['z']))).toBe('UNKNOWN_STEP');
    expect(fault(step('a'), step('a'))).toBe('REPEATED_STEP');
  });

  it('are refused without a type', () => {
    expect(templatesSchema.safeParse({}).success).toBe(false);
  });
});
