import { newId } from '../../../src/platform/ids';
import { openCase } from '../../factories/open-cases';
import type { TestApp } from '../../support/app';
import { verifying } from './verifying';

describe('verify, of cases and their version of the catalogue', () => {
  let t: TestApp;
  const { run, broken, sql } = verifying((app) => {
    t = app;
  });

  const opened = async (changes: object = {}) =>
    openCase(await t.as('oficial.mad'), t.staff.posts['MAD']!, {
      family: 'maritime',
      type: 'crew_assistance',
      values: { vessel: 'Kon Tiki II', flag: 'PA', peruvians: 4 },
      ...changes,
    });
  const answer = (caseId: string, field: string, value: unknown, tier = 'standard') => {
    const id = newId();
    const put = `INSERT INTO case_answers (id, case_id, field, value, tier) VALUES ($1, $2, $3, $4, $5)`;
    return [
      () => sql(put, [id, caseId, field, JSON.stringify(value), tier]),
      () => sql('DELETE FROM case_answers WHERE id = $1', [id]),
    ] as const;
  };

  it('are sound as an officer leaves them', async () => {
    const id = await opened();
    const officer = await t.as('oficial.mad');
    await officer.post(`/cases/${id}/actions`, { action: 'call' });
    const { checklist } = (await officer.get(`/cases/${id}`)).body;
    const step = checklist.find(({ markable }: { markable: boolean }) => markable);
    const marked = await officer.post(`/cases/${id}/checklist-marks`, {
      item: step.code,
      done: true,
    });
    expect([marked.status, (await run()).code]).toEqual([201, 0]);
  });

  it.each([
    ['of a field that it does not have', 'no_such_field', 'x', 'standard'],
    ['in a form that the field does not have', 'flag', 7, 'standard'],
    ['beyond the limits of the field', 'peruvians', -1, 'standard'],
    ['that other readers see than the field says', 'vessel', { clear: 'x' }, 'restricted'],
  ])('are counted with an answer %s', async (_, field, value, tier) => {
    const [put, takeAway] = answer(await opened(), field, value, tier);
    expect(await broken(put, takeAway)).toEqual({ answers_refused_by_their_catalogue: 1 });
  });

  it('are counted with an answer that the other answers make needless', async () => {
    const id = await opened({
      family: 'health',
      type: 'hospitalisation',
      values: { care_setting: 'home' },
    });
    const [put, takeAway] = answer(id, 'facility', { clear: 'Hospital La Paz' });
    expect(await broken(put, takeAway)).toEqual({ answers_refused_by_their_catalogue: 1 });
  });

  it('are counted when their version does not know their type', async () => {
    const id = await opened();
    const typed = (type: string) => () =>
      sql('UPDATE cases SET type = $2 WHERE id = $1', [id, type]);
    const found = await broken(typed('castaway'), typed('crew_assistance'));
    expect(found).toMatchObject({ cases_unknown_to_their_catalogue: 1 });
  });

  it('are counted when a mark is on no step of theirs, and an act has no name', async () => {
    const id = await opened();
    const found = await broken(
      async () => {
        await sql(
          `INSERT INTO checklist_marks (id, case_id, item, done, occurred_at) VALUES ($1, $2, 'no_such_step', true, now())`,
          [newId(), id],
        );
        await sql(
          `INSERT INTO case_actions (id, case_id, action, occurred_at, tier) VALUES ($1, $2, 'no_such_act', '2026-03-02Z', 'standard')`,
          [newId(), id],
        );
      },
      async () => {
        await sql(`DELETE FROM checklist_marks WHERE item = 'no_such_step'`);
        await sql(`DELETE FROM case_actions WHERE action = 'no_such_act'`);
      },
    );
    expect(found).toEqual({ steps_unknown_to_their_catalogue: 2 });
  });
});
