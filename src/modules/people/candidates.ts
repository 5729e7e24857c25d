import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { BlindIndex } from './blind-index';
import { swappedDayAndMonth } from './domain/birth-date';
import { beginningsOf, pairKey, queryWords, spellings } from './domain/name-keys';
import { fullName } from './domain/person-name';
import { compareAlias, compareNames, type NameQuery, type Reason } from './domain/similarity';
import type { IdentityState } from './domain/identity';
import type { Sex } from './domain/vocabularies';
import type { DocumentView, PersonMatch } from './person.view';

/** Rows read again and compared in full; more would cost time and change no first page. */
const MOST_CANDIDATES = 120;

const PERSON = `p.id, p.given_names AS "givenNames", p.first_surname AS "firstSurname",
  p.second_surname AS "secondSurname", p.birth_date::text AS "birthDate", p.sex, p.nationality, p.identity,
  coalesce(p.merged_into, p.id) AS "standsFor",
  coalesce((SELECT array_agg(a.name ORDER BY a.id) FROM person_aliases a
     WHERE a.person_id = p.id AND a.withdrawn_at IS NULL), '{}') AS aliases`;

/** The function knows the actor's reach; the rows are read again under policy. */
const FIND = statement(
  'people.find',
  `SELECT ${PERSON} FROM app.find_people($1, $2, $3, $4, $5, $6) f JOIN persons p ON p.id = f.person_id`,
);
const FIND_BY_DOCUMENT = statement(
  'people.find_by_document',
  `SELECT ${PERSON} FROM persons p
    WHERE p.id IN (SELECT person_id FROM person_documents
                    WHERE number_key = ANY ($1) AND withdrawn_at IS NULL LIMIT ${MOST_CANDIDATES})`,
);
const FIND_SEALED = statement(
  'people.find_sealed',
  `SELECT ${PERSON} FROM persons p
    WHERE p.sealed AND p.id IN (SELECT person_id FROM person_search_keys WHERE key = ANY ($1) LIMIT ${MOST_CANDIDATES})`,
);
const READ = statement(
  'people.read_found',
  `SELECT ${PERSON} FROM persons p WHERE p.id = ANY ($1)`,
);
const READ_DOCUMENTS = statement(
  'people.read_found_documents',
  `SELECT person_id AS "personId", kind, number, issuing_state AS "issuingState" FROM person_documents
    WHERE person_id = ANY ($1) AND withdrawn_at IS NULL ORDER BY id`,
);

interface FoundRow {
  id: string;
  givenNames: string;
  firstSurname: string;
  secondSurname: string | null;
  birthDate: string | null;
  sex: Sex;
  nationality: string | null;
  identity: IdentityState;
  /** The person this record stands for: itself unless it was merged. */
  standsFor: string;
  aliases: string[];
}

interface Found {
  row: FoundRow;
  known: boolean;
  score: number;
  why: Reason[];
  foundAs: string | null;
}

export interface CandidateQuery {
  /** Every word of the name, in the order typed. */
  name: string;
  compare: NameQuery;
  /** Numbers as compared (`documentNumberKey`). */
  documentKeys: readonly string[];
}

/**
 * People who may be meant, best first: found by keys within the actor's reach, read again under policy
 * and ranked by likeness. Runs inside the ambient transaction.
 */
@Injectable()
export class Candidates {
  constructor(
    private readonly database: Database,
    private readonly blind: BlindIndex,
  ) {}

  async find(query: CandidateQuery, least: number, limit: number): Promise<PersonMatch[]> {
    const [byDocument, sealed, byName] = await Promise.all([
      this.byDocument(query.documentKeys),
      this.sealedByName(query),
      this.byName(query),
    ]);
    const known = new Set(byDocument.map(({ id }) => id));
    const named = [...sealed, ...byName].filter(({ id }) => !known.has(id));
    const ranked = [...byDocument, ...named]
      .map((row) => ({ row, known: known.has(row.id) }))
      .map(({ row, known }) => ({ row, known, ...rank(query.compare, row, known) }))
      .filter(({ score }) => score >= least)
      .sort(
        (a, b) => Number(b.known) - Number(a.known) || b.score - a.score || newer(a.row, b.row),
      );
    const people = (await this.asPersons(ranked)).slice(0, limit);
    const documents = await this.documentsOf(people.map(({ row }) => row.id));
    return people.map(({ row: { standsFor: _, aliases: __, ...row }, score, why, foundAs }) => ({
      ...row,
      fullName: fullName(row),
      documents: documents.get(row.id) ?? [],
      score,
      why,
      foundAs,
    }));
  }

