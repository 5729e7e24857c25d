import { at } from '../../../../test/factories/detention-facts';
import { CLOSING_STAGES, OPEN_STAGES, STAGES, STAGE_TRANSITIONS, type Stage } from './stage';
import { checkStage, stageAt, type StageFact } from './stage-history';

/** Stages at which a detention may be logged. */
const reachableFrom = (start: readonly Stage[]): Set<Stage> => {
  const seen = new Set<Stage>(start);
  const queue = [...start];
  for (let stage = queue.pop(); stage; stage = queue.pop()) {
    for (const next of STAGE_TRANSITIONS[stage]) {
      if (!seen.has(next)) queue.push(next);
      seen.add(next);
    }
  }
  return seen;
};

describe('stage transitions', () => {
  it('reach every stage from an arrest or an immigration detention', () => {
    expect([...reachableFrom(['arrested', 'immigration_detention'])].sort()).toEqual(
      [...STAGES].sort(),
    );
  });

  it.each(OPEN_STAGES)('lead from %s to an end of the detention', (stage) => {
    expect(
      [...reachableFrom([stage])].some((s) => (CLOSING_STAGES as readonly Stage[]).includes(s)),
    ).toBe(true);
  });

  it('trap nobody: only what ends the host State’s hold for good leads nowhere', () => {
    const ends = STAGES.filter((stage) => STAGE_TRANSITIONS[stage].length === 0);
    expect(ends).toEqual(['expelled', 'deported', 'transferred_to_peru', 'died_in_custody']);
  });

  it('never lead from a stage to itself or name one twice', () => {
    for (const stage of STAGES) {
      const next: readonly Stage[] = STAGE_TRANSITIONS[stage];
      expect(next).not.toContain(stage);
      expect(new Set(next).size).toBe(next.length);
    }
  });
});

describe('stage history', () => {
  const fact = (
    id: string,
    stage: Stage,
    occurredAt: string,
    replaces: string | null = null,
  ): StageFact => ({
    id,
    stage,
    occurredAt: at(occurredAt),
    replaces,
  });
  const history = [
    fact('a', 'arrested', '2026-03-01T10:00:00Z'),
    fact('b', 'sentenced', '2026-06-01T10:00:00Z'),
  ];

  it('gives the stage of any instant, the first one before its beginning', () => {
    expect(stageAt(history, at('2026-02-01T00:00:00Z'))).toBe('arrested');
    expect(stageAt(history, at('2026-05-31T00:00:00Z'))).toBe('arrested');
    expect(stageAt(history, at('2026-06-01T10:00:00Z'))).toBe('sentenced');
    expect(stageAt(history)).toBe('sentenced');
  });

  it('admits a late entry between two stages that both allow it', () => {
    expect(checkStage(history, fact('c', 'on_trial', '2026-05-01T10:00:00Z')).violations).toEqual(
      [],
    );
  });

  it('refuses an entry that its neighbour could not follow', () => {
    expect(checkStage(history, fact('c', 'released', '2026-05-01T10:00:00Z'))).toEqual({
      violations: [{ path: 'stage', code: 'STAGE_DOES_NOT_FOLLOW' }],
      from: 'arrested',
    });
  });

  it('lets a correction replace an entry made by mistake', () => {
    const correction = fact('c', 'suspended_sentence', '2026-06-01T10:00:00Z', 'b');
    expect(checkStage(history, correction).violations).toEqual([]);
    expect(stageAt([...history, correction])).toBe('suspended_sentence');
  });

  it('refuses to replace what does not stand', () => {
    expect(
      checkStage(history, fact('c', 'on_trial', '2026-06-01T10:00:00Z', 'x')).violations,
    ).toEqual([{ path: 'replaces', code: 'STAGE_NOT_IN_HISTORY' }]);
  });
});
