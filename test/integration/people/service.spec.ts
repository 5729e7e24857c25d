import { People } from '../../../src/modules/people';
import type { Actor } from '../../../src/platform/access/actor';
import { Authentication } from '../../../src/platform/access/authentication';
import { Database } from '../../../src/platform/database/database';
import { createTestApp, type TestApp } from '../../support/app';

const NOBODY = '00000000-0000-7000-8000-000000000000';

describe('people, for the other modules', () => {
  let t: TestApp;
  let people: People;
  let officer: Actor;
  let consul: Actor;

  beforeAll(async () => {
    t = await createTestApp();
    people = t.app.get(People);
    const actor = async (username: string) => {
      const cookie = await t.staff.openSession(username);
      return (await t.app.get(Authentication).bySession(cookie))!.actor;
    };
    officer = await actor('oficial.mad');
    consul = await actor('honorario.ros');
  });
  afterAll(() => t.close());

  const persons = async () =>
    Number((await t.owner.query('SELECT count(*) AS n FROM persons')).rows[0].n);
  const rosa = { givenNames: 'Rosa', firstSurname: 'Condori', birthDate: '1999-12-31' };

  it('registers someone new and uses someone known', async () => {
    const postId = t.staff.posts['MAD']!;
    const first = await people.registerOrUse(officer, rosa, { postId });
    expect(first).toMatchObject({ ...rosa, fullName: 'Rosa Condori', identity: 'unverified' });
    expect(await people.registerOrUse(officer, { id: first.id })).toEqual(first);
    const { rows } = await t.owner.query('SELECT registered_post_id FROM persons WHERE id = $1', [
      first.id,
    ]);
    expect(rows).toEqual([{ registered_post_id: postId }]);
  });

  it('registers nobody when the transaction around it fails', async () => {
    const before = await persons();
    await expect(
      t.app.get(Database).inTransaction(officer, async () => {
        await people.registerOrUse(officer, rosa);
        throw new Error('the case was refused');
      }),
    ).rejects.toThrow('the case was refused');
    expect(await persons()).toBe(before);
  });

  it('names every field to mend by its path in the request', async () => {
    const wrong = { givenNames: 'Rosa', documents: [{ kind: 'dni', number: '1' }] };
    await expect(people.registerOrUse(officer, wrong, { at: 'person.' })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [
        { path: 'person.documents[0].number', code: 'dniForm' },
        { path: 'person.firstSurname', code: 'personName' },
      ],
    });
  });

  it('adds the vulnerability seen now to a file, once', async () => {
    const { id } = await people.registerOrUse(officer, { ...rosa, vulnerability: ['destitute'] });
    const seen = { id, vulnerability: ['pregnant', 'destitute'] };
    const expected = ['destitute', 'pregnant'];
    expect((await people.registerOrUse(officer, seen)).vulnerability).toEqual(expected);
    expect((await people.registerOrUse(officer, seen)).vulnerability).toEqual(expected);
    const { rows } = await t.owner.query(
      `SELECT p.version, r.fields FROM persons p JOIN revisions r ON r.subject_id = p.id WHERE p.id = $1`,
      [id],
    );
    expect(rows).toEqual([{ version: 2, fields: ['vulnerability'] }]);
    await expect(
      people.registerOrUse(officer, { id, vulnerability: ['sad'] }, { at: 'person.' }),
    ).rejects.toMatchObject({ errors: [{ path: 'person.vulnerability[0]', code: 'vocabulary' }] });
  });

  it('keeps to the reach of who asks', async () => {
    const { id } = await people.registerOrUse(officer, rosa);
    await expect(people.registerOrUse(officer, { id: NOBODY })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(people.registerOrUse(consul, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(people.registerOrUse(consul, rosa)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const seen = (actor: Actor) =>
      t.app.get(Database).inTransaction(actor, () => people.summaries([id, NOBODY]));
    expect([...(await seen(officer)).keys()]).toEqual([id]);
    expect([...(await seen(consul)).keys()]).toEqual([]);
  });
});
