import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { revealed, type CasePanel } from '../cases';
import { CatalogueFactsSource } from './catalogue-facts.source';
import { Catalogues } from './catalogues';
import { visibleAnswers, type Answers } from './domain/answers';
import type { AndeanState } from './domain/andean';
import { answersOf } from './domain/catalogue-facts';
import type { Field, Label } from './domain/content';

const CASE = statement(
  'catalogue.panel',
  `SELECT c.catalogue_version AS version, app.sees_restricted(c.post_id, c.id) AS "seesRestricted",
     (SELECT json_build_object('requestingState', a.requesting_state, 'withdrawn', a.withdrawn,
        'noRepresentation', a.no_representation, 'travelDocument', a.travel_document,
        'authorisationReference', a.authorisation_reference, 'basis', a.basis,
        'recordedAt', a.recorded_at)
        FROM andean_assistances a WHERE a.case_id = c.id
       ORDER BY a.recorded_at DESC, a.id DESC LIMIT 1) AS andean
     FROM cases c WHERE c.id = $1`,
);

export interface AndeanView {
  requestingState: AndeanState;
  noRepresentation: boolean;
  travelDocument: boolean;
  authorisationReference: string | null;
  basis: string | null;
  recordedAt: string;
}

/** The catalogue's part of a case, under the version with which it was opened. */
export interface CatalogueView {
  version: number;
  family: Label | null;
  type: Label | null;
  /** Fields of its type; restricted ones only for those who may read them. */
  fields: readonly Field[];
  answers: Answers;
  /** Outcomes with which it may close; null: all. */
  outcomes: readonly string[] | null;
  /** Actions of assistance that may be recorded. */
  actions: { code: string; label: Label }[];
  andeanAssistance: AndeanView | null;
}

interface PanelRow {
  version: number;
  seesRestricted: boolean;
  andean: (AndeanView & { withdrawn: boolean }) | null;
}

/** Shows what is asked of a case and what was answered. */
@Injectable()
export class CataloguePanel implements CasePanel {
  readonly name = 'catalogue';

  constructor(
    private readonly database: Database,
    private readonly catalogues: Catalogues,
    private readonly source: CatalogueFactsSource,
  ) {}

  async load({ id }: { id: string }): Promise<CatalogueView | null> {
    const [rows, facts] = await Promise.all([
      this.database.query<PanelRow>(CASE, [id]),
      this.source.of(id),
    ]);
    const [row] = rows;
    if (!row) return null;
    const { content } = await this.catalogues.at(row.version);
    const fields = (facts?.content.fields ?? []).filter(
      ({ tier }) => tier === 'standard' || row.seesRestricted,
    );
    return {
      version: row.version,
      family: facts?.content.family.label ?? null,
      type: facts?.content.type.label ?? null,
      fields,
      answers: facts ? visibleAnswers(fields, answersOf(facts)) : {},
      outcomes: facts?.content.family.outcomes ?? null,
      actions: content.actions
        .filter(({ retired }) => !retired)
        .map(({ code, label }) => ({ code, label })),
      andeanAssistance: andeanOf(row.andean),
    };
  }
}

function andeanOf(stored: PanelRow['andean']): AndeanView | null {
  if (!stored || stored.withdrawn) return null;
  const { withdrawn: _, ...view } = revealed(stored) as AndeanView & { withdrawn: boolean };
  return view;
}
