import { newId } from '../../../src/platform/ids';
import type { TestApp } from '../../support/app';
import { verifying } from './verifying';

describe('verify, of sealed cases', () => {
  let t: TestApp;
  const { run, broken, sql, logged } = verifying((app) => {
    t = app;
  });
  let caseId: string;
  let personId: string;

  it('finds nothing in a case that was sealed as it should', async () => {
    caseId = await logged();
    const officer = await t.as('oficial.mad');
    const { version } = (await officer.get(`/cases/${caseId}/circle`)).body;
    const sealed = await officer.post(
      `/cases/${caseId}/tier`,
      { tier: 'sealed', reason: 'Riesgo' },
      { 'if-match': `"${version}"` },
    );
    expect(sealed.status).toBe(200);
    personId = (await officer.get(`/cases/${caseId}`)).body.personId;
    expect((await run()).code).toBe(0);
  });

  it('counts a sealed case, or person, without its key', async () => {
    const found = await broken(
      () => sql('UPDATE data_keys SET retired_at = now()'),
      () => sql('UPDATE data_keys SET retired_at = NULL'),
    );
    expect(found).toEqual({ sealed_without_their_key: 2 });
  });

  it('counts readable text in it, which only its owner could put there', async () => {
    const withoutGuard = async (table: string, text: string, values: unknown[]) => {
      await sql(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      await sql(text, values);
      await sql(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    };
    const entry = newId();
    const found = await broken(
      () =>
        withoutGuard(
          'timeline_entries',
          `INSERT INTO timeline_entries (id, case_id, kind, occurred_at, tier, data)
           VALUES ($1, $2, 'note.added', now(), 'standard', '{"text": {"clear": "x"}}')`,
          [entry, caseId],
        ),
      () => sql('DELETE FROM timeline_entries WHERE id = $1', [entry]),
    );
    expect(found).toEqual({ clear_text_in_sealed_files: 1 });
    const { rows } = await sql('SELECT given_names FROM persons WHERE id = $1', [personId]);
    const named = await broken(
      () =>
        withoutGuard('persons', `UPDATE persons SET given_names = 'Ana' WHERE id = $1`, [personId]),
      () =>
        withoutGuard('persons', 'UPDATE persons SET given_names = $2 WHERE id = $1', [
          ...[personId, rows[0].given_names],
        ]),
    );
    expect(named).toEqual({ clear_text_in_sealed_files: 1 });
  });

  it('counts sealed text in an ordinary case', async () => {
    const open = await logged();
    const sealed = JSON.stringify({ sealed: { key: newId(), iv: 'x', tag: 'x', data: 'x' } });
    const found = await broken(
      () => sql('UPDATE cases SET summary = $2 WHERE id = $1', [open, sealed]),
      () => sql('UPDATE cases SET summary = NULL WHERE id = $1', [open]),
    );
    expect(found).toEqual({ sealed_text_in_ordinary_files: 1 });
  });

  it('counts barred staff in the circle, and an entry that no duty watches', async () => {
    const account = t.staff.accounts['oficial.mad'];
    const bar = newId();
    const inside = await broken(
      () =>
        sql(
          `INSERT INTO case_bars (id, case_id, account_id, ground) VALUES ($1, $2, $3, 'related_to_victim')`,
          [...[bar, caseId, account]],
        ),
      () => sql('DELETE FROM case_bars WHERE id = $1', [bar]),
    );
    expect(inside).toEqual({ barred_staff_in_circles: 1 });
    const request = newId();
    const unwatched = await broken(
      () =>
        sql(
          `INSERT INTO break_glass_requests (id, account_id, reference, reason, state, requested_at, case_id,
             decided_by, decided_at, until)
           VALUES ($1, $2, 'S-00000000', '{"sealed": {}}', 'admitted', '2026-01-01Z', $3, $4, '2026-01-01Z', '2026-01-01T01:00Z')`,
          [request, t.staff.accounts['oficial.pat'], caseId, t.staff.accounts['guardian']],
        ),
      () => sql('DELETE FROM break_glass_requests WHERE id = $1', [request]),
    );
    expect(unwatched).toMatchObject({ emergency_entries_unwatched: 1 });
  });
});
