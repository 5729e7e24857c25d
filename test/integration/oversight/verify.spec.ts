import { newId } from '../../../src/platform/ids';
import { storeCase } from '../../factories/stored-case';
import type { TestApp } from '../../support/app';
import { verifying } from './verifying';

const DUE = '2026-03-20T22:00:00Z';

describe('verify', () => {
  let t: TestApp;
  let post: string;
  const { run, broken, sql, logged } = verifying((app, madrid) => {
    t = app;
    post = madrid;
  });

  it('finds nothing wrong with what the product itself wrote', async () => {
    await logged();
    await logged();
    expect(await run()).toEqual({
      code: 0,
      violations: {
        ledger_transactions_unbalanced: 0,
        balances_differing_from_entries: 0,
        balances_below_zero: 0,
        purses_unlike_their_aid: 0,
        advances_over_an_overdue_one: 0,
        aid_signed_twice: 0,
        open_cases_without_open_obligation: 0,
        sealed_without_their_key: 0,
        clear_text_in_sealed_files: 0,
        sealed_text_in_ordinary_files: 0,
        emergency_entries_unwatched: 0,
        barred_staff_in_circles: 0,
        due_reminders_unsent: 0,
        reminders_sent_twice: 0,
        gaps_in_numbers: 0,
        files_without_issued_number: 0,
        issued_numbers_without_case: 0,
        numbers_betraying_a_tier: 0,
        accepted_transfers_elsewhere: 0,
        cases_transferred_twice_at_once: 0,
        pending_transfers_astray: 0,
        open_obligations_at_another_post: 0,
        debts_unlike_their_entries: 0,
        disclosures_without_standing_consent: 0,
        families_told_without_wish: 0,
        assessments_altered_after_signing: 0,
        cases_unknown_to_their_catalogue: 0,
        steps_unknown_to_their_catalogue: 0,
        answers_refused_by_their_catalogue: 0,
        merges_in_a_ring: 0,
        records_merged_twice: 0,
        records_standing_for_a_duplicate: 0,
        merged_records_without_history: 0,
        merges_untold_in_cases: 0,
        papers_without_their_file: 0,
        audit_chain: 0,
        documents_without_file: 0,
        files_without_document: 0,
        documents_differing_from_their_hash: 0,
        shown_dates_differing_from_events: 0,
        rows_visible_outside_scope: 0,
      },
    });
  });

  it('counts open cases that nobody would remember', async () => {
    const id = await logged();
    const found = await broken(
      () => sql(`UPDATE obligations SET status = 'excused' WHERE case_id = $1`, [id]),
      () => sql(`UPDATE obligations SET status = 'open' WHERE case_id = $1`, [id]),
    );
    expect(found).toEqual({ open_cases_without_open_obligation: 1 });
  });

  describe('files between posts', () => {
    const transfer = (id: string, state: string, from: string, to: string, at = '2026-03-02Z') =>
      sql(
        `INSERT INTO case_transfers (id, case_id, from_post_id, to_post_id, state, reason, requested_at, decided_at, decision_note)
         VALUES (uuidv7(), $1, $3, $4, $2, '{"clear": "x"}', $5, CASE WHEN $2 = 'pending' THEN NULL ELSE $5::timestamptz END, NULL)`,
        [id, state, t.staff.posts[from], t.staff.posts[to], at],
      );
    const forget = () => sql('DELETE FROM case_transfers');

    it('counts an acceptance that did not bring the file, and one that a later one explains not', async () => {
      const id = await logged();
      const found = await broken(() => transfer(id, 'accepted', 'MAD', 'PAT'), forget);
      expect(found).toEqual({ accepted_transfers_elsewhere: 1 });
      await transfer(id, 'accepted', 'MAD', 'PAT', '2026-03-02Z');
      await transfer(id, 'accepted', 'PAT', 'MAD', '2026-03-03Z');
      expect((await run()).code).toBe(0);
      await forget();
    });

    it('counts a file offered twice at once, and one offered from where it is not', async () => {
      const id = await logged();
      const found = await broken(
        async () => {
          await sql('DROP INDEX case_transfers_one_pending_key');
          await transfer(id, 'pending', 'MAD', 'PAT');
          await transfer(id, 'pending', 'BUE', 'PAT');
        },
        async () => {
          await forget();
          await sql(
            `CREATE UNIQUE INDEX case_transfers_one_pending_key ON case_transfers (case_id) WHERE state = 'pending'`,
          );
        },
      );
      expect(found).toMatchObject({
        cases_transferred_twice_at_once: 1,
        pending_transfers_astray: 1,
      });
    });

    it('counts clocks that run at another post', async () => {
      const id = await logged();
      const at = (code: string) =>
        sql(`UPDATE obligations SET post_id = $2 WHERE case_id = $1 AND kind = 'first_visit'`, [
          id,
          t.staff.posts[code],
        ]);
      const found = await broken(
        () => at('PAT'),
        () => at('MAD'),
      );
      expect(found).toEqual({ open_obligations_at_another_post: 1 });
    });
  });

  it('counts due reminders that did not go out', async () => {
    const id = await logged();
    const found = await broken(
      () =>
        sql(
          `UPDATE reminders SET send_at = '2026-03-02T08:30:00Z' WHERE case_id = $1 AND rung = 'officer_at_half'`,
          [id],
        ),
      () =>
        sql(`UPDATE reminders SET state = 'void' WHERE case_id = $1 AND rung = 'officer_at_half'`, [
          id,
        ]),
    );
    expect(found).toEqual({ due_reminders_unsent: 2 });
  });

  it('gives a due reminder the time that a queue takes', async () => {
    const id = await logged();
    await sql(
      `UPDATE reminders SET send_at = '2026-03-02T08:50:00Z' WHERE case_id = $1 AND rung = 'officer_at_half'`,
      [id],
    );
    expect((await run()).violations).toMatchObject({ due_reminders_unsent: 0 });
  });

  it('counts reminders that reached someone twice', async () => {
    const account = t.staff.accounts['oficial.mad'];
    const reminder = newId();
    const notice = (key: string) =>
      sql(
        `INSERT INTO notices (id, account_id, kind, reminder_id, data, key, digestible, created_at)
         VALUES ($1, $2, 'duty_due', $3, '{}', $4, false, now())`,
        [newId(), account, reminder, key],
      );
    const found = await broken(
      async () => {
        await notice('first');
        await notice('second');
        await notice('third');
      },
      () => sql('DELETE FROM notices WHERE reminder_id = $1', [reminder]),
    );
    expect(found).toEqual({ reminders_sent_twice: 2 });
  });

  it('counts numbers that were skipped, and files that lost theirs', async () => {
    const last = `post_id = '${post}' AND kind = 'CASE'`;
    expect(
      await broken(
        () => sql(`UPDATE number_series SET last_n = last_n + 3 WHERE ${last}`),
        () => sql(`UPDATE number_series SET last_n = last_n - 3 WHERE ${last}`),
      ),
    ).toEqual({ gaps_in_numbers: 3 });
    const taken = await sql(`SELECT year, recorded_at FROM issued_numbers WHERE ${last} AND n = 1`);
    expect(
      await broken(
        () => sql(`DELETE FROM issued_numbers WHERE ${last} AND n = 1`),
        () =>
          sql(`INSERT INTO issued_numbers (post_id, year, kind, n) VALUES ($1, $2, 'CASE', 1)`, [
            post,
            taken.rows[0].year,
          ]),
      ),
    ).toEqual({ gaps_in_numbers: 1, files_without_issued_number: 1 });
  });

  it('counts issued numbers that no file bears', async () => {
    const { rows } = await sql(`SELECT id, reference FROM cases WHERE post_id = $1 LIMIT 1`, [
      post,
    ]);
    expect(
      await broken(
        () => sql(`UPDATE cases SET reference = 'S-0123ABCD' WHERE id = $1`, [rows[0].id]),
        () => sql(`UPDATE cases SET reference = $2 WHERE id = $1`, [rows[0].id, rows[0].reference]),
      ),
    ).toEqual({ issued_numbers_without_case: 1, numbers_betraying_a_tier: 1 });
  });

  it('counts dates that no longer follow from the events', async () => {
    const id = await logged();
    const { rows } = await sql('SELECT next_visit_at FROM cases WHERE id = $1', [id]);
    expect(
      await broken(
        () => sql('UPDATE cases SET next_visit_at = $2 WHERE id = $1', [id, DUE]),
        () => sql('UPDATE cases SET next_visit_at = $2 WHERE id = $1', [id, rows[0].next_visit_at]),
      ),
    ).toEqual({ shown_dates_differing_from_events: 1 });
    expect(
      await broken(
        () => sql(`UPDATE cases SET last_visit_at = '2026-03-01Z' WHERE id = $1`, [id]),
        () => sql('UPDATE cases SET last_visit_at = NULL WHERE id = $1', [id]),
      ),
    ).toEqual({ shown_dates_differing_from_events: 1 });
  });

  describe('rows outside the scope of a reader', () => {
    it.each([
      ['a file', 'cases'],
      ['a part of a file', 'timeline_entries'],
      ['an account', 'accounts'],
    ])('are counted when a policy shows %s to everyone', async (_, table) => {
      const found = await broken(
        () => sql(`CREATE POLICY leak ON ${table} FOR SELECT TO amparo_app USING (true)`),
        () => sql(`DROP POLICY leak ON ${table}`),
      );
      expect(Object.keys(found)).toEqual(['rows_visible_outside_scope']);
    });

    it('are counted when a role reaches too far', async () => {
      const found = await broken(
        () =>
          sql(
            `UPDATE role_scopes SET reads_world = true, reads_restricted = true WHERE role = 'guardian'`,
          ),
        () =>
          sql(
            `UPDATE role_scopes SET reads_world = false, reads_restricted = false WHERE role = 'guardian'`,
          ),
      );
      expect(Object.keys(found)).toEqual(['rows_visible_outside_scope']);
    });

    it('are counted when a restricted part is shown to those who see its file', async () => {
      const id = await logged();
      const entry = newId();
      await sql(
        `INSERT INTO timeline_entries (id, case_id, kind, occurred_at, tier, data)
         VALUES ($1, $2, 'note.added', now(), 'restricted', '{"text": null}')`,
        [entry, id],
      );
      expect((await run()).violations).toMatchObject({ rows_visible_outside_scope: 0 });
      const found = await broken(
        () =>
          sql(`CREATE POLICY leak ON timeline_entries FOR SELECT TO amparo_app
                 USING (EXISTS (SELECT 1 FROM cases c WHERE c.id = case_id))`),
        () => sql('DROP POLICY leak ON timeline_entries'),
      );
      expect(Object.keys(found)).toEqual(['rows_visible_outside_scope']);
      await sql('DELETE FROM timeline_entries WHERE id = $1', [entry]);
    });

    it('are not those that a file shows to its own circle', async () => {
      const id = await storeCase(t.owner, {
        post,
        tier: 'sealed',
        circle: [t.staff.accounts['honorario.ros']!],
      });
      const { violations } = await run();
      expect(violations).toMatchObject({ rows_visible_outside_scope: 0 });
      await sql('DELETE FROM case_members WHERE case_id = $1', [id]);
      await sql('DELETE FROM detentions WHERE case_id = $1', [id]);
      await sql('DELETE FROM cases WHERE id = $1', [id]);
    });
  });

  describe('the chain of the audit', () => {
    it('is broken by an entry that was changed after it was linked', async () => {
      const { rows } = await sql('SELECT entry_id FROM audit_links ORDER BY seq LIMIT 1');
      expect(
        await broken(
          () =>
            sql(`UPDATE audit_entries SET action = 'case.forged' WHERE id = $1`, [
              rows[0].entry_id,
            ]),
          () => sql('DELETE FROM audit_links'),
        ),
      ).toEqual({ audit_chain: 1 });
    });
  });
});
