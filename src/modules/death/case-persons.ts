import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { invalidField } from '../../platform/errors/domain-error';

const TAKES_PART = statement(
  'death.takes-part',
  `SELECT cp.person_id AS id FROM case_people cp JOIN persons p ON p.id = $2
    WHERE cp.case_id = $1 AND cp.until IS NULL AND cp.person_id IN (p.id, p.merged_into) LIMIT 1`,
);
const DOCUMENT = statement(
  'death.document',
  'SELECT 1 AS found FROM documents WHERE case_id = $1 AND id = $2',
);

/** Persons and files that an act names must be of its case. */
@Injectable()
export class CasePersons {
  constructor(private readonly database: Database) {}

  /** The record by which somebody takes part in the case; null when nobody is named. */
  async partOf(caseId: string, id: string | undefined, path: string): Promise<string | null> {
    if (!id) return null;
    const [part] = await this.database.query<{ id: string }>(TAKES_PART, [caseId, id]);
    if (!part) throw invalidField(path, 'NOT_IN_THE_CASE');
    return part.id;
  }

  async documentOf(caseId: string, id: string | undefined, path: string): Promise<string | null> {
    if (!id) return null;
    const [found] = await this.database.query(DOCUMENT, [caseId, id]);
    if (!found) throw invalidField(path, 'NOT_IN_THIS_CASE');
    return id;
  }
}
