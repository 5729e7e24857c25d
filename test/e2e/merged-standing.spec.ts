import { Actor } from '../../src/platform/access/actor';
import { Database } from '../../src/platform/database/database';
import { Assessments } from '../../src/modules/assessment';
import { Consents } from '../../src/modules/consents';
import { consentInvariants } from '../../src/modules/oversight/verify/consents';
import { logDetention } from '../factories/detentions';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

const FAMILY = {
  purpose: 'inform_family',
  recipient: { kind: 'family' },
  categories: ['identity'],
} as const;

describe('what was assessed and consented, when two records become one person', () => {
  let t: TestApp;
  let officer: Client;
  beforeAll(async () => {
    t = await createTestApp();
    officer = await t.as('oficial.mad');
  });
  afterAll(() => t.close());

  const register = async (): Promise<string> => {
    const body = { givenNames: 'Nélida', firstSurname: 'Ticona', birthDate: '1991-07-28' };
    return (await officer.post('/people', body)).body.id;
  };
  const caseOf = (id: string) => logDetention(officer, t.staff.posts['MAD']!, { person: { id } });
  const versionOf = async (id: string) => (await officer.get(`/people/${id}`)).body.version;
  const merge = async (personId: string, survivor: string) => {
    const body = { personId, version: await versionOf(personId), reason: 'La misma persona' };
    const answer = await officer.post(`/people/${survivor}/merges`, body, {
      'if-match': `"${await versionOf(survivor)}"`,
    });
    expect(answer.status).toBe(201);
  };
  const undo = async (survivor: string) => {
    const [{ id }] = (await officer.get(`/people/${survivor}/merges`)).body.items;
    const answer = await officer.post(
      `/people/${survivor}/merges/${id}/undoing`,
      { reason: 'Eran dos' },
      { 'if-match': `"${await versionOf(survivor)}"` },
    );
    expect(answer.status).toBe(201);
  };
  const assess = async (caseId: string, personId: string, conclusion: string) => {
    const answer = await officer.post(`/cases/${caseId}/vulnerability-assessments`, {
      ...{ personId, conclusion, factors: [] },
      ...(conclusion === 'extreme_need' ? { circumstances: ['crisis'] } : {}),
    });
    expect(answer).toMatchObject({ status: 201 });
    return answer.body.id as string;
  };
  const consent = async (caseId: string, personId: string, more: object = {}) => {
    const answer = await officer.post(`/cases/${caseId}/consents`, {
      ...{ personId, decision: 'granted', givenBy: 'person', form: 'signed' },
      ...{ ...FAMILY, ...more },
    });
    expect(answer.status).toBe(201);
    return answer.body.id as string;
  };
  const asSystem = <T>(work: () => Promise<T>) =>
    t.app.get(Database, { strict: false }).inTransaction(Actor.system(), work);
  const standing = async (caseId: string, personId: string) =>
    (await asSystem(() => t.app.get(Assessments, { strict: false }).standing(caseId, personId)))
      .assessmentId;
  /** The consent that a disclosure would rest on, or why there is none. */
  const ground = (caseId: string, personId: string, recipient: object = FAMILY.recipient) =>
    asSystem(() =>
      t.app.get(Consents, { strict: false }).assertMayDisclose({
        ...FAMILY,
        caseId,
        personId,
        recipient: { ...FAMILY.recipient, ...recipient },
      }),
    ).then(
      ({ consentId }) => consentId,
      (error: { errors: { code: string }[] }) => error.errors[0]!.code,
    );
  const listed = async (caseId: string, part: string) =>
    (await officer.get(`/cases/${caseId}/${part}`)).body.items.map(
      ({ id, personId }: { id: string; personId: string }) => [id, personId],
    );

  it('counts for the survivor in a case of the duplicate, and parts again', async () => {
    const [kept, duplicate] = [await register(), await register()];
    const caseId = await caseOf(duplicate);
    const assessed = await assess(caseId, duplicate, 'indigence');
    const given = await consent(caseId, duplicate);
    expect([await standing(caseId, kept), await ground(caseId, kept)]).toEqual([
      null,
      'NOT_IN_CASE',
    ]);

    await merge(duplicate, kept);
    for (const person of [kept, duplicate]) {
      expect(await standing(caseId, person)).toBe(assessed);
      expect(await ground(caseId, person)).toBe(given);
    }
    expect(await listed(caseId, 'vulnerability-assessments')).toEqual([[assessed, kept]]);
    expect(await listed(caseId, 'consents')).toEqual([[given, kept]]);
    const ofPerson = async (person: string) => [
      (await officer.get(`/people/${person}/consents`)).body.items,
      (await officer.get(`/people/${person}/vulnerability-assessments`)).body.items,
    ];
    const both = [[{ id: given, caseId }], [{ id: assessed, caseId, state: 'valid' }]];
    expect(await ofPerson(kept)).toMatchObject(both);
    expect(await ofPerson(duplicate)).toMatchObject(both);
    const again = await assess(caseId, kept, 'none');
    const shared = await officer.post(`/cases/${caseId}/disclosures`, {
      ...{ ...FAMILY, personId: kept, ground: 'consent', channel: 'telephone' },
    });
    expect(shared.status).toBe(201);
    expect(await standing(caseId, kept)).toBe(again);
    expect(await listed(caseId, 'disclosures')).toEqual([[shared.body.id, kept]]);

    await undo(kept);
    expect(await ofPerson(kept)).toEqual([[], []]);
    const outsider = await t.as('honorario.ros');
    expect((await outsider.get(`/people/${duplicate}/consents`)).status).toBe(403);
    expect([await standing(caseId, kept), await ground(caseId, kept)]).toEqual([
      null,
      'NOT_IN_CASE',
    ]);
    expect([await standing(caseId, duplicate), await ground(caseId, duplicate)]).toEqual([
      again,
      given,
    ]);
    expect(await listed(caseId, 'disclosures')).toEqual([[shared.body.id, duplicate]]);
  });

  it('takes the newest of both in one case, and each keeps its own when they part', async () => {
    const [kept, duplicate] = [await register(), await register()];
    const caseId = await caseOf(kept);
    await officer.post(`/cases/${caseId}/people`, { personId: duplicate, role: 'companion' });
    const own = await assess(caseId, kept, 'none');
    t.clock.advance({ minutes: 1 });
    const theirs = await assess(caseId, duplicate, 'indigence');
    const allowed = await consent(caseId, kept);
    t.clock.advance({ minutes: 1 });
    await consent(caseId, duplicate, { decision: 'refused' });
    expect([await standing(caseId, kept), await ground(caseId, kept)]).toEqual([own, allowed]);

    await merge(duplicate, kept);
    expect([await standing(caseId, kept), await ground(caseId, kept)]).toEqual([theirs, 'refused']);
    t.clock.advance({ minutes: 1 });
    const after = await assess(caseId, kept, 'indigence');
    expect(await standing(caseId, duplicate)).toBe(after);

    await undo(kept);
    expect([await standing(caseId, kept), await ground(caseId, kept)]).toEqual([after, allowed]);
    expect([await standing(caseId, duplicate), await ground(caseId, duplicate)]).toEqual([
      theirs,
      'refused',
    ]);
    t.clock.advance({ minutes: 1 });
    expect(await standing(caseId, duplicate)).not.toBe(await assess(caseId, duplicate, 'none'));
  });

  it('keeps a refusal towards a relative whose record was merged', async () => {
    const [kept, duplicate, person] = [await register(), await register(), await register()];
    const caseId = await caseOf(person);
    const allowed = await consent(caseId, person);
    t.clock.advance({ minutes: 1 });
    const recipient = { kind: 'family', personId: duplicate };
    await consent(caseId, person, { decision: 'refused', recipient });
    expect(await ground(caseId, person, { personId: kept })).toBe(allowed);
    await merge(duplicate, kept);
    expect(await ground(caseId, person, { personId: kept })).toBe('refused');
    await undo(kept);
    expect(await ground(caseId, person, { personId: kept })).toBe(allowed);
  });

  it('still proves a disclosure that rested on a consent of the other record', async () => {
    const [kept, duplicate] = [await register(), await register()];
    const caseId = await caseOf(kept);
    await officer.post(`/cases/${caseId}/people`, { personId: duplicate, role: 'companion' });
    await consent(caseId, duplicate);
    await merge(duplicate, kept);
    const shared = await officer.post(`/cases/${caseId}/disclosures`, {
      ...{ ...FAMILY, personId: kept, ground: 'consent', channel: 'telephone' },
    });
    expect(shared.status).toBe(201);
    await undo(kept);
    const [invariant] = consentInvariants({ owner: t.owner } as never);
    expect(await invariant!.count()).toBe(0);
  });
});
