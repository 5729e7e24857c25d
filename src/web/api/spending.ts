import { get, getFile, post, type Sending } from './client';
import type { Schemas } from './types';

export type ReportTable = Schemas['TableResponse'];
export type Evaluation = Schemas['EvaluationResponse'];
export type PostEvaluation = Schemas['PostEvaluationResponse'];
export type Share = Schemas['ShareResponse'];
export type Distribution = Schemas['DistributionResponse'];
export type DistributionLine = Schemas['DistributionLineResponse'];
export type Formula = Schemas['DistributionFormulaResponse'];
export type FormulaVersion = Schemas['DistributionPolicyResponse'];
export type WhatIf = Schemas['PreviewDistributionRequest'];
export type Programme = Evaluation['programme'];

export const SPENDING_REPORTS = [
  'execution',
  'given',
  'programme_table',
  'rendition_ageing',
  'accounting',
] as const;
export type SpendingReport = (typeof SPENDING_REPORTS)[number];

export interface ReportRange {
  from: string;
  to: string;
  post?: string;
  programme?: Programme;
}

export const readReport = (report: SpendingReport, query: ReportRange) =>
  get('/api/v1/spending-reports/{report}', { at: { report }, query });
export const readReportFile = (
  report: SpendingReport,
  query: ReportRange & { format: 'csv' | 'xlsx' },
) => getFile('/api/v1/spending-reports/{report}/file', { at: { report }, query });
export const readAuditFile = (id: string) => getFile('/api/v1/aid/{id}/audit-file', { at: { id } });

export const evaluatePosts = (year: number, programme: Programme) =>
  get('/api/v1/post-evaluations', { query: { year, programme } });
export const previewDistribution = (body: WhatIf) => post('/api/v1/distributions/preview', body);
export const keepDistribution = (body: WhatIf & { name: string }, sending: Sending) =>
  post('/api/v1/distributions', body, sending);
export const listDistributions = () => get('/api/v1/distributions');
export const readDistribution = (id: string) => get('/api/v1/distributions/{id}', { at: { id } });
export const applyDistribution = (
  id: string,
  body: Schemas['ApplyDistributionRequest'],
  sending: Sending,
) => post('/api/v1/distributions/{id}/application', body, { ...sending, at: { id } });
export const listFormulas = () => get('/api/v1/distribution-policies');
export const publishFormula = (content: Formula, reason: string, sending: Sending) =>
  post('/api/v1/distribution-policies', { content: content as never, reason }, sending);
