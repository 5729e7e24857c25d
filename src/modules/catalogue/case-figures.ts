import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { invalidField } from '../../platform/errors/domain-error';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor';
import { toRow, type CaseRecord, type CaseRow } from '../cases';
import {
  COUNT_ACTIONS,
  COUNT_ANSWERS,
  COUNT_ENDED,
  COUNT_OPENED,
  FIGURED,
  type Counted,
} from './case-figures.statements';
import { Catalogues } from './catalogues';
import type { Label } from './domain/content';
import { countableFields, type CountableField, type CountableKind } from './domain/countable';

export interface FiguresQuery {
  /** Instants: from the first, up to but without the second. */
  from: string;
  to: string;
  post?: string;
  family?: string;
  /** Only with a family. */
  type?: string;
}

/** Which number, and which row of its table. */
export interface FiguredQuery extends FiguresQuery {
  counted: Counted;
  outcome?: string;
  action?: string;
  field?: string;
  /** Only with a field; without it, the cases that do not state it. */
  answer?: string;
  cursor?: string;
  limit: number;
  count: boolean;
}

/** How the cases opened answer one field; `answer` null: not stated, or not asked. */
export interface AnswerFigures {
  field: string;
  label: Label;
  /** Of `choices` a case may be in several rows; of the others the rows add up to the cases opened. */
  kind: CountableKind;
  rows: { answer: string | null; label: Label | null; cases: number }[];
}

export interface CaseFigures {
  from: string;
  to: string;
  /** Cases opened in the range. */
  opened: { total: number; rows: { family: string; type: string; cases: number }[] };
  /** Cases closed or dismissed in the range, by how. */
  ended: {
    total: number;
    rows: { family: string; type: string; outcome: string; cases: number }[];
  };
  /** Actions of assistance given in the range; `cases` had at least one of that action. */
  actions: {
    total: number;
    rows: { family: string; action: string; actions: number; cases: number }[];
  };
  /** Of a family: the cases opened by their answers to its own fields. */
  answers: AnswerFigures[];
}

interface AnswerCount {
  field: string;
  answer: string | null;
  cases: number;
}

const valuesOf = ({ from, to, post, family, type }: FiguresQuery) => [
  from,
  to,
  post ?? null,
  family ?? null,
  type ?? null,
];

/** Counts by family, type, outcome and answer that add up to their totals, within the reader's reach. */
@Injectable()
export class ShowCaseFigures {
  constructor(
    private readonly database: Database,
    private readonly catalogues: Catalogues,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, query: FiguresQuery): Promise<CaseFigures> {
    assertRange(query);
    const values = valuesOf(query);
    return this.database.inTransaction(actor, async () => {
      const fields = await this.fieldsOf(query);
      const codes = fields.map(({ code }) => code);
      const [opened, ended, actions, answers] = await Promise.all([
        this.database.query<CaseFigures['opened']['rows'][number]>(COUNT_OPENED, values),
        this.database.query<CaseFigures['ended']['rows'][number]>(COUNT_ENDED, values),
        this.database.query<CaseFigures['actions']['rows'][number]>(COUNT_ACTIONS, values),
        this.database.query<AnswerCount>(COUNT_ANSWERS, [...values, codes]),
      ]);
      const sum = (rows: readonly number[]) => rows.reduce((total, n) => total + n, 0);
      return {
        from: query.from,
        to: query.to,
        opened: { total: sum(opened.map(({ cases }) => cases)), rows: opened },
        ended: { total: sum(ended.map(({ cases }) => cases)), rows: ended },
        actions: { total: sum(actions.map((row) => row.actions)), rows: actions },
        answers: fields.map((field) => figuresOf(field, answers)),
      };
    });
  }

  /** The cases that one number counted, newest first. */
  cases(actor: Actor, query: FiguredQuery): Promise<Page<CaseRow>> {
    assertRange(query);
    const { counted, outcome, action, field, answer, limit } = query;
    const narrowed = { opened: field, ended: outcome, assisted: action }[counted];
    const values = [...valuesOf(query), narrowed ?? null, answer ?? null];
    const after = decodeCursor(query.cursor)?.[0] ?? null;
    const now = this.clock.now().toString();
    return this.database.inTransaction(actor, async () => {
      const { page, count } = FIGURED[counted];
      const rows = await this.database.query<CaseRecord>(page, [...values, after, limit + 1]);
      const shown = toPage(
        rows,
        limit,
        ({ id }) => [id],
        (row) => toRow(row, now),
      );
      if (!query.count) return shown;
      const [total] = await this.database.query<{ total: number }>(count, values);
      return { ...shown, ...total };
    });
  }

  private async fieldsOf({ family, type }: FiguresQuery): Promise<CountableField[]> {
    if (!family) return [];
    const versions = await this.catalogues.all();
    return countableFields(
      versions.map(({ content }) => content),
      family,
      type ?? null,
    );
  }
}

function assertRange({ from, to }: FiguresQuery): void {
  if (Date.parse(to) <= Date.parse(from)) throw invalidField('to', 'RANGE_EMPTY');
}

/** The answers given, most frequent first, and at the end the cases that state none. */
function figuresOf(
  { code, label, kind, options }: CountableField,
  counts: readonly AnswerCount[],
): AnswerFigures {
  const own = counts.filter(({ field }) => field === code);
  const stated = own
    .filter(({ answer }) => answer !== null)
    .sort((a, b) => b.cases - a.cases || (a.answer! < b.answer! ? -1 : 1));
  const silent = own.find(({ answer }) => answer === null)?.cases ?? 0;
  return {
    field: code,
    label,
    kind,
    rows: [
      ...stated.map(({ answer, cases }) => ({
        answer,
        label: options.get(answer!) ?? null,
        cases,
      })),
      { answer: null, label: null, cases: silent },
    ],
  };
}
