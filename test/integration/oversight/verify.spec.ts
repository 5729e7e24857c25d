import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppConfig } from '../../../src/config';
import { verify } from '../../../src/modules/oversight';
import { AuditChain } from '../../../src/platform/audit/audit-chain';
import { Files } from '../../../src/platform/files/files';
import { newId } from '../../../src/platform/ids';
import { storePeople } from '../../factories/people';
import { storeCase } from '../../factories/stored-case';
import { pdf } from '../../factories/files';
import { createTestApp, type TestApp } from '../../support/app';
import { upload } from '../../support/upload';

const SAME = {
  givenNames: 'Juana',
  firstSurname: 'Apaza',
  secondSurname: null,
  birthDate: '1990-05-03',
};
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
        numbers_betraying_a_tier: 0,
        accepted_transfers_elsewhere: 0,
        cases_transferred_twice_at_once: 0,
        pending_transfers_astray: 0,
        open_obligations_at_another_post: 0,
        disclosures_without_standing_consent: 0,
        assessments_altered_after_signing: 0,
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

  describe('merged persons', () => {
    const persons = async (count: number) =>
      (
        await storePeople(
          t.owner,
          Array.from({ length: count }, () => SAME),
        )
      ).map(({ id }) => id);
    const merged = (person: string, survivor: string) =>
      sql(
        `INSERT INTO person_merges (id, person_id, survivor_id, reason) VALUES ($1, $2, $3, '{"clear": "x"}')`,
        [newId(), person, survivor],
      );
    const pointed = (person: string, survivor: string | null) =>
      sql('UPDATE persons SET merged_into = $2 WHERE id = $1', [person, survivor]);
    const mend = async (ids: string[]) => {
      await sql('DELETE FROM person_merges WHERE person_id = ANY ($1)', [ids]);
      await sql('UPDATE persons SET merged_into = NULL WHERE id = ANY ($1)', [ids]);
    };

    it('are counted when merges run in a ring', async () => {
      const [a, b] = (await persons(2)) as [string, string];
      const found = await broken(
        async () => {
          await merged(a, b);
          await merged(b, a);
        },
        () => mend([a, b]),
      );
      expect(found).toEqual({ merges_in_a_ring: 2 });
    });

    it('are counted when a record was merged twice', async () => {
      const [a, b, c] = (await persons(3)) as [string, string, string];
      const found = await broken(
        async () => {
          await merged(a, b);
          await merged(a, c);
          await pointed(a, b);
        },
        () => mend([a]),
      );
      expect(found).toMatchObject({ records_merged_twice: 1 });
    });

    it('are counted when one stands for a duplicate', async () => {
      const [a, b, c] = (await persons(3)) as [string, string, string];
      const found = await broken(
        async () => {
          await merged(a, b);
          await merged(b, c);
          await pointed(a, b);
          await pointed(b, c);
        },
        () => mend([a, b]),
      );
      expect(found).toEqual({
        records_standing_for_a_duplicate: 1,
        merged_records_without_history: 1,
      });
    });

    it('are counted when no history explains them, or it is not followed', async () => {
      const [a, b, c, d] = (await persons(4)) as [string, string, string, string];
      const found = await broken(
        async () => {
          await pointed(a, b);
          await merged(c, d);
        },
        () => mend([a, c]),
      );
      expect(found).toEqual({ merged_records_without_history: 2 });
    });

    it('are counted when a case was not told', async () => {
      const id = await logged();
      const { rows } = await sql('SELECT subject_person_id AS id FROM cases WHERE id = $1', [id]);
      const [survivor] = (await persons(1)) as [string];
      const found = await broken(
        async () => {
          await merged(rows[0].id, survivor);
          await pointed(rows[0].id, survivor);
        },
        () => mend([rows[0].id]),
      );
      expect(found).toEqual({ merges_untold_in_cases: 1 });
    });
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

  describe('documents and their files', () => {
    const files = () => t.app.get(Files, { strict: false });
    const root = () => t.app.get(AppConfig, { strict: false }).files.url.slice('file:'.length);
    const pathOf = (id: string) => join(root(), id.slice(-2), id);
    /** A document with its file, as an upload leaves them. */
    async function kept(): Promise<string> {
      const caseId = await logged();
      const path = `/cases/${caseId}/documents`;
      const answer = await upload(await t.as('oficial.mad'), path, pdf(), 'a.pdf', {
        kind: 'court',
      });
      const { rows } = await sql('SELECT file_id FROM document_versions WHERE id = $1', [
        answer.body.versionId,
      ]);
      return rows[0].file_id as string;
    }

    it('are sound as an upload leaves them', async () => {
      await kept();
      expect((await run()).code).toBe(0);
    });

    it('differ when a byte at rest changes, or a hash', async () => {
      const path = pathOf(await kept());
      const before = readFileSync(path);
      const changed = Buffer.from(before);
      changed[changed.length - 20]! ^= 1;
      const found = await broken(
        async () => writeFileSync(path, changed),
        async () => writeFileSync(path, before),
      );
      expect(found).toEqual({ documents_differing_from_their_hash: 1 });
    });

    it('miss a file that is gone', async () => {
      const path = pathOf(await kept());
      const before = readFileSync(path);
      const found = await broken(
        async () => rmSync(path),
        async () => writeFileSync(path, before),
      );
      expect(found).toEqual({ documents_without_file: 1, documents_differing_from_their_hash: 1 });
    });

    it('count files that no row names, once they had time for one', async () => {
      const received = await files().receive(Buffer.from('x'), 10);
      await received.keep();
      expect((await run()).violations).toMatchObject({ files_without_document: 0 });
      const old = new Date('2026-03-01T00:00:00Z');
      const found = await broken(
        async () => utimesSync(pathOf(received.id), old, old),
        () => received.discard(),
      );
      expect(found).toEqual({ files_without_document: 1 });
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

  it('counts assessments that are no longer what was signed', async () => {
    const id = await logged();
    const answer = await (
      await t.as('oficial.mad')
    ).post(`/cases/${id}/vulnerability-assessments`, {
      conclusion: 'indigence',
      factors: ['pregnant'],
      monthlyIncome: '100',
      incomeCurrency: 'EUR',
      note: 'Sin ingresos estables',
    });
    const set = (dependants: number | null) => () =>
      sql('UPDATE vulnerability_assessments SET dependants = $2 WHERE id = $1', [
        answer.body.id,
        dependants,
      ]);
    expect(await broken(set(4), set(null))).toEqual({ assessments_altered_after_signing: 1 });
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
