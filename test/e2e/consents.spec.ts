import { Actor } from '../../src/platform/access/actor';
import { Database } from '../../src/platform/database/database';
import { Consents, Disclosures } from '../../src/modules/consents';
import { logDetention, newDetention } from '../factories/detentions';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

describe('consents and disclosures', () => {
  let t: TestApp;
  let officer: Client;
  beforeAll(async () => {
    t = await createTestApp();
    officer = await t.as('oficial.mad');
  });
  afterAll(() => t.close());

  async function aCase(birthDate = '1991-07-28'): Promise<{ id: string; person: string }> {
    const { person } = newDetention('');
    const id = await logDetention(officer, t.staff.posts['MAD']!, {
      person: { ...person, birthDate },
    });
    const page = await officer.get(`/cases/${id}`);
    return { id, person: page.body.personId };
  }

  const consent = (person: string, more: Record<string, unknown> = {}) => ({
    personId: person,
    decision: 'granted',
    purpose: 'inform_family',
    recipient: { kind: 'family', name: 'Hermana en Ayacucho' },
    categories: ['identity', 'case_progress'],
    givenBy: 'person',
    form: 'verbal',
    ...more,
  });

  const disclosure = (person: string, more: Record<string, unknown> = {}) => ({
    personId: person,
    purpose: 'inform_family',
    recipient: { kind: 'family', name: 'hermana en  AYACUCHO' },
    categories: ['case_progress'],
    fieldNames: ['stage'],
    ground: 'consent',
    channel: 'telephone',
    ...more,
  });

  it('denies the family by default, allows it by consent and stops at the withdrawal', async () => {
    const { id, person } = await aCase();
    const denied = await officer.post(`/cases/${id}/disclosures`, disclosure(person));
    expect([denied.status, denied.body.code, denied.body.reason]).toEqual([
      422,
      'DISCLOSURE_NOT_CONSENTED',
      'no_consent',
    ]);

    const given = await officer.post(`/cases/${id}/consents`, consent(person));
    expect(given.status).toBe(201);
    const shared = await officer.post(`/cases/${id}/disclosures`, disclosure(person));
    expect(shared.status).toBe(201);

    const other = { recipient: { kind: 'family', name: 'Otro pariente' } };
    const elsewhere = await officer.post(`/cases/${id}/disclosures`, disclosure(person, other));
    expect(elsewhere.body.reason).toBe('no_consent');

    const withdrawal = { askedBy: 'person', form: 'verbal', note: 'Cambió de opinión' };
    const path = `/cases/${id}/consents/${given.body.id}/withdrawal`;
    expect((await officer.post(path, withdrawal)).status).toBe(201);
    const again = await officer.post(path, withdrawal);
    expect([again.status, again.body.code]).toEqual([409, 'CONSENT_ALREADY_WITHDRAWN']);
    const late = await officer.post(`/cases/${id}/disclosures`, disclosure(person));
    expect([late.status, late.body.reason]).toEqual([422, 'withdrawn']);

    const { items } = (await officer.get(`/cases/${id}/consents`)).body;
    expect(items).toEqual([
      expect.objectContaining({
        state: 'withdrawn',
        recipientName: 'Hermana en Ayacucho',
        withdrawalNote: 'Cambió de opinión',
        recordedBy: 'oficial.mad',
      }),
    ]);
    const register = (await officer.get(`/cases/${id}/disclosures`)).body.items;
    expect(register).toEqual([
      expect.objectContaining({
        ground: 'consent',
        consentId: given.body.id,
        categories: ['case_progress'],
        fieldNames: ['stage'],
      }),
    ]);
    const kinds = (await officer.get(`/cases/${id}/timeline`)).body.items.map(
      (entry: { kind: string }) => entry.kind,
    );
    expect(kinds).toEqual(
      expect.arrayContaining(['consent.recorded', 'consent.withdrawn', 'disclosure.recorded']),
    );
  });

  it('hears a child through the parents, an adolescent directly, an adult alone', async () => {
    const at = async (birthDate: string, givenBy: string) => {
      const { id, person } = await aCase(birthDate);
      return officer.post(`/cases/${id}/consents`, consent(person, { givenBy }));
    };
    const refused = await at('2014-03-03', 'person');
    expect([refused.status, refused.body.errors[0].code]).toEqual([422, 'GIVER_NOT_FOR_AGE']);
    expect((await at('2014-03-03', 'parent_or_guardian')).status).toBe(201);
    expect((await at('2012-03-02', 'person')).status).toBe(201);
    expect((await at('1990-01-01', 'parent_or_guardian')).status).toBe(422);
  });

  it('registers what crosses a border with its country and safeguards', async () => {
    const { id, person } = await aCase();
    const abroad = disclosure(person, {
      recipient: { kind: 'foreign_authority', name: 'Juzgado de Instrucción 3' },
      purpose: 'legal_defence',
      ground: 'legal_obligation',
      crossBorder: true,
    });
    const bare = await officer.post(`/cases/${id}/disclosures`, abroad);
    expect(bare.body.errors.map((e: { code: string }) => e.code).sort()).toEqual([
      'BASIS_NEEDED',
      'COUNTRY_NEEDED',
      'SAFEGUARDS_NEEDED',
    ]);
    const whole = await officer.post(`/cases/${id}/disclosures`, {
      ...abroad,
      legalBasis: 'CVRC art. 36',
      country: 'ES',
      safeguards: 'treaty_or_judicial_cooperation',
    });
    expect(whole.status).toBe(201);
    const content = { ...abroad, fieldNames: ['Rosa Ángela Quispe'] };
    expect((await officer.post(`/cases/${id}/disclosures`, content)).status).toBe(400);
  });

  it('is closed to whoever does not see the case, with the answer of what does not exist', async () => {
    const { id, person } = await aCase();
    const stranger = await t.as('oficial.pat');
    for (const list of ['consents', 'disclosures']) {
      expect((await stranger.get(`/cases/${id}/${list}`)).status).toBe(404);
    }
    expect((await stranger.post(`/cases/${id}/consents`, consent(person))).status).toBe(404);
    const reader = await t.as('directora.dgc');
    expect((await reader.post(`/cases/${id}/consents`, consent(person))).status).toBe(403);
  });

  it('refuses a person who is not in the case, and two recipients in one', async () => {
    const { id, person } = await aCase();
    const other = await aCase();
    const stranger = await officer.post(`/cases/${id}/consents`, consent(other.person));
    expect(stranger.body.errors[0]).toMatchObject({ path: 'personId', code: 'NOT_IN_CASE' });
    const recipient = { kind: 'family', name: 'x', personId: other.person };
    const two = await officer.post(`/cases/${id}/consents`, consent(person, { recipient }));
    expect(two.body.errors[0].code).toBe('ONE_RECIPIENT');
  });

  it('lets no withdrawal slip between the question and the disclosure', async () => {
    const { id, person } = await aCase();
    const given = await officer.post(`/cases/${id}/consents`, consent(person));
    const database = t.app.get(Database, { strict: false });
    const consents = t.app.get(Consents, { strict: false });
    const disclosures = t.app.get(Disclosures, { strict: false });
    const question = {
      caseId: id,
      personId: person,
      purpose: 'inform_family' as const,
      recipient: { kind: 'family' as const, name: 'Hermana en Ayacucho' },
      categories: ['identity' as const],
    };
    let withdrawn: Promise<unknown> = Promise.resolve();
    let ended = false;
    await database.inTransaction(Actor.system(), async () => {
      await consents.assertMayDisclose(question);
      withdrawn = officer
        .post(`/cases/${id}/consents/${given.body.id}/withdrawal`, {
          askedBy: 'person',
          form: 'verbal',
        })
        .then(() => (ended = true));
      const { rows } = await waitForLock();
      expect(rows[0].waiting).toBeGreaterThan(0);
      expect(ended).toBe(false);
      await disclosures.record({ ...question, ground: 'consent', channel: 'referral' });
    });
    await withdrawn;
    await expect(
      database.inTransaction(Actor.system(), () => consents.assertMayDisclose(question)),
    ).rejects.toMatchObject({ code: 'DISCLOSURE_NOT_CONSENTED' });
  });

  /** Until somebody waits for a row. */
  async function waitForLock() {
    for (;;) {
      const found = await t.owner.query(
        `SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted`,
      );
      if (found.rows[0].waiting > 0) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  it('never lets what was said or shared be rewritten', async () => {
    for (const table of ['consents', 'consent_withdrawals', 'disclosures']) {
      const { rows } = await t.owner.query(
        `SELECT has_table_privilege('amparo_app', $1, 'UPDATE, DELETE, TRUNCATE') AS may`,
        [table],
      );
      expect([table, rows[0].may]).toEqual([table, false]);
    }
  });
});
