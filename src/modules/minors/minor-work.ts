import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { statement } from '../../platform/database/statement';
import { invalidField } from '../../platform/errors/domain-error';
import { FamilyTools, FamilyWork, type FamilyFile } from '../obligations';
import { sameAs } from '../people';
import type { MinorFacts } from './domain/minor-facts';
import { MinorFactsSource } from './minor-facts.source';

export type MinorFile = FamilyFile<MinorFacts>;

const TAKES_PART = statement(
  'minors.takes-part',
  `SELECT coalesce(p.merged_into, p.id) AS id FROM case_people cp JOIN persons p ON p.id = cp.person_id
    WHERE cp.case_id = $1 AND cp.until IS NULL AND cp.person_id IN ${sameAs('$2')}
      AND cp.role = ANY ($3) LIMIT 1`,
);
const DOCUMENT = statement(
  'minors.document',
  'SELECT 1 AS found FROM documents WHERE id = $1 AND case_id = $2',
);

/** The way of every write to a minor's case, and what its acts check alike. */
@Injectable()
export class MinorWork extends FamilyWork<MinorFacts> {
  constructor(tools: FamilyTools, source: MinorFactsSource) {
    super(tools, source, 'restricted');
  }

  /** The person who takes part in the case in one of `roles`; 422 when they do not. */
  async partOf(
    { case: { id } }: MinorFile,
    personId: string,
    roles: readonly string[],
    path = 'personId',
  ): Promise<string> {
    const [part] = await this.database.query<{ id: string }>(TAKES_PART, [id, personId, roles]);
    if (!part) throw invalidField(path, 'NOT_IN_THIS_ROLE');
    return part.id;
  }

  /** A file of this case; 422 for any other. */
  async documentOf({ case: { id } }: MinorFile, documentId?: string): Promise<string | null> {
    if (!documentId) return null;
    const [found] = await this.database.query(DOCUMENT, [documentId, id]);
    if (!found) throw invalidField('documentId', 'NOT_IN_THIS_CASE');
    return documentId;
  }
}

/** Today at the post of the case. */
export const todayIn = ({ facts, now }: MinorFile): Temporal.PlainDate =>
  now.toZonedDateTimeISO(facts.zone).toPlainDate();

/** A day of the post that is past or present; refuses one to come. */
export function pastDayIn(file: MinorFile, day: string, path: string): string {
  if (day > todayIn(file).toString()) throw invalidField(path, 'notInFuture');
  return day;
}

export const optionalPastDayIn = (
  file: MinorFile,
  day: string | undefined,
  path: string,
): string | null => (day ? pastDayIn(file, day, path) : null);

/** Refuses an expiry that is before its start, or that has passed at the post. */
export function assertExpiry(
  file: MinorFile,
  startsOn: string | null,
  expiresOn: string | undefined,
): void {
  if (!expiresOn) return;
  if (startsOn && expiresOn < startsOn) throw invalidField('expiresOn', 'BEFORE_ITS_START');
  if (expiresOn < todayIn(file).toString()) throw invalidField('expiresOn', 'HAS_EXPIRED');
}
