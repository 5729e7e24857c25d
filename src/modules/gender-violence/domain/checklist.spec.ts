import fc from 'fast-check';
import { at } from '../../../../test/factories/detention-facts';
import {
  anyFacts,
  OPENED,
  violenceFacts as facts,
} from '../../../../test/factories/violence-facts';
import { lastAssessment, mayCloseByRisk, violenceChecklist } from './checklist';

describe('the guided steps', () => {
  const nothing = {
    safeContact: false,
    incidents: 0,
    safetyPlan: false,
    services: [],
    outcomes: 0,
    acceptedAssessments: [],
  };

  it('begin with how to reach the person, then with how much danger there is', () => {
    const steps = violenceChecklist(facts(), nothing).map(({ code }) => code);
    expect(steps.slice(0, 3)).toEqual(['safe_contact_arranged', 'first_contact', 'risk_assessed']);
  });

  it('let a case close at low or moderate risk, or with a reason for the last assessment', () => {
    fc.assert(
      fc.property(anyFacts, fc.boolean(), (f, explained) => {
        const last = lastAssessment(f);
        const accepted = explained && last ? [last.id] : [];
        const steps = violenceChecklist(f, { ...nothing, acceptedAssessments: accepted });
        const step = steps.find(({ code }) => code === 'risk_low_or_explained')!;
        expect(step.required).toBe(true);
        expect(step.done).toBe(
          last !== null && (['low', 'moderate'].includes(last.level) || explained),
        );
        expect(step.done).toBe(mayCloseByRisk(last, accepted));
      }),
    );
  });

  it('want the help given, and the follow-up of a return', () => {
    const back = facts({
      returns: [{ id: 'r', returnedAt: at(OPENED), followUps: [] }],
    });
    const required = violenceChecklist(back, nothing).filter((s) => s.required && !s.done);
    expect(required.map(({ code }) => code)).toEqual([
      'return_followed_up',
      'risk_low_or_explained',
      'assistance_recorded',
    ]);
  });
});
