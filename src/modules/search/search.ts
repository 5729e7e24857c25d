import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { toRow, type CaseRecord, type CaseRow } from '../cases';
import { SearchPeople, type PersonMatch } from '../people';
import { looksLikeNumber, plainNumber, referencesIn } from './domain/query';
import { BY_NUMBER, BY_PERSON, BY_REFERENCE, BY_WORDS, ROWS, VISIBLE } from './search.statements';
import { SearchReasons, type Reason } from './search-reasons';

/** Candidates that are counted; beyond them the answer says *more than*. */
const MOST_CASES = 200;
/** Files that the rarest word is followed through, newest first. */
const MOST_SCANNED = 10_000;
const MOST_PEOPLE = 50;
/** Likeness from which a person's cases are among the answers (of 1). */
const LIKE_ENOUGH = 0.75;

export interface SearchFilter {
  family?: string;
  type?: string;
  status?: string;
  tier?: string;
  post?: string;
  country?: string;
  assignee?: string;
  /** Opened from this instant … */
  from?: string;
  /** … and before this one. */
  to?: string;
}

export interface SearchInput {
  q: string;
  filter: SearchFilter;
  limit: number;
}

export interface FoundCase extends CaseRow {
  why: Reason[];
}

export interface Found {
  cases: {
    items: FoundCase[];
    /** Cases within the reader's reach that match. */
    total: number;
    /** There are more than `total`, or may be: another word or a filter finds them. */
    more: boolean;
  };
  people: { items: PersonMatch[]; total: number; more: boolean };
}

/** Why a candidate is one, in the order in which answers are shown. */
interface Candidates {
  numbered: Set<string>;
  people: Map<string, { personId: string; role: string }[]>;
  worded: string[];
  restricted: string[];
  words: string[];
  cut: boolean;
}

/**
 * One box over everything: numbers, people, places and notes. Candidates come by equality on key rows;
 * which of them exist for this reader, and so every count, is decided by row-level security.
 */
@Injectable()
export class Search {
  constructor(
    private readonly database: Database,
    private readonly people: SearchPeople,
    private readonly reasons: SearchReasons,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The audit keeps what kind of search it was and how much it showed, never what was typed. */
  run(actor: Actor, { q, filter, limit }: SearchInput): Promise<Found> {
    return this.database.inTransaction(actor, async () => {
      const matches = await this.people.matches(q, MOST_PEOPLE);
      const candidates = await this.candidates(actor, q, filter, matches);
      const cases = await this.cases(candidates, filter, limit);
      const shown = actor.can('person.read') ? matches : [];
      await this.audit.record({
        action: 'search.run',
        subjectType: 'search',
        subjectId: null,
        details: {
          kinds: kindsOf(candidates),
          filters: Object.keys(filter),
          cases: cases.total,
          people: shown.length,
        },
      });
      const people = {
        items: shown.slice(0, limit),
        total: shown.length,
        more: shown.length >= MOST_PEOPLE,
      };
      return { cases, people };
    });
  }

  private async candidates(
    actor: Actor,
    q: string,
    filter: SearchFilter,
    matches: readonly PersonMatch[],
  ): Promise<Candidates> {
    const own = actor.grants.flatMap(({ postCode }) => postCode ?? []);
    const { year } = this.clock.now().toZonedDateTimeISO('UTC');
    const references = referencesIn(q, own, year);
    const persons = matches.filter(({ score }) => score >= LIKE_ENOUGH).map(({ id }) => id);
    const [numbered, acts, words, ofPeople] = await Promise.all([
      references.length > 0 ? this.ids(BY_REFERENCE, [references]) : [],
      looksLikeNumber(q) ? this.byNumber(plainNumber(q)) : [],
      this.byWords(q, filter),
      persons.length > 0
        ? this.database.query<{ caseId: string; personId: string; role: string }>(BY_PERSON, [
            persons,
          ])
        : [],
    ]);
    const people: Candidates['people'] = new Map();
    for (const { caseId, ...part } of ofPeople) {
      people.set(caseId, [...(people.get(caseId) ?? []), part]);
    }
    return {
      numbered: new Set([...numbered, ...acts]),
      people,
      worded: words.ids,
      restricted: words.restrictedIds,
      words: words.words,
      cut: words.cut,
    };
  }

  private async cases(
    candidates: Candidates,
    filter: SearchFilter,
    limit: number,
  ): Promise<Found['cases']> {
    const { numbered, people, worded } = candidates;
    const inOrder = [...new Set([...numbered, ...people.keys(), ...worded])];
    // found by its number or a person as well, a case needs no sight of its restricted parts
    const needsSight = candidates.restricted.filter((id) => !numbered.has(id) && !people.has(id));
    const visible = new Set(
      inOrder.length > 0
        ? await this.ids(VISIBLE, [inOrder, needsSight, JSON.stringify(filter)])
        : [],
    );
    const answers = inOrder.filter((id) => visible.has(id));
    const items = await this.rows(answers.slice(0, limit), candidates);
    // with nothing to show, that candidates were cut short would tell of cases out of reach
    const more = candidates.cut && answers.length > 0;
    return { items, total: answers.length, more };
  }

  private async rows(ids: readonly string[], candidates: Candidates): Promise<FoundCase[]> {
    if (ids.length === 0) return [];
    const records = await this.database.query<CaseRecord>(ROWS, [ids]);
    const byId = new Map(records.map((record) => [record.id, record]));
    const why = await this.reasons.of(ids, candidates);
    const now = this.clock.now().toString();
    return ids.flatMap((id) => {
      const record = byId.get(id);
      return record ? [{ ...toRow(record, now), why: why.get(id) ?? [] }] : [];
    });
  }

  private async byWords(q: string, filter: SearchFilter): Promise<WordsRow> {
    const values = [q, JSON.stringify(filter), MOST_CASES, MOST_SCANNED];
    const [row] = await this.database.query<WordsRow>(BY_WORDS, values);
    return row!;
  }

  private async byNumber(number: string): Promise<string[]> {
    return this.ids(BY_NUMBER, [number, 50]);
  }

  private async ids(sql: typeof VISIBLE, values: unknown[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(sql, values);
    return rows.map(({ id }) => id);
  }
}

interface WordsRow {
  words: string[];
  ids: string[];
  restrictedIds: string[];
  cut: boolean;
}

const kindsOf = ({ numbered, people, worded }: Candidates): string[] => [
  ...(numbered.size > 0 ? ['number'] : []),
  ...(people.size > 0 ? ['person'] : []),
  ...(worded.length > 0 ? ['words'] : []),
];
