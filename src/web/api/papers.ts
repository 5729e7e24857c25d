import { get, patch, post, postForFile } from './client';
import type { Schemas } from './types';

export type PaperLine = Schemas['PaperLineResponse'];
export type PaperKind = PaperLine['kind'];
export type Verification = Schemas['VerificationResponse'];
export type TemplateVersion = Schemas['TemplateVersionResponse'];

export interface Run {
  text: string;
  bold?: boolean;
}

/** What a paper is made of, as the API sends it; its shape is ours to know. */
export type Block =
  | { kind: 'title' | 'heading' | 'paragraph' | 'right' | 'quote'; runs: Run[] }
  | { kind: 'list'; items: Run[][] }
  | { kind: 'facts'; rows: { label: string; value: Run[] }[] }
  | { kind: 'table'; head: Run[][]; rows: Run[][][] }
  | { kind: 'signatures'; signers: string[][] }
  | { kind: 'rule' };

/** What an officer completes; `from` names the fact that is proposed. */
export interface TemplateField {
  code: string;
  label: string;
  hint?: string;
  long: boolean;
  required: boolean;
  from?: string;
}

export interface TemplateContent {
  title: string;
  body: string;
  fields: TemplateField[];
}

interface Label {
  es: string;
  en: string;
}

export interface VariableGroup {
  name: string;
  label: Label;
  variables: Record<
    string,
    { kind: 'text' | 'list'; label: Label; restricted?: boolean; items?: Record<string, Label> }
  >;
}

export interface TemplateFault {
  path: string;
  line?: number;
  code: string;
  name?: string;
}

/** How words read with invented facts, or what is wrong with them. */
export interface TemplatePreview {
  blocks: Block[];
  faults: TemplateFault[];
}

export type PaperPage = Omit<Schemas['PaperPageResponse'], 'fields' | 'blocks'> & {
  fields: TemplateField[];
  blocks: Block[];
};
export type TemplatePage = Omit<Schemas['TemplatePageResponse'], 'content' | 'groups'> & {
  content: TemplateContent;
  groups: VariableGroup[];
};

/** The papers about a case, and the lists that a post draws up. */
export const CASE_PAPERS = [
  'visit_record',
  'social_report',
  'sworn_declaration',
  'undertaking_to_repay',
  'authority_letter',
  'note_verbale_draft',
  'consent_form',
  'hand_over_note',
  'resolution_draft',
  'remains_transit_letter',
  'funeral_home_letter',
  'death_authority_letter',
  'search_request',
  'salvoconducto_request',
  'airline_letter',
  'migration_control_letter',
  'reception_act',
] as const satisfies readonly PaperKind[];
export type CasePaper = (typeof CASE_PAPERS)[number];
/** Those that only cases of one family need. */
const OF_FAMILY: Partial<Record<CasePaper, string>> = {
  remains_transit_letter: 'death',
  funeral_home_letter: 'death',
  death_authority_letter: 'death',
  search_request: 'missing_person',
  salvoconducto_request: 'repatriation',
  airline_letter: 'repatriation',
  migration_control_letter: 'repatriation',
  reception_act: 'repatriation',
};
export const papersOf = (family: string): CasePaper[] =>
  CASE_PAPERS.filter((kind) => (OF_FAMILY[kind] ?? family) === family);
/** Those whose first words may speak of health. */
export const WITH_HEALTH: readonly PaperKind[] = [
  'visit_record',
  'social_report',
  'hand_over_note',
];

const as = <T>(answer: Promise<unknown>): Promise<T> => answer as Promise<T>;

export const pdfAddress = (id: string): string => `/api/v1/papers/${id}/pdf`;

export const listPapers = (caseId: string) =>
  get('/api/v1/cases/{id}/papers', { at: { id: caseId } });
export const listPostPapers = (postId: string) =>
  get('/api/v1/posts/{id}/papers', { at: { id: postId } });
export const draftPaper = (caseId: string, body: Schemas['DraftPaperRequest'], key: string) =>
  post('/api/v1/cases/{id}/papers', body, { at: { id: caseId }, key });
export const draftPostPaper = (
  postId: string,
  body: Schemas['DraftPostPaperRequest'],
  key: string,
) => post('/api/v1/posts/{id}/papers', body, { at: { id: postId }, key });
export const readPaper = (id: string) => as<PaperPage>(get('/api/v1/papers/{id}', { at: { id } }));
export const fillPaper = (id: string, values: Record<string, string>, version: number) =>
  patch('/api/v1/papers/{id}', { values }, { at: { id }, version });
export const issuePaper = (id: string, version: number) =>
  post('/api/v1/papers/{id}/issue', undefined, { at: { id }, version });
export const annulPaper = (id: string, reason: string) =>
  post('/api/v1/papers/{id}/annulment', { reason }, { at: { id } });
export const discardPaper = (id: string) =>
  post('/api/v1/papers/{id}/discard', undefined, { at: { id } });
export const verifyPaper = (body: Schemas['VerifyPaperRequest']) =>
  post('/api/v1/paper-verifications', body);

const contentOf = (content: TemplateContent): Record<string, unknown> => ({ ...content });

export const listTemplates = () => get('/api/v1/paper-templates');
export const readTemplate = (kind: string, version?: number) =>
  as<TemplatePage>(
    version === undefined
      ? get('/api/v1/paper-templates/{kind}', { at: { kind } })
      : get('/api/v1/paper-templates/{kind}/versions/{version}', {
          at: { kind, version: String(version) },
        }),
  );
export const previewTemplate = (kind: string, content: TemplateContent) =>
  as<TemplatePreview>(
    post(
      '/api/v1/paper-templates/{kind}/preview',
      { content: contentOf(content) },
      { at: { kind } },
    ),
  );
export const sampleOfTemplate = (kind: string, content: TemplateContent): Promise<Blob> =>
  postForFile(
    '/api/v1/paper-templates/{kind}/sample',
    { content: contentOf(content) },
    { at: { kind } },
  );
export const publishTemplate = (
  kind: string,
  content: TemplateContent,
  reason: string,
  version: number,
) =>
  as<TemplatePage>(
    post(
      '/api/v1/paper-templates/{kind}/versions',
      { content: contentOf(content), reason },
      { at: { kind }, version },
    ),
  );
