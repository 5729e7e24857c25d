import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { Numbers } from '../cases';
import { PostCalendars } from '../network';
import type { DetentionFile } from './detention-work';

/** Series of numbered acts (rules §8), and where each keeps its number. */
const SERIES = {
  visit: {
    kind: 'VIS',
    keep: statement(
      'detention.number-visit',
      'UPDATE detention_contacts SET act_number = $2 WHERE id = $1',
    ),
  },
  note_verbale: {
    kind: 'NVB',
    keep: statement(
      'detention.number-note-verbale',
      'UPDATE notes_verbales SET act_number = $2 WHERE id = $1',
    ),
  },
} as const;

/** Gap-free numbers of acts, taken last in the transaction that records the act. */
@Injectable()
export class ActNumbers {
  constructor(
    private readonly database: Database,
    private readonly numbers: Numbers,
    private readonly calendars: PostCalendars,
  ) {}

  /** The next number of the series at the case's post, e.g. `MAD-2026-VIS-000045`; kept on `id`. */
  async give(file: DetentionFile, series: keyof typeof SERIES, id: string): Promise<string> {
    const { kind, keep } = SERIES[series];
    const { zone } = await this.calendars.of(file.case.postId);
    const number = await this.numbers.takeForAct(file.case, kind, file.now, zone);
    await this.database.query(keep, [id, number]);
    return number;
  }
}
