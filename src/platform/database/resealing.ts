import { Injectable } from '@nestjs/common';
import { ProtectedText, type StoredText } from '../crypto/protected-text';
import { sealable, sealableBytes } from '../crypto/sealed-string';
import type { Sealed } from './data-keys';
import { Database } from './database';
import { statement } from './statement';

const TEXTS = statement(
  'resealing.texts',
  `SELECT table_name AS "table", place, content, strings, bytes FROM app.sealable_texts($1, $2)`,
);
const PUT = statement('resealing.put', 'SELECT app.put_sealable_texts($1, $2, $3, $4, $5)');

interface Row {
  table: string;
  place: string;
  content: Record<string, unknown>;
  strings: string[];
  bytes: string[];
}

/** Puts every text of a case or person into the form that this transaction now writes. */
@Injectable()
export class Resealing {
  constructor(private readonly database: Database) {}

  /** @param only when given, rows of this table alone */
  async rewrite(subject: Sealed, only: (table: string) => boolean = () => true): Promise<void> {
    const of =
      'caseId' in subject
        ? (['case', subject.caseId] as const)
        : (['person', subject.personId] as const);
    const rows = await this.database.query<Row>(TEXTS, of);
    for (const row of rows.filter(({ table }) => only(table))) {
      const content = await this.rewritten(row);
      if (content) this.database.post(PUT, [...of, row.table, row.place, JSON.stringify(content)]);
    }
  }

  private async rewritten({ content, strings, bytes }: Row): Promise<object | null> {
    const values = await Promise.all(
      Object.entries(content).map(async ([column, value]) => {
        if (value === null) return [column, null];
        if (strings.includes(column)) return [column, sealable(value as string)];
        if (bytes.includes(column)) return [column, await this.bytes(value as string)];
        return [column, restored(value)];
      }),
    );
    return values.some(([, value]) => value !== null) ? Object.fromEntries(values) : null;
  }

  private async bytes(base64: string): Promise<string> {
    const clear = await this.database.keys.openBytes(Buffer.from(base64, 'base64'));
    return sealableBytes(clear).toString('base64');
  }
}

const isClear = (value: object): value is { clear: string } =>
  'clear' in value && typeof value.clear === 'string' && Object.keys(value).length === 1;

/** The same value with each of its protected texts in the form that is written now. */
function restored(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(restored);
  if (typeof value !== 'object' || value === null) return value;
  if (isClear(value)) return ProtectedText.fromStored(value as StoredText).toStored();
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, restored(item)]));
}
