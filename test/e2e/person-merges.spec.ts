import { Actor } from '../../src/platform/access/actor';
import { Database } from '../../src/platform/database/database';
import { newId } from '../../src/platform/ids';
import { logDetention } from '../factories/detentions';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { problem } from '../support/problem';
import { setTier } from '../support/database';

interface Registered {
  id: string;
  version: number;
}

const REASON = 'Es la misma persona: mismo DNI y misma madre';

describe('merging duplicates', () => {
  let t: TestApp;
  let officer: Client;
  let mad: string;

  beforeAll(async () => {
    t = await createTestApp();
    officer = await t.as('oficial.mad');
    mad = t.staff.posts['MAD']!;
  });
  afterAll(() => t.close());

  let serial = 0;
  /** Somebody whose name no other test bears. */
  const register = async (more: object = {}): Promise<Registered> => {
    serial += 1;
    const letters = [...String(serial)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
    const { status, body } = await officer.post('/people', {
      givenNames: 'Nélida',
      firstSurname: `Ticona${letters}`,
      ...more,
    });
    expect(status).toBe(201);
    return body;
  };
  const read = async (id: string) => (await officer.get(`/people/${id}`)).body;
  const merge = async (duplicate: Registered, survivor: Registered, client = officer) =>
    client.post(
      `/people/${survivor.id}/merges`,
      { personId: duplicate.id, version: (await read(duplicate.id)).version, reason: REASON },
      { 'if-match': `"${(await read(survivor.id)).version}"` },
    );
  const history = async (id: string) => (await officer.get(`/people/${id}/merges`)).body.items;
  const undo = async (shown: Registered, mergeId: string) =>
    officer.post(
      `/people/${shown.id}/merges/${mergeId}/undoing`,
      { reason: 'Eran dos hermanas' },
      { 'if-match': `"${(await read(shown.id)).version}"` },
    );
  const caseOf = (person: Registered) => logDetention(officer, mad, { person: { id: person.id } });
  const timelineOf = async (caseId: string, client = officer) =>
    (await client.get(`/cases/${caseId}/timeline`)).body.items as {
      kind: string;
      data: Record<string, string>;
    }[];
  const kinds = async (caseId: string) => (await timelineOf(caseId)).map(({ kind }) => kind);

  it('shows one person with everything of both, and undone, two as they were', async () => {
    const kept = await register({ documents: [{ kind: 'dni', number: '10117410' }] });
    const duplicate = await register({
      contacts: [{ kind: 'phone', value: '+34612345678' }],
      documents: [{ kind: 'passport', number: 'AB123456' }],
    });
    await officer.post(`/people/${duplicate.id}/aliases`, { kind: 'nickname', name: 'Chaska' });
    const [caseOfKept, caseOfDuplicate] = [await caseOf(kept), await caseOf(duplicate)];
    const before = { kept: await read(kept.id), duplicate: await read(duplicate.id) };
    const partsBefore = (await t.owner.query('SELECT * FROM case_people ORDER BY id')).rows;

    const merged = await merge(duplicate, kept);
    expect(merged.status).toBe(201);
    expect(merged.body.documents.map(({ number }: { number: string }) => number).sort()).toEqual([
      '10117410',
      'AB123456',
    ]);
    expect(merged.body.contacts).toHaveLength(1);
    const casesOf = async (id: string) =>
      (await officer.get(`/people/${id}/cases`)).body.items
        .map(({ id: found }: { id: string }) => found)
        .sort();
    expect(await casesOf(kept.id)).toEqual([caseOfKept, caseOfDuplicate].sort());
    const file = (await officer.get(`/cases/${caseOfDuplicate}`)).body;
    expect(file).toMatchObject({ personId: kept.id, personName: before.kept.fullName });
    expect(file.people[0]).toMatchObject({ personId: kept.id });
    expect((await officer.get(`/people/${kept.id}/ties`)).body.aliases).toMatchObject([
      { name: 'Chaska' },
    ]);
    expect(await read(duplicate.id)).toMatchObject({ mergedInto: kept.id, contacts: [{}] });
    for (const id of [caseOfKept, caseOfDuplicate]) {
      expect(await timelineOf(id)).toContainEqual(
        expect.objectContaining({
          kind: 'person.merged',
          data: expect.objectContaining({ personId: duplicate.id, survivorId: kept.id }),
          actor: expect.objectContaining({ id: t.staff.accounts['oficial.mad'] }),
        }),
      );
    }
    expect((await t.owner.query('SELECT * FROM case_people ORDER BY id')).rows).toEqual(
      partsBefore,
    );

    const [past] = await history(kept.id);
    expect(past).toMatchObject({ personId: duplicate.id, reason: REASON, undoneAt: null });
    expect((await undo(kept, past.id)).status).toBe(201);
    const without = ({ version: _, ...rest }: Record<string, unknown>) => rest;
    expect(without(await read(kept.id))).toEqual(without(before.kept));
    expect(without(await read(duplicate.id))).toEqual(without(before.duplicate));
    expect(await casesOf(kept.id)).toEqual([caseOfKept]);
    expect(await casesOf(duplicate.id)).toEqual([caseOfDuplicate]);
    expect(await kinds(caseOfDuplicate)).toContain('person.unmerged');
    expect(await history(kept.id)).toMatchObject([{ undoneReason: 'Eran dos hermanas' }]);
  });

  it('keeps later edits on the record they were made on', async () => {
    const [kept, duplicate] = [await register(), await register()];
    await merge(duplicate, kept);
    expect(
      await officer.patch(
        `/people/${kept.id}`,
        { sex: 2 },
        { 'if-match': `"${(await read(kept.id)).version}"` },
      ),
    ).toMatchObject({ status: 200 });
    await officer.post(`/people/${kept.id}/contacts`, { kind: 'email', value: 'n@example.test' });
    const caseAfter = await caseOf(duplicate);
    const refused = await officer.patch(
      `/people/${duplicate.id}`,
      { sex: 1 },
      { 'if-match': `"${(await read(duplicate.id)).version}"` },
    );
    expect(refused).toMatchObject(problem(409, 'PERSON_IS_MERGED'));
    expect(refused.body.survivorId).toBe(kept.id);
    const [past] = await history(kept.id);
    await undo(kept, past.id);
    expect(await read(kept.id)).toMatchObject({ sex: 2, contacts: [{ value: 'n@example.test' }] });
    expect(await read(duplicate.id)).toMatchObject({ sex: 0, contacts: [] });
    expect((await officer.get(`/cases/${caseAfter}`)).body.personId).toBe(kept.id);
  });

  it('follows chains, parts them in any order, and refuses rings with a clear reason', async () => {
    const [a, b, c] = [await register(), await register(), await register()];
    await merge(a, b);
    await merge(b, c);
    expect(await read(a.id)).toMatchObject({ mergedInto: c.id });
    expect(await merge(a, a)).toMatchObject(problem(409, 'MERGE_INTO_ITSELF'));
    expect(await merge(c, a)).toMatchObject(problem(409, 'MERGE_INTO_OWN_DUPLICATE'));
    expect(await merge(c, b)).toMatchObject(problem(409, 'MERGE_INTO_OWN_DUPLICATE'));
    const d = await register();
    expect(await merge(a, d)).toMatchObject(problem(409, 'PERSON_ALREADY_MERGED'));
    expect(await merge(d, a)).toMatchObject(problem(409, 'SURVIVOR_IS_MERGED'));
    const past = await history(c.id);
    const ofB = past.find(({ personId }: { personId: string }) => personId === b.id);
    expect((await undo(c, ofB.id)).status).toBe(201);
    expect(await read(b.id)).toMatchObject({ mergedInto: null });
    expect(await read(a.id)).toMatchObject({ mergedInto: b.id });
    const again = await undo(b, ofB.id);
    expect(again).toMatchObject(problem(409, 'MERGE_ALREADY_UNDONE'));
  });

  it('lets exactly one of the same merges made at once win', async () => {
    const [one, two] = [await register(), await register()];
    const send = (duplicate: Registered, survivor: Registered) =>
      officer.post(
        `/people/${survivor.id}/merges`,
        { personId: duplicate.id, version: 1, reason: REASON },
        { 'if-match': '"1"' },
      );
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () => send(one, two)),
      ...Array.from({ length: 4 }, () => send(two, one)),
    ]);
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
    const { rows } = await t.owner.query('SELECT 1 FROM person_merges WHERE person_id = ANY ($1)', [
      [one.id, two.id],
    ]);
    expect(rows).toHaveLength(1);
  });

  it('asks for the versions of both', async () => {
    const [kept, duplicate] = [await register(), await register()];
    const path = `/people/${kept.id}/merges`;
    const body = { personId: duplicate.id, version: 1, reason: REASON };
    expect(await officer.post(path, body)).toMatchObject(problem(428, 'IF_MATCH_MISSING'));
    await officer.post(`/people/${duplicate.id}/aliases`, { kind: 'known_as', name: 'Otra' });
    const stale = await officer.post(path, body, { 'if-match': '"1"' });
    expect(stale).toMatchObject(problem(412, 'STALE_VERSION'));
    expect(stale.body.changes).toMatchObject([{ version: 2, fields: ['aliases'] }]);
    const fresh = { ...body, version: 2 };
    expect(await officer.post(path, fresh, { 'if-match': '"7"' })).toMatchObject(
      problem(412, 'STALE_VERSION'),
    );
    expect(await officer.post(path, { ...body, reason: '' }, { 'if-match': '"1"' })).toMatchObject(
      problem(400, 'VALIDATION_FAILED', ['reason', 'isLength']),
    );
    const unknown = { ...body, personId: newId() };
    expect(await officer.post(path, unknown, { 'if-match': '"1"' })).toMatchObject(
      problem(404, 'NOT_FOUND'),
    );
  });

  it('is for those who may, and undone in the person it stands for only', async () => {
    const [kept, duplicate, stranger] = [await register(), await register(), await register()];
    const local = await t.as('local.mad');
    expect(await merge(duplicate, kept, local)).toMatchObject(problem(403, 'FORBIDDEN'));
    await merge(duplicate, kept);
    const [past] = await history(kept.id);
    expect(await undo(stranger, past.id)).toMatchObject(problem(404, 'NOT_FOUND'));
  });

  it('says nothing of a sealed case that the actor cannot see, and tells it all the same', async () => {
    const [kept, duplicate, hidden] = [await register(), await register(), await register()];
    const head = await t.as('jefe.mad');
    const seal = async (person: Registered) => {
      const id = await logDetention(head, mad, { person: { id: person.id } });
      await setTier(t.owner, id, 'sealed');
      return id;
    };
    // known by an ordinary case too, a person is in everyone's reach; by a sealed one alone, in nobody's
    const known = await caseOf(duplicate);
    const sealed = await seal(duplicate);
    await seal(hidden);
    expect((await (await t.as('oficial.pat')).get(`/people/${hidden.id}`)).status).toBe(404);
    const plain = [await register(), await register()] as const;
    const asOther = await t.as('oficial.pat');
    const answer = await merge(duplicate, kept, asOther);
    const ordinary = await merge(plain[1], plain[0], asOther);
    expect(Object.keys(answer.body)).toEqual(Object.keys(ordinary.body));
    expect(answer.status).toBe(201);
    expect(JSON.stringify(answer.body)).not.toContain(sealed);
    const others = (await asOther.get(`/people/${kept.id}/cases`)).body.items as { id: string }[];
    expect(others.map(({ id }) => id)).not.toContain(sealed);
    expect((await asOther.get(`/cases/${sealed}`)).status).toBe(404);
    expect((await timelineOf(sealed, head)).map(({ kind }) => kind)).toContain('person.merged');
    const seen = (await head.get(`/people/${kept.id}/cases`)).body.items as { id: string }[];
    expect(seen.map(({ id }) => id).sort()).toEqual([sealed, known].sort());
  });

  it('finds the survivor by the name of the duplicate, once', async () => {
    const kept = await register({ givenNames: 'Wayra', firstSurname: 'Chambilla' });
    const duplicate = await register({ givenNames: 'Guayra', firstSurname: 'Yupanqui' });
    await merge(duplicate, kept);
    const { body } = await officer.get('/people?q=guayra%20yupanqui');
    expect(body.items[0]).toMatchObject({
      id: kept.id,
      fullName: 'Wayra Chambilla',
      foundAs: 'Guayra Yupanqui',
    });
    expect(body.items.map(({ id }: { id: string }) => id)).not.toContain(duplicate.id);
  });

  it('plans duties on what all records of the person tell', async () => {
    const kept = await register();
    const duplicate = await register({ birthDate: '2012-05-01', vulnerability: ['pregnant'] });
    const caseId = await caseOf(kept);
    const facts = () => {
      const database = t.app.get(Database);
      return database.inTransaction(Actor.system(), async () => {
        const [row] = await database.manager.query(
          'SELECT f.birth_date::text AS birth, f.vulnerability FROM app.person_facts($1) f',
          [kept.id],
        );
        return row as object;
      });
    };
    await merge(duplicate, kept);
    expect(await facts()).toEqual({ birth: '2012-05-01', vulnerability: ['pregnant'] });
    expect((await officer.get(`/cases/${caseId}`)).status).toBe(200);
    const { rows } = await t.owner.query(
      `SELECT payload FROM outbox WHERE job = 'person.apply' AND payload ->> 'personId' = $1`,
      [kept.id],
    );
    expect(rows).toHaveLength(1);
  });

  it('counts persons assisted as of the merge', async () => {
    const [kept, duplicate] = [await register(), await register()];
    for (const person of [kept, duplicate]) {
      await t.owner.query(
        `INSERT INTO case_actions (id, case_id, action, occurred_at) VALUES ($1, $2, 'call', '2019-06-01Z')`,
        [newId(), await caseOf(person)],
      );
    }
    const assisted = async (asOf?: string) => {
      const at = asOf ? `&asOf=${encodeURIComponent(asOf)}` : '';
      const { status, body } = await officer.get(
        `/figures/persons-assisted?from=2019-01-01T00:00:00Z&until=2020-01-01T00:00:00Z${at}`,
      );
      expect(status).toBe(200);
      return body as { persons: number; asOf: string };
    };
    const before = await assisted();
    expect(before.persons).toBe(2);
    await merge(duplicate, kept);
    const between = await assisted();
    expect(between.persons).toBe(1);
    const [past] = await history(kept.id);
    await undo(kept, past.id);
    expect((await assisted()).persons).toBe(2);
    expect((await assisted(before.asOf)).persons).toBe(2);
    expect((await assisted(between.asOf)).persons).toBe(1);
    expect(
      await officer.get(
        '/figures/persons-assisted?from=2019-01-01T00:00:00Z&until=2020-01-01T00:00:00Z&asOf=2199-01-01T00:00:00Z',
      ),
    ).toMatchObject(problem(422, 'VALIDATION_FAILED', ['asOf', 'notInFuture']));
  });

  describe('proposed duplicates', () => {
    const twins = async (): Promise<[Registered, Registered]> => {
      const same = { givenNames: 'Soledad', firstSurname: 'Ccahuana', birthDate: '1980-03-09' };
      return [await register(same), await register({ ...same, firstSurname: 'Cahuana' })];
    };
    const offered = async (id: string) =>
      (await officer.get(`/people/${id}/duplicates`)).body.items.map(
        (match: { id: string }) => match.id,
      );
    const desk = async (client = officer) => {
      const pairs: { one: { id: string }; two: { id: string }; why: string[] }[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const { status, body } = await client.get(
          `/people/proposed-duplicates?post=${mad}${cursor && `&cursor=${cursor}`}`,
        );
        expect(status).toBe(200);
        pairs.push(...body.items);
        cursor = body.nextCursor;
      }
      return pairs;
    };
    const onDesk = async (a: Registered, b: Registered) =>
      (await desk()).filter(({ one, two }) =>
        [a.id, b.id].every((id) => [one.id, two.id].includes(id)),
      );

    it('are offered on the person and the desk with reasons, until decided', async () => {
      const [one, two] = await twins();
      expect(await offered(one.id)).toContain(two.id);
      const [pair] = await onDesk(one, two);
      expect(pair?.why).toContain('close_birth_date');
      const told = await officer.post(`/people/${one.id}/told-apart`, {
        otherId: two.id,
        reason: 'Gemelas: distinto DNI',
      });
      expect(told.status).toBe(201);
      expect(await offered(one.id)).not.toContain(two.id);
      expect(await offered(two.id)).not.toContain(one.id);
      expect(await onDesk(one, two)).toEqual([]);
      expect(
        await officer.post(`/people/${two.id}/told-apart`, { otherId: one.id, reason: 'Otra vez' }),
      ).toMatchObject(problem(409, 'ALREADY_TOLD_APART'));
    });

    it('leave the desk when merged, and stand for the survivor in later decisions', async () => {
      const [one, two] = await twins();
      const third = await register({
        givenNames: 'Soledad',
        firstSurname: 'Ccahuana',
        birthDate: '1980-03-09',
      });
      await officer.post(`/people/${one.id}/told-apart`, { otherId: third.id, reason: 'Prima' });
      await merge(one, two);
      expect(await onDesk(one, two)).toEqual([]);
      expect(await offered(two.id)).not.toContain(third.id);
    });

    it('are found by a document number alone, and refuse a broken cursor', async () => {
      const documents = [{ kind: 'passport', number: 'ZX998877' }];
      const [one, two] = [
        await register({ documents, givenNames: 'Aaa' }),
        await register({ documents, givenNames: 'Bbb' }),
      ];
      expect((await onDesk(one, two))[0]?.why).toContain('same_document');
      const broken = Buffer.from('["x"]').toString('base64url');
      expect(
        await officer.get(`/people/proposed-duplicates?post=${mad}&cursor=${broken}`),
      ).toMatchObject(problem(400, 'INVALID_CURSOR'));
    });
  });
});
