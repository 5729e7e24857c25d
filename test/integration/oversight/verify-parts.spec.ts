import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppConfig } from '../../../src/config';
import { Files } from '../../../src/platform/files/files';
import { newId } from '../../../src/platform/ids';
import { storePeople } from '../../factories/people';
import { pdf } from '../../factories/files';
import type { TestApp } from '../../support/app';
import { verifying } from './verifying';
import { upload } from '../../support/upload';

const SAME = {
  givenNames: 'Juana',
  firstSurname: 'Apaza',
  secondSurname: null,
  birthDate: '1990-05-03',
};

describe('verify, of the parts of a file', () => {
  let t: TestApp;
  const { run, broken, sql, logged } = verifying((app) => {
    t = app;
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

  it('counts families told of whom the person did not wish it', async () => {
    const id = await logged();
    const officer = await t.as('oficial.mad');
    const now = t.clock.now().toString();
    await officer.post(`/detentions/${id}/wishes`, {
      subject: 'family',
      wish: 'yes',
      occurredAt: now,
    });
    const told = await officer.post(`/detentions/${id}/family-notifications`, {
      channel: 'telephone',
      to: 'Su hermana',
      occurredAt: now,
    });
    expect(told.status).toBe(201);
    const set = (wish: string) => () =>
      sql(`UPDATE detention_wishes SET wish = $2 WHERE case_id = $1 AND subject = 'family'`, [
        id,
        wish,
      ]);
    expect(await broken(set('no'), set('yes'))).toEqual({ families_told_without_wish: 1 });
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
