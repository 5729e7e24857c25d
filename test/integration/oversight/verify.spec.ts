import { verify } from '../../../src/modules/oversight';
import { AuditChain } from '../../../src/platform/audit/audit-chain';
import { newId } from '../../../src/platform/ids';
import { storeCase } from '../../factories/stored-case';
import { createTestApp, type TestApp } from '../../support/app';

const DUE = '2026-03-20T22:00:00Z';

describe('verify', () => {
  let t: TestApp;
  let post: string;
  beforeAll(async () => {
    t = await createTestApp();
    post = t.staff.posts['MAD']!;
  });
  afterAll(() => t.close());

  /** What `verify` prints, by invariant, and its exit code. */
  async function run(): Promise<{ code: number; violations: Record<string, number> }> {
    await t.app.get(AuditChain, { strict: false }).link();
    const lines: string[] = [];
    const code = await verify(t.app, (line) => lines.push(line));
    const printed = lines.map(
      (line) => JSON.parse(line) as { invariant: string; violations: number },
    );
    return {
      code,
      violations: Object.fromEntries(
        printed.map(({ invariant, violations }) => [invariant, violations]),
      ),
    };
  }

  /** Runs `verify` while `break` holds; `mend` puts everything back. */
  async function broken(breakIt: () => Promise<unknown>, mend: () => Promise<unknown>) {
    await breakIt();
    try {
      const { code, violations } = await run();
      expect(code).toBe(1);
      return Object.fromEntries(Object.entries(violations).filter(([, n]) => n > 0));
    } finally {
      await mend();
    }
  }

  const sql = (text: string, values: unknown[] = []) => t.owner.query(text, values);

  /** A detention logged as an officer logs it: numbered, with its duties and reminders. */
  async function logged(): Promise<string> {
    const answer = await (
      await t.as('oficial.mad')
    ).post('/detentions', {
      postId: post,
      person: { givenNames: 'Inventada', firstSurname: 'Quispe', sex: 2 },
      type: 'criminal_detention',
      intakeChannel: 'relative',
      postNotifiedAt: '2026-03-02T08:00:00Z',
      noticeChannel: 'family',
      visitWish: 'yes',
      familyWish: 'not_asked',
      country: 'ES',
      stage: 'arrested',
    });
    expect(answer.status).toBe(201);
    return answer.body.id as string;
  }

  it('finds nothing wrong with what the product itself wrote', async () => {
    await logged();
    await logged();
    expect(await run()).toEqual({
      code: 0,
      violations: {
        open_cases_without_open_obligation: 0,
        due_reminders_unsent: 0,
        reminders_sent_twice: 0,
        gaps_in_numbers: 0,
        files_without_issued_number: 0,
        issued_numbers_without_case: 0,
        disclosures_without_standing_consent: 0,
        papers_without_their_file: 0,
        audit_chain: 0,
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
    ).toEqual({ issued_numbers_without_case: 1 });
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

  it('counts disclosures that rested on a consent not in force then', async () => {
    const id = await logged();
    const officer = await t.as('oficial.mad');
    const personId = (await officer.get(`/cases/${id}`)).body.personId;
    const shared = {
      personId,
      purpose: 'legal_defence',
      recipient: { kind: 'ngo', name: 'Red de apoyo' },
      categories: ['identity'],
    };
    const given = await officer.post(`/cases/${id}/consents`, {
      ...shared,
      decision: 'granted',
      givenBy: 'person',
      form: 'signed',
    });
    const answer = await officer.post(`/cases/${id}/disclosures`, {
      ...shared,
      ground: 'consent',
      channel: 'email',
    });
    expect(answer.status).toBe(201);
    const found = await broken(
      () =>
        sql(
          `INSERT INTO consent_withdrawals (consent_id, case_id, withdrawn_at, asked_by, form)
           SELECT consent_id, case_id, occurred_at, 'person', 'verbal' FROM disclosures WHERE id = $1`,
          [answer.body.id],
        ),
      () => sql('DELETE FROM consent_withdrawals WHERE consent_id = $1', [given.body.id]),
    );
    expect(found).toEqual({ disclosures_without_standing_consent: 1 });
  });

  it('counts papers whose file is not the one that was issued', async () => {
    const officer = await t.as('oficial.mad');
    const drafted = await officer.post(`/cases/${await logged()}/papers`, { kind: 'consent_form' });
    const { id } = drafted.body as { id: string };
    const { body: page } = await officer.get(`/papers/${id}`);
    const codes = page.fields as { code: string }[];
    const values = Object.fromEntries(codes.map(({ code }) => [code, 'Texto']));
    await officer.patch(`/papers/${id}`, { values }, { 'if-match': '"1"' });
    const issued = await officer.post(`/papers/${id}/issue`, undefined, { 'if-match': '"2"' });
    expect(issued.status).toBe(200);
    const kept = await sql('SELECT content FROM paper_files WHERE paper_id = $1', [id]);
    const restore = [id, kept.rows[0].content];
    const altered = await broken(
      () => sql(`UPDATE paper_files SET content = content || '\\x20' WHERE paper_id = $1`, [id]),
      () => sql('UPDATE paper_files SET content = $2 WHERE paper_id = $1', restore),
    );
    expect(altered).toEqual({ papers_without_their_file: 1 });
    const lost = await broken(
      () => sql('DELETE FROM paper_files WHERE paper_id = $1', [id]),
      () => sql('INSERT INTO paper_files (paper_id, content) VALUES ($1, $2)', restore),
    );
    expect(lost).toEqual({ papers_without_their_file: 1 });
  });
});
