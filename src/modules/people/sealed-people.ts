import { Injectable, Module } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { BlindIndex } from './blind-index';
import { documentNumberKey } from './domain/document';
import { PersonIndex } from './person-index';
import { Person } from './person.entity';
import { PersonDocument } from './person-parts.entity';

const SET_KEY = statement(
  'people.set-number-key',
  'UPDATE person_documents SET number_key = $2 WHERE id = $1',
);

/** Persons known from sealed cases alone: what finds them without telling who they are. */
@Injectable()
export class SealedPeople {
  constructor(
    private readonly database: Database,
    private readonly index: PersonIndex,
    private readonly blind: BlindIndex,
  ) {}

  /** Inside the transaction that sealed or unsealed the person, while it writes their texts. */
  async reindex(personId: string): Promise<void> {
    const { manager } = this.database;
    const person = await manager.findOneByOrFail(Person, { id: personId });
    await this.index.replace(personId, person);
    for (const { id, number } of await manager.findBy(PersonDocument, { personId })) {
      const key = documentNumberKey(number);
      const resting = this.database.keys.isSealing ? this.blind.document(key) : key;
      this.database.post(SET_KEY, [id, resting]);
    }
  }
}

/** What the case file needs of people to seal them; the rest of people knows cases only by ids. */
@Module({
  providers: [SealedPeople, PersonIndex, BlindIndex],
  exports: [SealedPeople, PersonIndex, BlindIndex],
})
export class SealedPeopleModule {}
