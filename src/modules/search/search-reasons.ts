import { Injectable } from '@nestjs/common';
import { ProtectedText, type StoredText } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { snippetOf, type Snippet } from './domain/snippet';
import { ENTRIES, TEXTS } from './search.statements';

/** Why a case is among the answers. */
export interface Reason {
  kind: 'number' | 'person' | 'place' | 'summary' | 'note';
  /** The person who matched, and their part in the case. */
  personId?: string;
  role?: string;
  /** The entry of the timeline whose text matched. */
  entryKind?: string;
  occurredAt?: string;
  /** The passage, and the words in it that match. */
  text?: string;
  words?: string[];
}

interface Matched {
  numbered: ReadonlySet<string>;
  people: ReadonlyMap<string, readonly { personId: string; role: string }[]>;
  worded: readonly string[];
  words: readonly string[];
}

interface TextsRow {
  caseId: string;
  place: StoredText | null;
  summary: StoredText | null;
  intakeReference: string | null;
}

interface EntryRow {
  caseId: string;
  id: string;
  kind: string;
  occurredAt: Date;
  data: Record<string, unknown>;
}

const MOST_NOTES = 2;

/** Reads the texts of the cases on show again, under policy, and finds the passages that matched. */
@Injectable()
export class SearchReasons {
  constructor(private readonly database: Database) {}

  async of(ids: readonly string[], matched: Matched): Promise<Map<string, Reason[]>> {
    const worded = new Set(matched.worded);
    const read = ids.filter((id) => worded.has(id));
    const [texts, entries] = await Promise.all([
      read.length > 0 ? this.database.query<TextsRow>(TEXTS, [read]) : [],
      read.length > 0 ? this.database.query<EntryRow>(ENTRIES, [read]) : [],
    ]);
    const why = new Map<string, Reason[]>(ids.map((id) => [id, []]));
    for (const id of ids) {
      if (matched.numbered.has(id)) why.get(id)!.push({ kind: 'number' });
      for (const part of matched.people.get(id) ?? []) {
        why.get(id)!.push({ kind: 'person', ...part });
      }
    }
    for (const { caseId, place, summary } of texts) {
      const found = [
        ...reason('place', snippet(place, matched.words)),
        ...reason('summary', snippet(summary, matched.words)),
      ];
      why.get(caseId)!.push(...found);
    }
    for (const entry of entries) {
      const reasons = why.get(entry.caseId)!;
      if (reasons.filter(({ kind }) => kind === 'note').length >= MOST_NOTES) continue;
      for (const text of clearTexts(entry.data)) {
        const found = snippetOf(text, matched.words);
        if (!found) continue;
        reasons.push({
          kind: 'note',
          entryKind: entry.kind,
          occurredAt: entry.occurredAt.toISOString(),
          ...found,
        });
        break;
      }
    }
    // matched by what the family keeps of it, e.g. the prison's name
    for (const id of read) if (why.get(id)!.length === 0) why.get(id)!.push({ kind: 'place' });
    return why;
  }
}

const reason = (kind: Reason['kind'], found: Snippet | null): Reason[] =>
  found ? [{ kind, ...found }] : [];

function snippet(stored: StoredText | null, words: readonly string[]): Snippet | null {
  const text = stored && ProtectedText.fromStored(stored);
  return text && !text.isSealed ? snippetOf(text.reveal(), words) : null;
}

/** Texts in the clear anywhere in an entry's data; sealed ones are not looked into. */
function clearTexts(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  if ('clear' in value && typeof value.clear === 'string') return [value.clear];
  return Object.values(value).flatMap(clearTexts);
}
