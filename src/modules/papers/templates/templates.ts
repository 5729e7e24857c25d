import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { DomainError, notFound } from '../../../platform/errors/domain-error';
import type { PaperKind } from '../domain/paper-kinds';
import { parseTemplate, type ParsedTemplate, type TemplateFault } from '../domain/parse-template';
import { templateSchema, type TemplateContent } from '../domain/template-content';
import { PaperFacts } from '../paper-facts';

const CURRENT = statement(
  'papers.current-template',
  `SELECT kind, version, content FROM paper_templates WHERE kind = $1 ORDER BY version DESC LIMIT 1`,
);
const BY_VERSION = statement(
  'papers.template-version',
  'SELECT kind, version, content FROM paper_templates WHERE kind = $1 AND version = $2',
);

export interface StoredTemplate {
  kind: PaperKind;
  version: number;
  content: TemplateContent;
}

/** The words of papers as they are, and whether words somebody proposes can be papers. */
@Injectable()
export class Templates {
  constructor(
    private readonly database: Database,
    private readonly facts: PaperFacts,
  ) {}

  /** Inside a transaction: the newest version, which is the one in use. */
  async current(kind: PaperKind): Promise<StoredTemplate> {
    const [row] = await this.database.query<StoredTemplate>(CURRENT, [kind]);
    if (!row) throw notFound();
    return known(row);
  }

  /** Inside a transaction: one version. 404 when there is none. */
  async version(kind: PaperKind, version: number): Promise<StoredTemplate> {
    const [row] = await this.database.query<StoredTemplate>(BY_VERSION, [kind, version]);
    if (!row) throw notFound();
    return known(row);
  }

  parse(kind: PaperKind, content: TemplateContent): ParsedTemplate {
    return parseTemplate(content, this.facts.schemaOf(kind));
  }

  /** What is wrong with a proposal; the content when it has the form of one. */
  examine(
    kind: PaperKind,
    proposal: unknown,
  ): { content: TemplateContent | null; parsed: ParsedTemplate | null; faults: TemplateFault[] } {
    const read = templateSchema.safeParse(proposal);
    if (!read.success) {
      const faults = read.error.issues.map(({ path }) => ({
        path: path
          .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
          .join('')
          .replace(/^\./, ''),
        code: 'TEMPLATE_FIELD_WRONG',
      }));
      return { content: null, parsed: null, faults };
    }
    const parsed = this.parse(kind, read.data);
    return { content: read.data, parsed, faults: parsed.faults };
  }

  /** The content, when nothing is wrong; else 422 TEMPLATE_REFUSED with each fault and its line. */
  checked(
    kind: PaperKind,
    proposal: unknown,
  ): { content: TemplateContent; parsed: ParsedTemplate } {
    const { content, parsed, faults } = this.examine(kind, proposal);
    if (!content || !parsed || faults.length > 0) throw refused(faults);
    return { content, parsed };
  }
}

const known = (row: StoredTemplate): StoredTemplate => ({
  ...row,
  content: templateSchema.parse(row.content),
});

const refused = (faults: readonly TemplateFault[]): DomainError =>
  new DomainError('TEMPLATE_REFUSED', {
    errors: faults.map(({ path, line, code }) => ({
      path: line === undefined ? path : `${path}:${line}`,
      code,
    })),
    extra: { faults },
  });
