import { Injectable } from '@nestjs/common';
import { Keyring } from '../crypto/keyring';
import { ProtectedText, type StoredText } from '../crypto/protected-text';
import { staleVersion, type ShownValue, type VersionChange } from '../errors/domain-error';
import { Database } from './database';
import { statement } from './statement';

const INSERT = statement(
  'revisions.insert',
  `INSERT INTO revisions (subject_type, subject_id, version, fields, was, actor_id)
   VALUES ($1, $2, $3, $4, $5, app.account())`,
);
const SINCE = statement(
  'revisions.since',
  `SELECT r.version, r.recorded_at AS at, s.display_name AS by, r.fields, r.was
     FROM revisions r LEFT JOIN staff_names s ON s.id = r.actor_id
    WHERE r.subject_type = $1 AND r.subject_id = $2 AND r.version > $3 ORDER BY r.version`,
);

interface Row {
  version: number;
  at: Date;
  by: string | null;
  fields: string[];
  was: StoredText | null;
}
type Values = Record<string, ShownValue>;

/**
 * Which fields each version of an edited thing changed, and what they were before. The earlier values
 * rest sealed as one text that opens for this subject and version alone: whoever may edit the thing
 * learns them through a refusal (412); the rows themselves tell nothing.
 */
@Injectable()
export class Revisions {
  constructor(
    private readonly database: Database,
    private readonly keyring: Keyring,
  ) {}

  /**
   * @param before the thing as it was, when its fields are for everyone who may edit it: leave it
   *   out for restricted parts
   */
  async record(
    type: string,
    id: string,
    version: number,
    fields: string[],
    before?: object,
  ): Promise<void> {
    const was = before && this.sealed(valuesOf(before, fields), contextOf(type, id, version));
    await this.database.query(INSERT, [type, id, version, fields, was ?? null]);
  }

  /**
   * Throws STALE_VERSION (412) with what changed, from what to what, unless `expected` is the current
   * version.
   * @param present the thing as it is now, in the editor's sight
   */
  async assertCurrent(
    type: string,
    id: string,
    current: number,
    expected: number,
    present?: object,
  ): Promise<void> {
    if (current === expected) return;
    throw staleVersion(current, await this.since(type, id, expected, present));
  }

  private async since(
    type: string,
    id: string,
    version: number,
    present: object | undefined,
  ): Promise<VersionChange[]> {
    const rows = await this.database.query<Row>(SINCE, [type, id, version]);
    const before = rows.map((row) => this.opened(row.was, contextOf(type, id, row.version)));
    return rows.map(({ at, fields, was: _, ...row }, index) => {
      const later = before.slice(index + 1);
      const old = before[index]!;
      const values = fields.flatMap((field) => {
        const now = present && valuesOf(present, [field]);
        // what the next version found is what this one left; without one, it stands
        const next = later.find((values) => field in values) ?? now;
        return field in old && next && field in next
          ? [{ field, old: old[field]!, new: next[field]! }]
          : [];
      });
      return { ...row, at: at.toISOString(), fields, values };
    });
  }

  private sealed(values: Values, context: string): string {
    return JSON.stringify(this.keyring.seal(JSON.stringify(values), context).toStored());
  }

  private opened(was: StoredText | null, context: string): Values {
    if (!was) return {};
    return JSON.parse(this.keyring.open(ProtectedText.fromStored(was), context)) as Values;
  }
}

const contextOf = (type: string, id: string, version: number): string =>
  `revision:${type}:${id}:${version}`;

/** The fields that can be shown as they are; what a text seals, and whole structures, are left out. */
function valuesOf(thing: object, fields: readonly string[]): Values {
  const of = thing as Record<string, unknown>;
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = shown(of[field]);
      return value === undefined ? [] : [[field, value] as const];
    }),
  );
}

function shown(value: unknown): ShownValue | undefined {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) {
    return value as ShownValue;
  }
  if (value instanceof ProtectedText) return value.isSealed ? undefined : value.reveal();
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) {
    return value.every((item) => typeof item === 'string') ? value.join(', ') : undefined;
  }
  if (typeof value !== 'object') return undefined;
  if ('clear' in value) return String(value.clear);
  // instants and civil dates of the calendar library say what they are
  return Symbol.toStringTag in value && String(value[Symbol.toStringTag]).startsWith('Temporal.')
    ? value.toString()
    : undefined;
}
