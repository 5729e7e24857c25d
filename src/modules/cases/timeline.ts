import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import { z } from 'zod';
import { ProtectedText, type StoredText } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { newId } from '../../platform/ids';
import { CaseRegistry } from './case-registry';
import type { Tier } from './domain/case-vocabulary';

const INSERT = statement(
  'timeline.insert',
  `INSERT INTO timeline_entries (id, case_id, kind, occurred_at, actor_id, tier, data, supersedes)
   VALUES ($1, $2, $3, $4, app.account(), $5, $6, $7)`,
);

/** Schema of a protected text inside an entry's data. */
export const protectedTextData = z
  .custom<ProtectedText>((value) => value instanceof ProtectedText)
  .nullable();

/** Schema of what a person typed, given as plain text and kept as a protected one. */
export const freeText = z.string().transform((text) => ProtectedText.clear(text));

export interface NewEntry {
  caseId: string;
  kind: string;
  occurredAt: Temporal.Instant;
  /** Stricter than the case: `restricted`, or `sealed` for its circle alone. */
  tier?: Tier;
  /** Codes, ids and instants; texts as ProtectedText. */
  data?: Record<string, unknown>;
  supersedes?: string;
}

/** Appends facts to the timeline. Nothing there is ever edited. */
@Injectable()
export class Timeline implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly registry: CaseRegistry,
  ) {}

  onModuleInit(): void {
    const text = z.object({ text: protectedTextData });
    const merge = z.object({ mergeId: z.uuid(), personId: z.uuid(), survivorId: z.uuid() });
    this.registry.addTimelineKinds({
      'case.opened': z.object({ intakeChannel: z.string() }),
      'case.assigned': z.object({
        from: z.uuid().nullable(),
        to: z.uuid().nullable(),
        reason: protectedTextData,
      }),
      'case.activated': z.object({}),
      'case.held': z.object({ wakeOn: z.string(), reason: protectedTextData }),
      'case.closed': z.object({ outcome: z.string(), note: protectedTextData }),
      'case.dismissed': z.object({ reason: z.string(), note: protectedTextData }),
      'case.reopened': z.object({ reason: protectedTextData }),
      'case.closing_undone': z.object({}),
      'case.woken': z.object({ wakeOn: z.string() }),
      'case.edited': z.object({ fields: z.array(z.string()) }),
      'tier.changed': z.object({ from: z.string(), to: z.string(), reason: protectedTextData }),
      'member.added': z.object({ accountId: z.uuid(), memberKind: z.string() }),
      'member.ended': z.object({ accountId: z.uuid(), memberKind: z.string() }),
      'person.added': z.object({ personId: z.uuid(), role: z.string() }),
      'person.ended': z.object({ personId: z.uuid(), role: z.string() }),
      'person.merged': merge,
      'person.unmerged': merge,
      'contact.attempted': z.object({
        attemptId: z.uuid(),
        personId: z.uuid(),
        channel: z.string(),
        outcome: z.string(),
        codeWordGiven: z.boolean().nullable().optional(),
      }),
      'note.added': text,
      'review.recorded': text,
    });
  }

  /** Writes one entry and returns its id. */
  async append(entry: NewEntry): Promise<string> {
    const id = newId();
    const data = this.registry.timelineData(entry.kind, entry.data ?? {});
    this.database.post(INSERT, [
      id,
      entry.caseId,
      entry.kind,
      entry.occurredAt.toString(),
      entry.tier ?? 'standard',
      JSON.stringify(stored(data)),
      entry.supersedes ?? null,
    ]);
    return id;
  }
}

/** Protected texts in the form in which they rest; everything else as it is. */
const stored = (value: unknown): unknown => {
  if (value instanceof ProtectedText) return value.toStored();
  if (Array.isArray(value)) return value.map(stored);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, stored(v)]));
  }
  return value;
};

const isStoredText = (value: object): value is StoredText =>
  Object.keys(value).length === 1 && ('clear' in value || 'sealed' in value);

/** Data as read from the database, with its texts readable for the answer. */
export const revealed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(revealed);
  if (value instanceof Date) return value.toISOString();
  if (value !== null && typeof value === 'object') {
    if (isStoredText(value)) {
      const text = ProtectedText.fromStored(value);
      // of a sealed case that the reader hears of without being in its circle, nothing is readable
      return text.isSealed ? null : text.reveal();
    }
    return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, revealed(v)]));
  }
  return value;
};
