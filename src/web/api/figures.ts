import { get } from './client';
import type { CaseRow, Page, Schemas } from './types';

/** Over which cases: instants, and what narrows them. */
export interface FiguresQuery {
  from: string;
  to: string;
  post?: string;
  family?: string;
  type?: string;
}
/** Which number, and which row of its table. */
export interface Counted {
  counted: 'opened' | 'ended' | 'assisted';
  outcome?: string;
  action?: string;
  field?: string;
  answer?: string;
}
export type CaseFigures = Schemas['CaseFiguresResponse'];
export type AnswerFigures = Schemas['AnswerFiguresResponse'];

export const readCaseFigures = (query: FiguresQuery) => get('/api/v1/case-figures', { query });
export const listFiguredCases = (
  query: FiguresQuery & Counted & { cursor?: string; limit: number },
) =>
  get('/api/v1/case-figures/cases', { query: { ...query, count: true } }) as Promise<
    Page<CaseRow> & { total?: number }
  >;
