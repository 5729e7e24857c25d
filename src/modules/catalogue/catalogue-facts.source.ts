import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { ProtectedText, type StoredText } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import type { FactsSource } from '../obligations';
import { Catalogues } from './catalogues';
import type { Answer } from './domain/answers';
import type { ActionFact, AnsweredFact, CatalogueFacts, MarkFact } from './domain/catalogue-facts';
import { contentOf } from './domain/content';

/** One round trip for all facts; instants leave as text, since JSON knows no timestamps. */
const FACTS = `SELECT c.id, c.family, c.type, c.catalogue_version AS version, c.recorded_at AS "recordedAt",
     (SELECT min(t.occurred_at) FROM timeline_entries t
       WHERE t.case_id = c.id AND t.kind = 'case.opened') AS "openedAt",
     (SELECT coalesce(json_agg(json_build_object('id', a.id, 'field', a.field, 'value', a.value,
         'recordedAt', a.recorded_at)), '[]') FROM (
        SELECT DISTINCT ON (x.field) x.id, x.field, x.value, x.recorded_at FROM case_answers x
         WHERE x.case_id = c.id ORDER BY x.field, x.recorded_at DESC, x.id DESC) a
       WHERE a.value IS NOT NULL) AS answers,
     (SELECT coalesce(json_agg(json_build_object('id', m.id, 'item', m.item, 'done', m.done,
         'occurredAt', m.occurred_at) ORDER BY m.recorded_at, m.id), '[]')
        FROM checklist_marks m WHERE m.case_id = c.id) AS marks,
     (SELECT coalesce(json_agg(json_build_object('id', x.id, 'action', x.action,
         'occurredAt', x.occurred_at) ORDER BY x.occurred_at, x.id), '[]')
        FROM case_actions x WHERE x.case_id = c.id) AS actions
   FROM cases c WHERE `;
/** Apart, since a plan for any number of cases is never thought as good as one made anew each time. */
const LOAD_ONE = statement('catalogue.facts-of-one', `${FACTS} c.id = $1`);
const LOAD_MANY = statement('catalogue.facts', `${FACTS} c.id = ANY ($1::uuid[])`);

interface FactsRow {
  id: string;
  family: string;
  type: string;
  version: number;
  recordedAt: Date;
  openedAt: Date | null;
  answers: { id: string; field: string; value: Answer | StoredText; recordedAt: string }[];
  marks: (Omit<MarkFact, 'occurredAt'> & { occurredAt: string })[];
  actions: (Omit<ActionFact, 'occurredAt'> & { occurredAt: string })[];
}

/** The answers as the rules read them: texts readable. */
const answerOf = (value: Answer | StoredText): Answer =>
  typeof value === 'object' && !Array.isArray(value)
    ? ProtectedText.fromStored(value as StoredText).reveal()
    : (value as Answer);

const dated = <T extends { occurredAt: string }>(fact: T) => ({
  ...fact,
  occurredAt: Temporal.Instant.from(fact.occurredAt),
});

/**
 * Loads what the catalogue decides by, in the ambient transaction: restricted answers only for those
 * who may see them; duties are planned with the system's sight.
 */
@Injectable()
export class CatalogueFactsSource implements FactsSource<CatalogueFacts> {
  constructor(
    private readonly database: Database,
    private readonly catalogues: Catalogues,
  ) {}

  async load(caseIds: readonly string[]): Promise<Map<string, CatalogueFacts>> {
    const rows =
      caseIds.length === 1
        ? await this.database.query<FactsRow>(LOAD_ONE, [caseIds[0]])
        : await this.database.query<FactsRow>(LOAD_MANY, [caseIds]);
    const facts = new Map<string, CatalogueFacts>();
    for (const row of rows) {
      const { content } = await this.catalogues.at(row.version);
      const found = contentOf(content, row.family, row.type);
      if (found) facts.set(row.id, toFacts(row, found));
    }
    return facts;
  }

  /** The facts of one case; null when it is out of reach, or its type is in no catalogue. */
  async of(caseId: string): Promise<CatalogueFacts | null> {
    return (await this.load([caseId])).get(caseId) ?? null;
  }
}

function toFacts(row: FactsRow, content: CatalogueFacts['content']): CatalogueFacts {
  const answered: Record<string, AnsweredFact> = {};
  for (const { id, field, value, recordedAt } of row.answers) {
    answered[field] = {
      id,
      value: answerOf(value),
      recordedAt: Temporal.Instant.from(recordedAt),
    };
  }
  return {
    content,
    openedAt: Temporal.Instant.fromEpochMilliseconds((row.openedAt ?? row.recordedAt).getTime()),
    answered,
    marks: row.marks.map(dated),
    actions: row.actions.map(dated),
  };
}
