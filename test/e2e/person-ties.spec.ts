import { logDetention } from '../factories/detentions';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { problem } from '../support/problem';

const NOBODY = '00000000-0000-7000-8000-000000000000';

describe('what ties a person to names, to others and to restraint', () => {
  let t: TestApp;
  let officer: Client;
  beforeAll(async () => {
    t = await createTestApp();
    officer = await t.as('oficial.mad');
  });
  afterAll(() => t.close());

  const register = async (more: object = {}): Promise<{ id: string }> => {
    const { status, body } = await officer.post('/people', {
      givenNames: 'Amaru',
      firstSurname: 'Sullca',
      ...more,
    });
    expect(status).toBe(201);
    return body;
  };
  const ties = async (id: string) => (await officer.get(`/people/${id}/ties`)).body;
  const post = (path: string, body: object, client = officer) => client.post(path, body);

  describe('other names', () => {
    it('are found in search and among duplicates, by letters and by sound, until withdrawn', async () => {
      const person = await register({ firstSurname: 'Quillahuamán' });
      const path = `/people/${person.id}/aliases`;
      const added = await post(path, { kind: 'nickname', name: 'El Zambito' });
      expect(added.status).toBe(201);
      await post(path, { kind: 'birth_name', name: 'Ruperta Choquehuanca' });
      const find = async (q: string) =>
        (await officer.get(`/people?q=${encodeURIComponent(q)}`)).body.items.find(
          ({ id }: { id: string }) => id === person.id,
        );
      expect(await find('zambito')).toMatchObject({ foundAs: 'El Zambito' });
      expect(await find('sambito quillaguaman')).toMatchObject({ foundAs: 'El Zambito' });
      expect(await find('ruperta choqewanca')).toMatchObject({
        foundAs: 'Ruperta Choquehuanca',
        why: expect.arrayContaining(['other_name']),
      });
      const { body } = await post('/people/duplicate-candidates', {
        givenNames: 'Ruperta',
        firstSurname: 'Choquehuanca',
      });
      expect(body.items[0]).toMatchObject({ id: person.id });
      expect(await find('amaru quillahuaman')).toMatchObject({ foundAs: null });

      expect(
        await post(`${path}/${added.body.id}/withdrawal`, { reason: 'entered_by_mistake' }),
      ).toMatchObject({ status: 201 });
      expect(await find('zambito')).toBeUndefined();
      expect(
        await post(`${path}/${added.body.id}/withdrawal`, { reason: 'entered_by_mistake' }),
      ).toMatchObject(problem(404, 'NOT_FOUND'));
      expect((await ties(person.id)).aliases).toMatchObject([{ name: 'Ruperta Choquehuanca' }]);
    });

    it('survive a change of the name, and refuse what is no name', async () => {
      const person = await register();
      await post(`/people/${person.id}/aliases`, { kind: 'known_as', name: 'Pachacutec Inga' });
      await officer.patch(`/people/${person.id}`, { firstSurname: 'Otro' }, { 'if-match': '"2"' });
      const { body } = await officer.get('/people?q=pachacutec%20inga');
      expect(body.items[0]).toMatchObject({ id: person.id });
      expect(
        await post(`/people/${person.id}/aliases`, { kind: 'known_as', name: 'a\u202eb' }),
      ).toMatchObject(problem(422, 'VALIDATION_FAILED', ['name', 'personName']));
      expect(
        await post(`/people/${person.id}/aliases`, { kind: 'crown_name', name: 'Inti' }),
      ).toMatchObject(problem(400, 'VALIDATION_FAILED', ['kind', 'isIn']));
    });
  });

  describe('relations', () => {
    it('are written once, read from both ends with the inverse, ended and withdrawn', async () => {
      const child = await register({ birthDate: '2010-05-01' });
      const mother = await register({ givenNames: 'Yma', birthDate: '1980-01-01' });
      const path = `/people/${child.id}/relations`;
      const relation = {
        otherId: mother.id,
        kind: 'parent',
        source: 'document',
        since: '2010-05-01',
        note: 'Partida de nacimiento',
      };
      const added = await post(path, relation);
      expect(added.status).toBe(201);
      expect((await ties(child.id)).relations).toEqual([
        {
          id: added.body.id,
          personId: mother.id,
          fullName: 'Yma Sullca',
          birthDate: '1980-01-01',
          kind: 'parent',
          source: 'document',
          since: '2010-05-01',
          until: null,
          note: 'Partida de nacimiento',
        },
      ]);
      expect((await ties(mother.id)).relations).toMatchObject([
        { personId: child.id, kind: 'child' },
      ]);
      expect(await post(path, relation)).toMatchObject(problem(409, 'RELATION_EXISTS'));
      const mirrored = { otherId: child.id, kind: 'child', source: 'officer' };
      expect(await post(`/people/${mother.id}/relations`, mirrored)).toMatchObject(
        problem(409, 'RELATION_EXISTS'),
      );
      const end = (until: string) => post(`${path}/${added.body.id}/ending`, { until });
      expect(await end('2009-01-01')).toMatchObject(
        problem(422, 'VALIDATION_FAILED', ['until', 'BEFORE_ITS_START']),
      );
      expect((await end('2020-01-01')).status).toBe(201);
      expect(await end('2021-01-01')).toMatchObject(problem(409, 'TIE_HAS_ENDED'));
      await post(`/people/${mother.id}/relations/${added.body.id}/withdrawal`, {});
      expect((await ties(child.id)).relations).toEqual([]);
    });

    it.each([
      ['themselves', 'sibling', 'self', 'otherId', 'TIE_WITH_THEMSELVES'],
      ['nobody', 'sibling', 'nobody', 'otherId', 'UNKNOWN_PERSON'],
      ['a parent no older', 'parent', 'younger', 'kind', 'PARENT_NOT_OLDER'],
      ['a child no younger', 'grandchild', 'older', 'kind', 'PARENT_NOT_OLDER'],
    ])('refuse %s', async (_, kind, other, path, code) => {
      const person = await register({ birthDate: '1990-01-01' });
      const others: Record<string, string> = {
        self: person.id,
        nobody: NOBODY,
        younger: (await register({ birthDate: '2000-01-01' })).id,
        older: (await register({ birthDate: '1950-01-01' })).id,
      };
      expect(
        await post(`/people/${person.id}/relations`, {
          otherId: others[other],
          kind,
          source: 'officer',
        }),
      ).toMatchObject(problem(422, 'VALIDATION_FAILED', [path, code]));
    });
  });

  describe('guardians', () => {
    const court = { ground: 'court_order', documentReference: 'Res. 12-2025, Juzgado de Familia' };

    it('act for a minor between two dates, on a ground, with its document', async () => {
      const minor = await register({ birthDate: '2012-01-01' });
      const guardian = await register({ givenNames: 'Illa', birthDate: '1985-01-01' });
      expect(await ties(minor.id)).toMatchObject({ guardianNeed: 'minor', guardians: [] });
      const path = `/people/${minor.id}/guardians`;
      const body = { guardianId: guardian.id, since: '2025-01-01', ...court };
      expect(await post(path, { ...body, documentReference: ' ' })).toMatchObject(
        problem(422, 'VALIDATION_FAILED', ['documentReference', 'GUARDIAN_NEEDS_DOCUMENT']),
      );
      const added = await post(path, body);
      expect(added.status).toBe(201);
      expect((await ties(minor.id)).guardians).toMatchObject([
        { personId: guardian.id, ground: 'court_order', current: true, until: null },
      ]);
      expect((await ties(guardian.id)).wards).toMatchObject([{ personId: minor.id }]);
      expect((await post(`${path}/${added.body.id}/ending`, { until: '2026-01-31' })).status).toBe(
        201,
      );
      expect((await ties(minor.id)).guardians).toMatchObject([{ current: false }]);
    });

    it('are not for whoever acts for themselves, and are adults', async () => {
      const adult = await register({ birthDate: '1990-01-01' });
      const minor = await register({ birthDate: '2012-01-01' });
      const body = { since: '2025-01-01', ...court };
      expect(
        await post(`/people/${adult.id}/guardians`, { ...body, guardianId: (await register()).id }),
      ).toMatchObject(problem(422, 'GUARDIAN_NOT_NEEDED'));
      const sister = await register({ birthDate: '2010-01-01' });
      expect(
        await post(`/people/${minor.id}/guardians`, { ...body, guardianId: sister.id }),
      ).toMatchObject(problem(422, 'VALIDATION_FAILED', ['guardianId', 'GUARDIAN_IS_MINOR']));
      const incapable = await register({ vulnerability: ['lacking_legal_capacity'] });
      expect(
        (await post(`/people/${incapable.id}/guardians`, { ...body, guardianId: adult.id })).status,
      ).toBe(201);
    });
  });

  describe('do not contact', () => {
    const reason = 'Su agresor revisa ese teléfono';

    it('forbids attempts in its scope from its start to its lifting, and says never why', async () => {
      const caseId = await logDetention(officer, t.staff.posts['MAD']!);
      const { personId } = (await officer.get(`/cases/${caseId}`)).body;
      const attempt = (more: object = {}) =>
        post(`/cases/${caseId}/contact-attempts`, {
          personId,
          channel: 'telephone',
          outcome: 'no_answer',
          ...more,
        });
      expect((await attempt({ note: 'Sonó tres veces' })).status).toBe(201);
      const restrict = (body: object) =>
        post(`/people/${personId}/contact-restrictions`, { ground: 'safety', reason, ...body });
      t.clock.advance({ hours: 1 });
      const byPhone = await restrict({ channel: 'telephone' });
      expect(byPhone.status).toBe(201);
      const refused = await attempt();
      expect(refused).toMatchObject(problem(409, 'DO_NOT_CONTACT'));
      expect(JSON.stringify(refused.body)).not.toMatch(/agresor|safety/);
      expect((await attempt({ channel: 'letter' })).status).toBe(201);
      expect((await attempt({ occurredAt: '2026-03-02T09:30:00Z' })).status).toBe(201);
      const elsewhere = await restrict({ postId: t.staff.posts['PAT'] });
      expect(elsewhere.status).toBe(201);
      expect((await attempt({ channel: 'email' })).status).toBe(201);
      const everywhere = await restrict({});
      expect(await attempt({ channel: 'email' })).toMatchObject(problem(409, 'DO_NOT_CONTACT'));

      const lift = (id: string) =>
        post(`/people/${personId}/contact-restrictions/${id}/lifting`, {
          reason: 'Tiene otro teléfono',
        });
      for (const { body } of [byPhone, everywhere]) expect((await lift(body.id)).status).toBe(201);
      expect(await lift(byPhone.body.id)).toMatchObject(problem(409, 'RESTRICTION_LIFTED'));
      expect((await attempt()).status).toBe(201);
      const kept = (await ties(personId)).restrictions;
      expect(kept).toHaveLength(3);
      expect(kept.filter(({ current }: { current: boolean }) => current)).toHaveLength(1);
      const attempts = (await officer.get(`/cases/${caseId}/contact-attempts`)).body.items;
      expect(attempts).toHaveLength(5);
      expect(attempts.at(-1)).toMatchObject({ note: 'Sonó tres veces', outcome: 'no_answer' });
      expect((await officer.get(`/people/${personId}/contact-attempts`)).body.items).toEqual(
        attempts,
      );
    });

    it('is minded by visits, calls and notices to the family', async () => {
      const caseId = await logDetention(officer, t.staff.posts['MAD']!, { familyWish: 'yes' });
      const { personId } = (await officer.get(`/cases/${caseId}`)).body;
      const mother = await register({ givenNames: 'Yma' });
      for (const id of [personId, mother.id]) {
        await post(`/people/${id}/contact-restrictions`, { ground: 'court_order', reason });
      }
      const occurredAt = t.clock.now().toString();
      expect(
        await post(`/detentions/${caseId}/contacts`, {
          kind: 'telephone',
          withWhom: 'detainee',
          outcome: 'done',
          occurredAt,
        }),
      ).toMatchObject(problem(409, 'DO_NOT_CONTACT'));
      expect(
        await post(`/detentions/${caseId}/family-notifications`, {
          personId: mother.id,
          channel: 'telephone',
          occurredAt,
        }),
      ).toMatchObject(problem(409, 'DO_NOT_CONTACT'));
    });

    it('holds over all records of a person, merged and parted again', async () => {
      const caseId = await logDetention(officer, t.staff.posts['MAD']!);
      const { personId } = (await officer.get(`/cases/${caseId}`)).body;
      const survivor = await register();
      await post(`/people/${survivor.id}/contact-restrictions`, { ground: 'other', reason });
      const attempt = () =>
        post(`/cases/${caseId}/contact-attempts`, {
          personId,
          channel: 'telephone',
          outcome: 'no_answer',
        });
      expect((await attempt()).status).toBe(201);
      await officer.post(
        `/people/${survivor.id}/merges`,
        { personId, version: 1, reason: 'La misma' },
        { 'if-match': '"2"' },
      );
      expect(await attempt()).toMatchObject(problem(409, 'DO_NOT_CONTACT'));
    });

    it('marks the contact details that may not be used; a safe one excludes the others', async () => {
      const { id } = await register({
        contacts: [
          { kind: 'phone', value: '+34612345678' },
          { kind: 'email', value: 'a@example.test' },
        ],
      });
      const usable = async () =>
        (await officer.get(`/people/${id}`)).body.contacts
          .filter(({ mayUse }: { mayUse: boolean }) => mayUse)
          .map(({ kind }: { kind: string }) => kind);
      expect(await usable()).toEqual(['phone', 'email']);
      await post(`/people/${id}/contact-restrictions`, {
        channel: 'email',
        ground: 'other',
        reason,
      });
      expect(await usable()).toEqual(['phone']);
      await post(`/people/${id}/contacts`, { kind: 'other', value: 'Señal: hermana', safe: true });
      expect(await usable()).toEqual(['other']);
    });

    it('refuses an end that has passed and an unknown post', async () => {
      const { id } = await register();
      const restrict = (more: object) =>
        post(`/people/${id}/contact-restrictions`, { ground: 'other', reason, ...more });
      expect(await restrict({ until: '2020-01-01T00:00:00Z' })).toMatchObject(
        problem(422, 'VALIDATION_FAILED', ['until', 'notInPast']),
      );
      expect(await restrict({ postId: NOBODY })).toMatchObject(
        problem(422, 'VALIDATION_FAILED', ['postId', 'UNKNOWN_POST']),
      );
      expect(await restrict({ channel: 'pigeon' })).toMatchObject(
        problem(400, 'VALIDATION_FAILED', ['channel', 'isIn']),
      );
    });
  });

  describe('attempts and parts in a case', () => {
    it('belong to who takes part, at a moment that has come, in a case within reach', async () => {
      const caseId = await logDetention(officer, t.staff.posts['MAD']!);
      const stranger = await register();
      const path = `/cases/${caseId}/contact-attempts`;
      const body = { personId: stranger.id, channel: 'letter', outcome: 'not_delivered' };
      expect(await post(path, body)).toMatchObject(
        problem(422, 'VALIDATION_FAILED', ['personId', 'NOT_IN_THE_CASE']),
      );
      const { personId } = (await officer.get(`/cases/${caseId}`)).body;
      expect(
        await post(path, { ...body, personId, occurredAt: '2027-01-01T00:00:00Z' }),
      ).toMatchObject(problem(422, 'VALIDATION_FAILED', ['occurredAt', 'notInFuture']));
      const elsewhere = await t.as('oficial.pat');
      expect(await post(path, { ...body, personId }, elsewhere)).toMatchObject(
        problem(404, 'NOT_FOUND'),
      );
      await post(path, { ...body, personId });
      expect((await elsewhere.get(`/people/${personId}/contact-attempts`)).body.items).toEqual([]);
      const { items } = (await officer.get(`/cases/${caseId}/timeline`)).body;
      expect(items[0]).toMatchObject({
        kind: 'contact.attempted',
        data: { channel: 'letter', outcome: 'not_delivered' },
      });
    });

    it('end once, and never for the person the case is about', async () => {
      const caseId = await logDetention(officer, t.staff.posts['MAD']!);
      const sister = await register();
      const added = await post(`/cases/${caseId}/people`, {
        personId: sister.id,
        role: 'relative',
      });
      const end = (part: string) => post(`/cases/${caseId}/people/${part}/ending`, {});
      expect((await end(added.body.id)).status).toBe(201);
      expect(await end(added.body.id)).toMatchObject(problem(409, 'PART_HAS_ENDED'));
      const { people } = (await officer.get(`/cases/${caseId}`)).body;
      expect(await end(people[0].id)).toMatchObject(problem(409, 'MAIN_PERSON_STAYS'));
      expect(await end(NOBODY)).toMatchObject(problem(404, 'NOT_FOUND'));
      expect(people[1]).toMatchObject({ personId: sister.id, until: expect.any(String) });
    });
  });
});
