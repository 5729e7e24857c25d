import { at, contact, facts } from '../../../../test/factories/detention-facts';
import { detentionChecklist } from './checklist';
import type { DetentionFacts } from './detention-facts';

const context = { hasLawyer: false, hasCharges: true, identityVerified: false };
const steps = (changes: Partial<DetentionFacts> = {}) =>
  detentionChecklist(facts(changes), context);
const unmet = (changes: Partial<DetentionFacts> = {}) =>
  steps(changes)
    .filter((s) => s.required && !s.done)
    .map((s) => s.code);
const ended = [
  ...facts().stages,
  { id: 's2', stage: 'released' as const, occurredAt: at('2026-04-01T10:00:00Z'), replaces: null },
];
const note = {
  id: 'n1',
  contactId: null,
  followsId: null,
  sentAt: at('2026-03-03T10:00:00Z'),
  repliedAt: null,
  explainedAt: null,
};
const allegation = {
  id: 'm',
  reportedAt: at('2026-03-03T10:00:00Z'),
  consulInformedAt: null,
  headquartersInformedAt: null,
  assessedAt: null,
  conclusion: null,
};

describe('the checklist of a detention', () => {
  it('lists the work in its order and ticks what is done', () => {
    const done = (changes: Partial<DetentionFacts>) =>
      steps(changes).flatMap((s) => (s.done ? [s.code] : []));
    expect(done({})).toEqual(['visit_wish', 'charges_known']);
    expect(done({ contacts: [contact('v', '2026-03-03T10:00:00Z')] })).toEqual([
      'first_contact',
      'visit_wish',
      'first_visit',
      'charges_known',
    ]);
  });

  it('asks to tell the family only when the person wishes it', () => {
    expect(steps().map((s) => s.code)).not.toContain('family_notified');
    const wish = {
      id: 'w3',
      subject: 'family' as const,
      wish: 'yes' as const,
      occurredAt: at('2026-03-03T10:00:00Z'),
    };
    expect(steps({ wishes: [wish] }).map((s) => s.code)).toContain('family_notified');
  });
});

describe('closing a detention', () => {
  it('waits for its end', () => {
    expect(unmet()).toEqual(['closing_stage']);
    expect(unmet({ stages: ended })).toEqual([]);
  });

  it('waits for every note verbale to be answered, insisted upon or explained', () => {
    expect(unmet({ stages: ended, notesVerbales: [note] })).toEqual(['notes_verbales_answered']);
    const replied = { ...note, repliedAt: at('2026-03-05T10:00:00Z') };
    expect(unmet({ stages: ended, notesVerbales: [replied] })).toEqual([]);
    const explained = {
      ...note,
      id: 'n2',
      followsId: 'n1',
      explainedAt: at('2026-03-25T10:00:00Z'),
    };
    expect(unmet({ stages: ended, notesVerbales: [note, explained] })).toEqual([]);
  });

  it('waits for every allegation to be assessed and every expulsion to be reviewed', () => {
    expect(unmet({ stages: ended, allegations: [allegation] })).toEqual(['mistreatment_assessed']);
    const assessed = {
      ...allegation,
      assessedAt: at('2026-03-05T10:00:00Z'),
      conclusion: 'unfounded' as const,
    };
    expect(unmet({ stages: ended, allegations: [assessed] })).toEqual([]);
    const expulsion = { id: 'e', notifiedAt: at('2026-03-03T10:00:00Z'), reviews: [] };
    expect(unmet({ stages: ended, expulsions: [expulsion] })).toEqual(['expulsions_reviewed']);
  });
});
