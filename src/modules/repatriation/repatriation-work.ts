import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { statement } from '../../platform/database/statement';
import { invalidField } from '../../platform/errors/domain-error';
import { FamilyTools, FamilyWork, type FamilyFile } from '../obligations';
import { sameAs } from '../people';
import type { RepatriationFacts } from './domain/repatriation-facts';
import { RepatriationFactsSource } from './repatriation-facts.source';

export type RepatriationFile = FamilyFile<RepatriationFacts>;

const TAKES_PART = statement(
  'repatriation.takes-part',
  `SELECT coalesce(p.merged_into, p.id) AS id FROM case_people cp JOIN persons p ON p.id = cp.person_id
    WHERE cp.case_id = $1 AND cp.until IS NULL AND cp.person_id IN ${sameAs('$2')} LIMIT 1`,
);
/** The way of every write to a repatriation, and what its acts check alike. */
@Injectable()
export class RepatriationWork extends FamilyWork<RepatriationFacts> {
  constructor(tools: FamilyTools, source: RepatriationFactsSource) {
    super(tools, source, 'standard');
  }

  /** The person who takes part in the case; absent: its main person; 422 when they do not. */
  async travellerOf({ case: file }: RepatriationFile, personId?: string): Promise<string> {
    const asked = personId ?? file.subjectPersonId;
    const [part] = await this.database.query<{ id: string }>(TAKES_PART, [file.id, asked]);
    if (!part) throw invalidField('personId', 'NOT_IN_THE_CASE');
    return part.id;
  }
}

/** Today at the post of the case. */
export const todayAt = ({ facts, now }: RepatriationFile): Temporal.PlainDate =>
  now.toZonedDateTimeISO(facts.zone).toPlainDate();
