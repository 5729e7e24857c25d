import type { Pool } from 'pg';
import {
  personKeys,
  personWords,
  wordVariants,
  type NamedPerson,
} from '../../src/modules/people/domain/name-keys';
import { newId } from '../../src/platform/ids';
import { inventedPerson, seededRandom } from './peruvian-names';

const BATCH = 5000;

export type StoredPerson = NamedPerson & { id: string };

/** Registers people as the owner, in bulk, with everything that finds them. */
export async function storePeople(
  owner: Pool,
  people: readonly NamedPerson[],
): Promise<StoredPerson[]> {
  const stored = people.map((person) => ({ ...person, id: newId() }));
  for (let from = 0; from < stored.length; from += BATCH) {
    await storeBatch(owner, stored.slice(from, from + BATCH));
  }
  return stored;
}

async function storeBatch(owner: Pool, people: readonly StoredPerson[]): Promise<void> {
  const column = <K extends keyof StoredPerson>(name: K) => people.map((person) => person[name]);
  await owner.query(
    `INSERT INTO persons (id, given_names, first_surname, second_surname, birth_date, identity, nationality)
     SELECT *, 'unverified', 'PE' FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::date[])`,
    [
      column('id'),
      column('givenNames'),
      column('firstSurname'),
      column('secondSurname'),
      column('birthDate'),
    ],
  );
  const keys = people.flatMap((person) => personKeys(person).map((key) => [key, person.id]));
  await owner.query(
    'INSERT INTO person_search_keys (key, person_id) SELECT * FROM unnest($1::text[], $2::uuid[])',
    [keys.map(([key]) => key), keys.map(([, id]) => id)],
  );
  const words = new Map(people.flatMap(personWords).map((word) => [word.letters, word]));
  const variants = [...words.values()].flatMap((word) =>
    wordVariants(word).map((variant) => [variant, word.sound]),
  );
  await owner.query(
    `INSERT INTO name_variants (variant, term) SELECT DISTINCT * FROM unnest($1::text[], $2::text[])
     ON CONFLICT DO NOTHING`,
    [variants.map(([variant]) => variant), variants.map(([, term]) => term)],
  );
}

/** People with invented names as common as in Peru; the same for the same seed. */
export async function storeInventedPeople(
  owner: Pool,
  count: number,
  seed: number,
): Promise<StoredPerson[]> {
  const random = seededRandom(seed);
  const people = await storePeople(
    owner,
    Array.from({ length: count }, () => inventedPerson(random)),
  );
  await owner.query('VACUUM ANALYZE persons, person_search_keys, name_variants');
  return people;
}
