import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';

const READ = statement(
  'people.vocabularies',
  `SELECT 'migrationStatuses' AS list, code, name_es AS es, name_en AS en FROM migration_statuses
    WHERE $1::date >= valid_from AND (valid_until IS NULL OR $1::date < valid_until)
   UNION ALL
   SELECT 'vulnerabilityFactors', code, name_es, name_en FROM vulnerability_factors
    WHERE $1::date >= valid_from AND (valid_until IS NULL OR $1::date < valid_until)
   ORDER BY 1, 3`,
);

export interface VocabularyEntry {
  code: string;
  es: string;
  en: string;
}

export interface PeopleVocabularies {
  migrationStatuses: VocabularyEntry[];
  vulnerabilityFactors: VocabularyEntry[];
}

/** The words that headquarters may extend, as they are in force today. */
@Injectable()
export class Vocabularies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  read(actor: Actor): Promise<PeopleVocabularies> {
    return this.database.inTransaction(actor, async () => {
      const today = this.clock.now().toZonedDateTimeISO('UTC').toPlainDate().toString();
      const rows = await this.database.query<VocabularyEntry & { list: keyof PeopleVocabularies }>(
        READ,
        [today],
      );
      const of = (list: keyof PeopleVocabularies) =>
        rows.filter((row) => row.list === list).map(({ code, es, en }) => ({ code, es, en }));
      return {
        migrationStatuses: of('migrationStatuses'),
        vulnerabilityFactors: of('vulnerabilityFactors'),
      };
    });
  }
}
