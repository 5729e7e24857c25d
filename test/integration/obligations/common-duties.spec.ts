import { openDuty } from '../../../src/modules/obligations/domain/duty';
import { at, contactAt, openLedger, type Ledger } from './harness';

const START = '2026-03-02T09:00:00Z';

describe('duties of every case, whatever its family', () => {
  let ledger: Ledger;
  const asked = new Map<string, string>();
  const reads: (readonly string[])[] = [];

  beforeAll(async () => {
    ledger = await openLedger();
    ledger.obligations.registerForAll<string>(
      {
        name: 'test_questions',
        kinds: ['answer_question'],
        ofHeadquarters: ['answer_question'],
        plan: (anchor, _policy, calendar, zone) => [
          openDuty(
            'answer_question',
            anchor,
            at(START),
            { unit: 'hours', value: 12 },
            calendar,
            zone,
          ),
        ],
      },
      {
        load: (ids) => {
          reads.push(ids);
          return Promise.resolve(new Map([...asked].filter(([id]) => ids.includes(id))));
        },
      },
    );
  });
  afterAll(() => ledger.close());

  const open = (caseId: string) =>
    ledger.query<{ kind: string }>(
      `SELECT kind FROM obligations WHERE case_id = $1 AND status = 'open' ORDER BY due_at`,
      [caseId],
    );

  it('stand beside those of the family, and alone keep a file from being silent', async () => {
    const caseId = await ledger.openCase({ duties: [contactAt(at(START))] });
    const silent = await ledger.openCase({ duties: [] });
    asked.set(caseId, 'q1').set(silent, 'q2');
    await ledger.state(caseId, [contactAt(at(START))]);
    await ledger.state(silent, []);
    expect(await open(caseId)).toEqual([{ kind: 'answer_question' }, { kind: 'first_contact' }]);
    expect(await open(silent)).toEqual([{ kind: 'answer_question' }]);
    expect(reads.at(-1)).toEqual([silent]);
  });

  it('go to headquarters’ desk when it answers for them, at every rung', async () => {
    const caseId = await ledger.openCase({});
    asked.set(caseId, 'q3');
    await ledger.query('TRUNCATE notices, reminders, obligation_changes, obligations CASCADE');
    await ledger.state(caseId, []);
    ledger.clock.set('2026-03-02T15:00:00Z');
    expect(await ledger.remind()).toEqual(['mesa.asn officer_at_half']);
    ledger.clock.set(START);
  });

  it('refuses a planner that is registered twice', () => {
    const planner = { name: 'test_questions', kinds: [], plan: () => [] };
    expect(() =>
      ledger.obligations.registerForAll(planner, { load: () => Promise.resolve(new Map()) }),
    ).toThrow(/twice/);
  });
});