  /**
   * Each person once, by the record that matched best. A duplicate is shown as the person it stands
   * for, with the name by which it was found; where the reader does not see that person, as itself.
   */
  private async asPersons(ranked: readonly Found[]): Promise<Found[]> {
    const wanted = [
      ...new Set(
        ranked
          .map(({ row }) => row)
          .filter(isDuplicate)
          .map(({ standsFor }) => standsFor),
      ),
    ];
    const survivors = wanted.length > 0 ? await this.database.query<FoundRow>(READ, [wanted]) : [];
    const shown = new Map(survivors.map((row) => [row.id, row]));
    const people = new Map<string, Found>();
    for (const found of ranked) {
      const survivor = isDuplicate(found.row) ? shown.get(found.row.standsFor) : undefined;
      const row = survivor ?? found.row;
      if (people.has(row.id)) continue;
      const foundAs = survivor ? fullName(found.row) : found.foundAs;
      people.set(row.id, { ...found, row, foundAs });
    }
    return [...people.values()];
  }

  private async byDocument(keys: readonly string[]): Promise<FoundRow[]> {
    return keys.length === 0
      ? []
      : this.database.query<FoundRow>(FIND_BY_DOCUMENT, [this.blind.documents(keys)]);
  }

  /** Persons of the reader's sealed cases, by words spelt as they sound: their names are not indexed. */
  private async sealedByName({ name }: CandidateQuery): Promise<FoundRow[]> {
    const sounds = queryWords(name).map(({ sound }) => sound);
    const pairs = sounds.flatMap((a, i) => sounds.slice(i + 1).map((b) => pairKey(a, b)));
    const keys = pairs.length > 0 ? pairs : sounds;
    if (keys.length === 0) return [];
    return this.database.query<FoundRow>(FIND_SEALED, [this.blind.names(keys)]);
  }

  private async byName({ name, compare }: CandidateQuery): Promise<FoundRow[]> {
    const words = queryWords(name);
    if (words.length === 0) return [];
    const looked = words.flatMap((word, i) =>
      spellings(word).map((variant) => ({ variant, position: i + 1 })),
    );
    const last = words.at(-1);
    return this.database.query<FoundRow>(FIND, [
      words.map(({ sound }) => sound),
      looked.map(({ variant }) => variant),
      looked.map(({ position }) => position),
      last ? beginningsOf(last) : [],
      birthDates(compare.birthDate),
      MOST_CANDIDATES,
    ]);
  }

  private async documentsOf(
    ids: readonly string[],
  ): Promise<Map<string, PersonMatch['documents']>> {
    const found = new Map<string, PersonMatch['documents']>();
    if (ids.length === 0) return found;
    const rows = await this.database.query<
      { personId: string } & Pick<DocumentView, 'kind' | 'number' | 'issuingState'>
    >(READ_DOCUMENTS, [ids]);
    for (const { personId, ...document } of rows) {
      found.set(personId, [...(found.get(personId) ?? []), document]);
    }
    return found;
  }
}

/** The day told, and the one told with day and month swapped. */
const birthDates = (told: string | null): string[] =>
  told ? [told, swappedDayAndMonth(told)].filter((day) => day !== null) : [];

const newer = (a: FoundRow, b: FoundRow): number => (a.id < b.id ? 1 : -1);

const isDuplicate = (row: FoundRow): boolean => row.standsFor !== row.id;

/**
 * By the name or another name, whichever is more alike. A document in common outweighs any name: names
 * change and are misheard, numbers less so.
 */
function rank(
  query: NameQuery,
  row: FoundRow,
  sameDocument: boolean,
): Pick<Found, 'score' | 'why' | 'foundAs'> {
  let best: Pick<Found, 'score' | 'why' | 'foundAs'> = {
    ...compareNames(query, row),
    foundAs: null,
  };
  for (const alias of row.aliases) {
    const match = compareAlias(query, alias, row);
    if (match.score > best.score) best = { ...match, foundAs: alias };
  }
  return sameDocument ? { ...best, score: 1, why: ['same_document', ...best.why] } : best;
}
