import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { statement } from '../../platform/database/statement';
import { invalidField } from '../../platform/errors/domain-error';
import { FamilyTools, FamilyWork, type FamilyFile } from '../obligations';
import { sameAs } from '../people';
import type { MinorFacts } from './domain/minor-facts';
import { MinorFactsSource } from './minor-facts.source';

export type MinorFile = FamilyFile<MinorFacts>;

/** In which role somebody who answers for the child takes part in the case. */
const GUARDIAN_ROLES = ['guardian', 'relative'];
const TAKES_PART = statement(
  'minors.guardian',
  `SELECT coalesce(p.merged_into, p.id) AS id FROM case_people cp JOIN persons p ON p.id = cp.person_id
    WHERE cp.case_id = $1 AND cp.until IS NULL AND cp.person_id IN ${sameAs('$2')}
      AND cp.role = ANY ($3) LIMIT 1`,
);

/** The way of every write to a minor's case, and what its acts check alike. */
@Injectable()
export class MinorWork extends FamilyWork<MinorFacts> {
  constructor(tools: FamilyTools, source: MinorFactsSource) {
    super(tools, source, 'restricted');
  }

  /** The adult who takes part in the case as one who may answer for the child; 422 when they do not. */
  async guardianOf({ case: { id } }: MinorFile, personId: string): Promise<string> {
    const values = [id, personId, GUARDIAN_ROLES];
    const [part] = await this.database.query<{ id: string }>(TAKES_PART, values);
    if (!part) throw invalidField('personId', 'NOT_IN_THIS_ROLE');
    return part.id;
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
