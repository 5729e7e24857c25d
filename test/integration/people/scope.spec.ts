import { Pool, type PoolClient } from 'pg';
import { newId } from '../../../src/platform/ids';
import { storePeople, type StoredPerson } from '../../factories/people';
import { createStaff, type Staff } from '../../factories/staff';
import { createTestDatabase, type TestDatabase } from '../../support/database';

const person = (givenNames: string, firstSurname: string) => ({
  givenNames,
  firstSurname,
  secondSurname: null,
  birthDate: '1990-05-03',
});

describe('who sees which person', () => {
  let database: TestDatabase;
  let owner: Pool;
  let application: Pool;
  let staff: Staff;
  let rosa: StoredPerson;
  let juan: StoredPerson;

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new Pool({ connectionString: database.ownerUrl });
    application = new Pool({ connectionString: database.appUrl });
    staff = await createStaff(owner);
    [rosa, juan] = (await storePeople(owner, [
      person('Rosa', 'Ñahui'),
      person('Juan', 'Quispe'),
    ])) as [StoredPerson, StoredPerson];
    for (const { id } of [rosa, juan]) {
      await owner.query(
        `INSERT INTO person_documents (id, person_id, kind, number, number_key, issuing_state)
         VALUES ($1, $2, 'dni', '10117410', '10117410', 'PER')`,
        [newId(), id],
      );
      await owner.query(
        `INSERT INTO person_contacts (id, person_id, kind, value) VALUES ($1, $2, 'phone', '{"clear": "+34612345678"}')`,
        [newId(), id],
      );
      await owner.query(
        `INSERT INTO person_identity_decisions (id, person_id, state) VALUES ($1, $2, 'presumed')`,
        [newId(), id],
      );
      await owner.query(
        `INSERT INTO person_aliases (id, person_id, kind, name) VALUES ($1, $2, 'nickname', 'Otra')`,
        [newId(), id],
      );
      await owner.query(
        `INSERT INTO contact_restrictions (id, person_id, ground, reason, since)
         VALUES ($1, $2, 'safety', '{"clear": "x"}', now())`,
        [newId(), id],
      );
    }
    const file = newId();
    await owner.query(
      `INSERT INTO cases (id, post_id, family, type, tier, status, intake_channel, occurred_at, country)
       VALUES ($1, $2, 'detention', 'criminal_detention', 'standard', 'active', 'person', now(), 'AR')`,
      [file, staff.posts['BUE']],
    );
    await owner.query(
      `INSERT INTO case_people (id, case_id, person_id, role) VALUES ($1, $2, $3, 'beneficiary')`,
      [newId(), file, rosa.id],
    );
    await owner.query(
      `INSERT INTO case_members (id, case_id, account_id, kind) VALUES ($1, $2, $3, 'honorary')`,
      [newId(), file, staff.accounts['honorario.ros']],
    );
  });
  afterAll(async () => {
    await application.end();
    await owner.end();
    await database.drop();
  });

  async function as<T>(
    username: string | null,
    work: (client: PoolClient) => Promise<T>,
  ): Promise<T> {
    const client = await application.connect();
    try {
      await client.query('BEGIN');
      if (username) await client.query('SELECT app.act_as($1, NULL)', [staff.accounts[username]]);
      return await work(client);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  }
  const peopleIn = (table: string, column: string, username: string | null) =>
    as(username, async (client) => {
      const { rows } = await client.query(`SELECT DISTINCT ${column} AS id FROM ${table}`);
      return rows.map(({ id }) => id as string).sort();
    });
  const found = (username: string | null, sounds: string[]) =>
    as(username, async (client) => {
      const { rows } = await client.query(
        `SELECT person_id AS id FROM app.find_people($1, $1, '{1,2}', '{}', '{}', 50)`,
        [sounds],
      );
      return rows.map(({ id }) => id as string);
    });

  const CASE_WORK = [
    'oficial.mad',
    'jefe.pat',
    'local.mad',
    'ode.aqp',
    'mesa.asn',
    'directora.dgc',
    'proteccion',
  ];
  const OTHERS = ['guardian', 'finanzas', 'contabilidad', 'auditora', 'datos', 'admin', null];
  const TABLES: [table: string, column: string][] = [
    ['persons', 'id'],
    ['person_documents', 'person_id'],
    ['person_contacts', 'person_id'],
    ['person_identity_decisions', 'person_id'],
    ['person_search_keys', 'person_id'],
    ['person_aliases', 'person_id'],
    ['contact_restrictions', 'person_id'],
  ];

  describe.each(TABLES)('in %s', (table, column) => {
    it.each(CASE_WORK)('%s: everyone', async (username) => {
      expect(await peopleIn(table, column, username)).toEqual([rosa.id, juan.id].sort());
    });
    it.each(OTHERS)('%s: no one', async (username) => {
      expect(await peopleIn(table, column, username)).toEqual([]);
    });
    it('an honorary consul: the people in the cases handed to them', async () => {
      expect(await peopleIn(table, column, 'honorario.ros')).toEqual([rosa.id]);
    });
  });

  it('the search finds exactly what its caller sees', async () => {
    const [juanQuispe, rosaNahui] = [
      ['juan', 'kispi'],
      ['rusa', 'naui'],
    ];
    for (const username of CASE_WORK) {
      expect(await found(username, juanQuispe!)).toEqual([juan.id]);
      expect(await found(username, rosaNahui!)).toEqual([rosa.id]);
    }
    for (const username of OTHERS) expect(await found(username, juanQuispe!)).toEqual([]);
    expect(await found('honorario.ros', juanQuispe!)).toEqual([]);
    expect(await found('honorario.ros', rosaNahui!)).toEqual([rosa.id]);
  });

  it('an honorary consul registers nobody', async () => {
    const insert = (username: string) =>
      as(username, (client) =>
        client.query(
          `INSERT INTO persons (id, given_names, first_surname, identity) VALUES ($1, 'A', 'B', 'unverified')`,
          [newId()],
        ),
      );
    await expect(insert('honorario.ros')).rejects.toThrow(/row-level security/);
    await expect(insert('auditora')).rejects.toThrow(/row-level security/);
    await expect(insert('oficial.mad')).resolves.toBeDefined();
  });

  it('ties between persons are seen where both are, and merges keep what they were', async () => {
    const between = [newId(), rosa.id, juan.id];
    await owner.query(
      `INSERT INTO person_relations (id, person_id, other_id, kind, source) VALUES ($1, $2, $3, 'sibling', 'officer')`,
      between,
    );
    await owner.query(
      `INSERT INTO person_merges (id, person_id, survivor_id, reason) VALUES ($1, $2, $3, '{"clear": "x"}')`,
      between,
    );
    for (const table of ['person_relations', 'person_merges']) {
      expect(await peopleIn(table, 'person_id', 'oficial.pat')).toEqual([rosa.id]);
      expect(await peopleIn(table, 'person_id', 'honorario.ros')).toEqual([]);
      expect(await peopleIn(table, 'person_id', 'auditora')).toEqual([]);
    }
    const rewrite = (sql: string) => as('oficial.mad', (client) => client.query(sql));
    await expect(rewrite('UPDATE person_merges SET survivor_id = person_id')).rejects.toThrow(
      /permission denied/,
    );
    await expect(rewrite('DELETE FROM person_merges')).rejects.toThrow(/permission denied/);
    await expect(
      as('auditora', (client) => client.query('SELECT app.settle_merges($1)', [[rosa.id]])),
    ).rejects.toThrow();
    await expect(
      as('oficial.pat', (client) =>
        client.query('SELECT app.tell_cases_of_merge($1, now())', [between[0]]),
      ),
    ).rejects.toThrow();
  });

  it('the vocabulary of names is read and taught through its functions alone', async () => {
    for (const sql of [
      'SELECT * FROM name_variants',
      "INSERT INTO name_variants VALUES ('a', 'b')",
    ]) {
      await expect(as('oficial.mad', (client) => client.query(sql))).rejects.toThrow(
        /permission denied/,
      );
    }
    await expect(
      as(null, (client) => client.query(`SELECT app.learn_names('{a}', '{a}', '{a}')`)),
    ).rejects.toThrow();
  });

  it('nobody erases a person, a document or a contact', async () => {
    for (const table of ['persons', 'person_documents', 'person_contacts']) {
      await expect(
        as('oficial.mad', (client) => client.query(`DELETE FROM ${table}`)),
      ).rejects.toThrow(/permission denied/);
    }
  });
});
