import { Temporal } from '@js-temporal/polyfill';
import { GrantRole, Staff, Subrogate, type RoleInput } from '../../../src/modules/network';
import { EndRole } from '../../../src/modules/network/staff/end-role';
import { EndSubrogation } from '../../../src/modules/network/staff/end-subrogation';
import { Database } from '../../../src/platform/database/database';
import { createNetworkHarness, type NetworkHarness } from './harness';

const NOW = '2026-03-02T09:00:00Z';
const at = (text: string) => Temporal.Instant.from(text);

describe('staff between two dates', () => {
  let harness: NetworkHarness;
  let staff: Staff;

  beforeAll(async () => {
    harness = await createNetworkHarness({ team: true });
    staff = harness.app.get(Staff);
  });
  afterAll(() => harness.close());

  /** Back to the factory's team, whose roles are given for the reason "test". */
  afterEach(() =>
    harness.owner.query(`
      DELETE FROM subrogations;
      DELETE FROM staff_roles WHERE reason <> 'test';
      UPDATE staff_roles SET valid_until = NULL, ended_by = NULL, end_reason = NULL;
      UPDATE accounts SET state = 'active';`),
  );

  const account = (username: string) => harness.team.accounts[username]!;
  const post = (code: string) => harness.team.posts[code]!;
  const grant = (username: string, input: Partial<RoleInput>) =>
    harness.app.get(GrantRole).run(harness.actor('admin'), {
      accountId: account(username),
      role: 'officer',
      reason: 'R.M. 0001-2026-RE',
      ...input,
    });
  const subrogate = (acting: string, absent: string | null, from: string, until: string) =>
    harness.app.get(Subrogate).run(harness.actor('admin'), post('MAD'), {
      actingAccountId: account(acting),
      absentAccountId: absent && account(absent),
      validFrom: from,
      validUntil: until,
      resolution: 'R.M. 0002-2026-RE',
    });
  const heads = (code: string, instant = NOW) =>
    harness.asSystem(async () =>
      (await staff.headsOf(post(code), at(instant))).map((member) => member.displayName),
    );

  it('serves from the first instant to the last, and not beyond', async () => {
    await grant('oficial.pat', {
      postId: post('MAD'),
      role: 'head_of_post',
      validFrom: '2026-04-01T00:00:00Z',
      validUntil: '2026-05-01T00:00:00Z',
    });
    expect(await heads('MAD', '2026-03-31T23:59:59Z')).toEqual(['jefe.mad']);
    expect(await heads('MAD', '2026-04-01T00:00:00Z')).toEqual(['jefe.mad', 'oficial.pat']);
    expect(await heads('MAD', '2026-05-01T00:00:00Z')).toEqual(['jefe.mad']);
  });

  it('puts the acting head in the place of the absent one, for the dates of the resolution', async () => {
    await subrogate('oficial.mad', 'jefe.mad', '2026-03-10T00:00:00Z', '2026-03-20T00:00:00Z');
    expect(await heads('MAD', '2026-03-09T23:00:00Z')).toEqual(['jefe.mad']);
    expect(await heads('MAD', '2026-03-10T00:00:00Z')).toEqual(['oficial.mad']);
    expect(await heads('MAD', '2026-03-20T00:00:00Z')).toEqual(['jefe.mad']);
    const [member] = await harness.asSystem(() =>
      staff.headsOf(post('MAD'), at('2026-03-15T00:00:00Z')),
    );
    expect(member).toMatchObject({ role: 'head_of_post', acting: true });
  });

  it('has one acting head at a time', async () => {
    await subrogate('oficial.mad', 'jefe.mad', '2026-03-10T00:00:00Z', '2026-03-20T00:00:00Z');
    await expect(
      subrogate('oficial2.mad', null, '2026-03-19T00:00:00Z', '2026-03-25T00:00:00Z'),
    ).rejects.toMatchObject({ code: 'POST_ALREADY_SUBROGATED', status: 409 });
    await subrogate('oficial2.mad', null, '2026-03-20T00:00:00Z', '2026-03-25T00:00:00Z');
  });

  it('hands the powers back before their date, once', async () => {
    const { id } = await subrogate(
      'oficial.mad',
      'jefe.mad',
      '2026-03-01T00:00:00Z',
      '2026-03-20T00:00:00Z',
    );
    const handBack = (where = post('MAD')) =>
      harness.app.get(EndSubrogation).run(harness.actor('admin'), where, id, 'Vuelve la jefa');
    expect(await heads('MAD')).toEqual(['oficial.mad']);
    await expect(handBack(post('PAT'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await handBack()).toMatchObject({ validUntil: '2026-03-02T09:00:00.000Z' });
    expect(await heads('MAD')).toEqual(['jefe.mad']);
    await expect(handBack()).rejects.toMatchObject({ code: 'SUBROGATION_ALREADY_ENDED' });
    await subrogate('oficial2.mad', 'jefe.mad', '2026-03-03T00:00:00Z', '2026-03-20T00:00:00Z');
  });

  it('refuses a subrogation that makes no sense', async () => {
    const from = '2026-03-10T00:00:00Z';
    const field = (path: string, code: string) => ({ errors: [{ path, code }] });
    await expect(subrogate('oficial.mad', 'jefe.mad', from, from)).rejects.toMatchObject(
      field('validUntil', 'period_ends_first'),
    );
    await expect(
      subrogate('oficial.mad', null, '2020-01-01T00:00:00Z', '2020-02-01T00:00:00Z'),
    ).rejects.toMatchObject(field('validUntil', 'notInPast'));
    await expect(
      subrogate('oficial.mad', 'oficial.mad', from, '2026-03-11T00:00:00Z'),
    ).rejects.toMatchObject(field('absentAccountId', 'acting_for_oneself'));
    await expect(
      subrogate('oficial.mad', 'oficial2.mad', from, '2026-03-11T00:00:00Z'),
    ).rejects.toMatchObject(field('absentAccountId', 'absent_is_no_head'));
  });

  it('sends what an honorary post needs to the career post that supervises it', async () => {
    expect(await heads('ROS')).toEqual(['jefe.bue']);
    expect(await heads('AQP')).toEqual([]);
    const officers = await harness.asSystem(() => staff.officersOf(post('MAD'), at(NOW)));
    expect(officers.map((member) => member.displayName)).toEqual(['oficial.mad', 'oficial2.mad']);
    const ode = await harness.asSystem(() => staff.officersOf(post('AQP'), at(NOW)));
    expect(ode.map((member) => member.displayName)).toEqual(['ode.aqp']);
  });

  it('finds the desk of headquarters for a post: of its region, then of the world', async () => {
    await grant('jefe.pat', { role: 'hq_analyst', region: 'europe' });
    await grant('oficial.pat', { role: 'hq_analyst', region: 'asia' });
    const desk = (code: string) =>
      harness.asSystem(async () =>
        (await staff.headquartersDesk(post(code), at(NOW))).map((member) => member.displayName),
      );
    expect(await desk('MAD')).toEqual(['jefe.pat', 'mesa.asn']);
    expect(await desk('BUE')).toEqual(['mesa.asn']);
  });

  it('leaves out disabled accounts: a reminder to them would reach no one', async () => {
    await harness.owner.query(`UPDATE accounts SET state = 'disabled' WHERE username = 'jefe.mad'`);
    expect(await heads('MAD')).toEqual([]);
    await expect(grant('jefe.mad', { postId: post('PAT') })).rejects.toMatchObject({
      errors: [{ path: 'accountId', code: 'account_unknown' }],
    });
  });

  it('refuses a role where it is not held', async () => {
    const refused = (input: Partial<RoleInput>, path: string, code: string) =>
      expect(grant('oficial.pat', input)).rejects.toMatchObject({ errors: [{ path, code }] });
    await refused({}, 'postId', 'role_held_elsewhere');
    await refused({ postId: post('AQP') }, 'postId', 'role_held_elsewhere');
    await refused({ role: 'hq_analyst', postId: post('MAD') }, 'postId', 'role_held_elsewhere');
    await refused({ postId: account('admin') }, 'postId', 'post_unknown');
    await refused({ postId: post('MAD'), region: 'europe' }, 'region', 'region_of_headquarters');
    await refused({ role: 'hq_analyst', region: 'atlantis' }, 'region', 'region_unknown');
    await refused(
      { postId: post('MAD'), validUntil: '2020-01-01T00:00:00Z' },
      'validUntil',
      'period_ends_first',
    );
  });

  it('refuses the same role twice at the same time', async () => {
    await expect(grant('oficial.mad', { postId: post('MAD') })).rejects.toMatchObject({
      code: 'ROLE_ALREADY_HELD',
      status: 409,
    });
  });

  describe('accounts apart from cases', () => {
    it('refuses both roles on one account at the same time, in either order', async () => {
      const refusal = { code: 'ROLES_INCOMPATIBLE' };
      await expect(grant('admin', { postId: post('MAD') })).rejects.toMatchObject(refusal);
      await expect(grant('mesa.asn', { role: 'administrator' })).rejects.toMatchObject(refusal);
      await grant('auditora', { role: 'administrator' });
    });

    it('allows one after the other', async () => {
      const later = '2026-06-01T00:00:00Z';
      await grant('auditora', { role: 'administrator', validUntil: later });
      await grant('auditora', { postId: post('MAD'), validFrom: later });
    });

    it('holds for acting heads too', async () => {
      const [from, until] = ['2026-03-10T00:00:00Z', '2026-03-20T00:00:00Z'];
      await expect(subrogate('admin', null, from, until)).rejects.toMatchObject({
        code: 'ROLES_INCOMPATIBLE',
      });
      await subrogate('auditora', null, from, until);
      await expect(grant('auditora', { role: 'administrator' })).rejects.toMatchObject({
        code: 'ROLES_INCOMPATIBLE',
      });
    });

    it('holds against two grants at the same moment', async () => {
      const results = await Promise.allSettled([
        grant('auditora', { role: 'administrator' }),
        grant('auditora', { postId: post('MAD') }),
        subrogate('auditora', null, '2026-03-10T00:00:00Z', '2026-03-20T00:00:00Z'),
      ]);
      const { rows } = await harness.owner.query<{ clash: boolean }>(
        `SELECT bool_or(role = 'administrator') AND bool_or(role <> 'administrator') AS clash
           FROM (SELECT role FROM staff_roles WHERE account_id = $1 AND role <> 'auditor'
                 UNION ALL
                 SELECT 'head_of_post' FROM subrogations WHERE acting_account_id = $1) held`,
        [account('auditora')],
      );
      expect(rows).toEqual([{ clash: false }]);
      expect(results.some((result) => result.status === 'fulfilled')).toBe(true);
    });

    it('is kept by the database itself', async () => {
      await expect(
        harness.owner.query(
          `INSERT INTO staff_roles (id, account_id, role, valid_from, reason)
           VALUES (gen_random_uuid(), $1, 'administrator', '2026-01-01Z', 'test')`,
          [account('mesa.asn')],
        ),
      ).rejects.toMatchObject({ constraint: 'staff_roles_accounts_apart_from_cases' });
    });
  });

  describe('ending a role', () => {
    const end = (id: string, instant?: string) =>
      harness.app.get(EndRole).run(harness.actor('admin'), id, {
        reason: 'Fin de la misión',
        ...(instant ? { at: instant } : {}),
      });
    const roleOf = async (username: string) => {
      const { rows } = await harness.owner.query<{ id: string }>(
        'SELECT id FROM staff_roles WHERE account_id = $1',
        [account(username)],
      );
      return rows[0]!.id;
    };

    it('ends it now, or later, once', async () => {
      const id = await roleOf('jefe.mad');
      expect(await end(id, '2026-03-05T00:00:00Z')).toMatchObject({
        validUntil: '2026-03-05T00:00:00.000Z',
      });
      expect(await end(id)).toMatchObject({ validUntil: '2026-03-02T09:00:00.000Z' });
      expect(await heads('MAD')).toEqual([]);
      await expect(end(id)).rejects.toMatchObject({ code: 'ROLE_ALREADY_ENDED', status: 409 });
    });

    it('does not rewrite the past', async () => {
      await expect(end(await roleOf('jefe.mad'), '2026-03-01T00:00:00Z')).rejects.toMatchObject({
        errors: [{ path: 'at', code: 'notInPast' }],
      });
    });

    it('voids a role that had not begun', async () => {
      const future = '2026-09-01T00:00:00Z';
      const role = await grant('oficial.pat', { postId: post('MAD'), validFrom: future });
      await end(role.id);
      const officers = await harness.asSystem(() => staff.officersOf(post('MAD'), at(future)));
      expect(officers.map((member) => member.displayName)).not.toContain('oficial.pat');
    });

    it('keeps the last administrator', async () => {
      const id = await roleOf('admin');
      await expect(end(id)).rejects.toMatchObject({ code: 'LAST_ADMINISTRATOR' });
      await grant('auditora', { role: 'administrator' });
      await end(id);
    });
  });

  it('lets no one but administrators write, whatever the service does', async () => {
    await expect(
      harness.app.get(Database).inTransaction(harness.actor('jefe.mad'), () =>
        harness.app.get(Database).manager.query(
          `INSERT INTO staff_roles (id, account_id, role, valid_from, reason)
           VALUES (gen_random_uuid(), $1, 'auditor', now(), 'test')`,
          [account('jefe.mad')],
        ),
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      harness.app.get(GrantRole).run(harness.actor('jefe.mad'), {
        accountId: account('jefe.mad'),
        role: 'auditor',
        reason: 'R.M. 0005-2026-RE',
      }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
