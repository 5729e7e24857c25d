import type { InventedPerson } from './invented-people';

/** The row of an invented person who is on file from that moment (epoch milliseconds). */
export const registeredPerson = (
  id: string,
  person: InventedPerson,
  at: number,
  postId: string | null = null,
): Record<string, unknown> => ({
  id,
  given_names: person.givenNames,
  first_surname: person.firstSurname,
  second_surname: person.secondSurname,
  birth_date: person.birthDate,
  sex: person.sex,
  nationality: 'PE',
  identity: 'presumed',
  languages: ['es'],
  migration_status: person.migrationStatus,
  vulnerability: [],
  registered_post_id: postId,
  recorded_at: new Date(at).toISOString(),
});
