import type { Answer, Answers, Condition } from '../catalogue/asked';
import { get, patch, post, put, remove } from './client';
import type { Schemas } from './types';

export type { Answer, Answers, Condition };

/** How something reads, in both languages. */
export interface Label {
  es: string;
  en: string;
}
export interface Option {
  code: string;
  label: Label;
  retired?: boolean;
}
export const FIELD_KINDS = [
  'text',
  'long_text',
  'integer',
  'boolean',
  'date',
  'instant',
  'choice',
  'choices',
  'country',
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** A field of the catalogue; which members it has follows from its kind. */
export interface CatalogueField {
  code: string;
  label: Label;
  help?: Label;
  kind: FieldKind;
  types?: string[];
  showIf?: Condition[];
  required: 'no' | 'opening' | 'closing';
  tier: 'standard' | 'restricted';
  maxLength?: number;
  min?: number;
  max?: number;
  notFuture?: boolean;
  notBefore?: string;
  options?: Option[];
}
export interface CatalogueType extends Option {
  tier: 'standard' | 'restricted' | 'sealed';
  attention?: boolean;
}
export interface CatalogueItem {
  code: string;
  label: Label;
  types?: string[];
  when?: Condition[];
  requiredToClose?: boolean;
  metBy: { by: 'mark' } | { by: 'field'; field: string } | { by: 'action'; actions: string[] };
}
export interface CatalogueDuty {
  code: string;
  label: Label;
  types?: string[];
  when?: Condition[];
  starts: { on: 'opening' } | { on: 'field'; field: string };
  within: { unit: 'hours' | 'days' | 'business_days'; value: number };
  metBy:
    | { by: 'item'; item: string }
    | { by: 'field'; field: string }
    | { by: 'action'; actions: string[] };
  repeats?: boolean;
  source: string;
}
export interface CatalogueFamily {
  code: string;
  label: Label;
  types: CatalogueType[];
  outcomes?: string[];
  fields: CatalogueField[];
  checklist: CatalogueItem[];
  duties: CatalogueDuty[];
}
export interface CatalogueContent {
  families: CatalogueFamily[];
  actions: Option[];
}
export type Opening = Schemas['OpeningResponse']['opening'];
export type Catalogue = Omit<Schemas['CatalogueResponse'], 'content'> & {
  content: CatalogueContent;
};
export type CatalogueVersion = Schemas['CatalogueSummaryResponse'];
export type CataloguePreview = Schemas['CataloguePreviewResponse'];

/** The catalogue's part of a case, by the version with which it was opened. */
export interface CaseCatalogue {
  version: number;
  family: Label | null;
  type: Label | null;
  fields: CatalogueField[];
  answers: Answers;
  outcomes: string[] | null;
  actions: Option[];
  andeanAssistance: {
    requestingState: string;
    noRepresentation: boolean;
    travelDocument: boolean;
    authorisationReference: string | null;
    basis: string | null;
    recordedAt: string;
  } | null;
}

export type NewCase = Schemas['OpenCaseRequest'];

export const readCatalogue = () =>
  get('/api/v1/catalogue') as Promise<unknown> as Promise<Catalogue>;
export const listCatalogueVersions = () => get('/api/v1/catalogue/versions');
export const readCatalogueVersion = async (version: number): Promise<CatalogueContent> => {
  const at = { version: String(version) };
  const { content } = await get('/api/v1/catalogue/versions/{version}', { at });
  return content as unknown as CatalogueContent;
};
export const previewCatalogue = (content: CatalogueContent) =>
  post('/api/v1/catalogue/previews', { content: content as never });
export const publishCatalogue = (
  edit: { content: CatalogueContent; effectiveFrom: string; reason: string; basedOn: number },
  key: string,
) => post('/api/v1/catalogue/versions', { ...edit, content: edit.content as never }, { key });

export const openCase = (body: NewCase, key: string) => post('/api/v1/cases', body, { key });
export const editAnswers = (id: string, version: number, values: Record<string, unknown>) =>
  patch('/api/v1/cases/{id}/answers', { values: values as never }, { at: { id }, version });
export const recordAction = (id: string, body: Schemas['RecordActionRequest'], key: string) =>
  post('/api/v1/cases/{id}/actions', body, { at: { id }, key });
export const markItem = (id: string, body: Schemas['MarkItemRequest']) =>
  post('/api/v1/cases/{id}/checklist-marks', body, { at: { id } });
export const assistAndean = (
  id: string,
  version: number,
  body: Schemas['AndeanAssistanceRequest'],
) => put('/api/v1/cases/{id}/andean-assistance', body, { at: { id }, version });
export const withdrawAndean = (id: string, version: number) =>
  remove('/api/v1/cases/{id}/andean-assistance', { at: { id }, version });
