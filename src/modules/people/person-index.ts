import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { BlindIndex } from './blind-index';
import {
  aliasKeys,
  personKeys,
  personWords,
  wordsOf,
  wordVariants,
  type NamedPerson,
} from './domain/name-keys';

const FORGET = statement(
  'people.forget_keys',
  'DELETE FROM person_search_keys WHERE person_id = $1',
);
const ALIASES = statement(
  'people.aliases_for_keys',
  `SELECT name FROM person_aliases WHERE person_id = $1 AND withdrawn_at IS NULL ORDER BY id LIMIT 20`,
);
/** Both in one round trip: registering is part of what an officer waits for. */
const ENTER = statement(
  'people.enter_keys',
  `WITH entered AS (
     INSERT INTO person_search_keys (key, person_id) SELECT k, $2 FROM unnest($1::text[]) AS u(k)
   ) SELECT app.learn_names($3, $4, $5)`,
);

const ENTER_BLIND = statement(
  'people.enter_blind_keys',
  'INSERT INTO person_search_keys (key, person_id) SELECT k, $2 FROM unnest($1::text[]) AS u(k)',
);

/** Keeps the keys by which a person is found in step with the name. */
@Injectable()
export class PersonIndex {
  constructor(
    private readonly database: Database,
    private readonly blind: BlindIndex,
  ) {}

  /** Enters a person for the first time. */
  async enter(
    personId: string,
    person: NamedPerson,
    aliases: readonly string[] = [],
  ): Promise<void> {
    const keys = [...personKeys(person), ...aliases.flatMap((alias) => aliasKeys(alias, person))];
    if (this.database.keys.isSealing) {
      // no word of a sealed person's name enters the vocabulary
      const blinded = [...new Set(keys)].map((key) => this.blind.name(key));
      this.database.post(ENTER_BLIND, [blinded, personId]);
      return;
    }
    const words = [...personWords(person), ...aliases.flatMap(wordsOf)];
    const entries = words.flatMap((word) =>
      wordVariants(word).map((variant) => ({ ...word, variant })),
    );
    this.database.post(ENTER, [
      [...new Set(keys)],
      personId,
      entries.map(({ letters }) => letters),
      entries.map(({ variant }) => variant),
      entries.map(({ sound }) => sound),
    ]);
  }

  /** Replaces the keys after a change of name, of another name, or of the birth date. */
  async replace(personId: string, person: NamedPerson): Promise<void> {
    this.database.post(FORGET, [personId]);
    const aliases = await this.database.query<{ name: string }>(ALIASES, [personId]);
    await this.enter(
      personId,
      person,
      aliases.map(({ name }) => name),
    );
  }
}
