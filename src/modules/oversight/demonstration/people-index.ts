import type { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { personKeys, personWords, wordVariants } from '../../people';
import type { InventedPerson } from './invented-people';

const LEARN = statement('demonstration.learn-names', 'SELECT app.learn_names($1, $2, $3)');

/** The keys by which invented people are found, and the vocabulary of their names. */
export class PeopleIndex {
  private readonly known = new Set<string>();
  private fresh: { letters: string; variant: string; sound: string }[] = [];

  constructor(private readonly database: Database) {}

  /** The rows of `person_search_keys`; new words wait for `learn`. */
  keysOf(personId: string, person: InventedPerson): { key: string; person_id: string }[] {
    for (const word of personWords(person)) {
      const name = `${word.letters} ${word.sound}`;
      if (this.known.has(name)) continue;
      this.known.add(name);
      for (const variant of wordVariants(word)) this.fresh.push({ ...word, variant });
    }
    return personKeys(person).map((key) => ({ key, person_id: personId }));
  }

  /** Enters the words met since the last call, in the ambient transaction. */
  async learn(): Promise<void> {
    const words = this.fresh;
    this.fresh = [];
    if (words.length === 0) return;
    await this.database.query(LEARN, [
      words.map(({ letters }) => letters),
      words.map(({ variant }) => variant),
      words.map(({ sound }) => sound),
    ]);
  }
}
