import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { Candidates } from './candidates';
import { documentKeysIn, documentNumberKey } from './domain/document';
import { freeQuery, partsQuery } from './domain/similarity';
import type { PersonMatch } from './person.view';

/** The best come first and there is no second page: a longer list calls for another word. */
export interface Matches {
  items: PersonMatch[];
  nextCursor: null;
}

/** Likeness under which a find would only distract (of 1). */
const LEAST_FOR_SEARCH = 0.55;
const LEAST_FOR_DUPLICATE = 0.7;
const MOST_DUPLICATES = 10;

export interface DuplicateQuery {
  givenNames?: string | null;
  firstSurname?: string | null;
  secondSurname?: string | null;
  birthDate?: string | null;
  documents?: readonly { number: string }[];
}

/** Finds people by a name, however misspelt, or by the number of a document. */
@Injectable()
export class SearchPeople {
  constructor(
    private readonly database: Database,
    private readonly candidates: Candidates,
    private readonly audit: Audit,
  ) {}

  /** What was typed in the search box: words in any order, or a document number. */
  search(actor: Actor, text: string, limit: number): Promise<Matches> {
    return this.find(actor, 'search', limit, () => this.matches(text, limit));
  }

  /** `search` as part of a wider one, inside its transaction; whoever runs that audits it. */
  matches(text: string, limit: number): Promise<PersonMatch[]> {
    return this.candidates.find(
      { name: text, compare: freeQuery(text), documentKeys: documentKeysIn(text) },
      LEAST_FOR_SEARCH,
      limit,
    );
  }

  /** People on file who may be the one about to be registered. */
  duplicates(actor: Actor, query: DuplicateQuery): Promise<Matches> {
    const { givenNames, firstSurname, secondSurname } = query;
    const name = [givenNames, firstSurname, secondSurname].filter(Boolean).join(' ');
    const compare = partsQuery({
      givenNames: givenNames ?? '',
      firstSurname: firstSurname ?? '',
      secondSurname: secondSurname ?? null,
      birthDate: query.birthDate ?? null,
    });
    const documentKeys = (query.documents ?? []).flatMap(({ number }) => [
      documentNumberKey(number),
      ...documentKeysIn(number),
    ]);
    return this.find(actor, 'duplicates', MOST_DUPLICATES, () =>
      this.candidates.find(
        { name, compare, documentKeys: documentKeys.filter(Boolean) },
        LEAST_FOR_DUPLICATE,
        MOST_DUPLICATES,
      ),
    );
  }

  /** The entry in the audit says that one searched and how much was shown, never for whom. */
  private find(
    actor: Actor,
    purpose: 'search' | 'duplicates',
    limit: number,
    look: () => Promise<PersonMatch[]>,
  ): Promise<Matches> {
    actor.require('person.read');
    return this.database.inTransaction(actor, async () => {
      const items = await look();
      await this.audit.record({
        action: 'person.searched',
        subjectType: 'person',
        subjectId: null,
        details: { purpose, limit, shown: items.length },
      });
      return { items, nextCursor: null };
    });
  }
}
