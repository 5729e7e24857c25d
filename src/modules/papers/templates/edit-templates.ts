import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { notFound, staleVersion } from '../../../platform/errors/domain-error';
import { toBlocks, type Block } from '../domain/blocks';
import { fillTemplate } from '../domain/fill-template';
import { isPaperKind, PAPER_KINDS, type PaperKind } from '../domain/paper-kinds';
import type { ParsedTemplate, TemplateFault } from '../domain/parse-template';
import type { TemplateContent } from '../domain/template-content';
import { sampleData, type VariableGroup } from '../domain/variables';
import { PaperFacts } from '../paper-facts';
import { toPrintOrder } from '../pdf/document';
import { Printer } from '../pdf/printer';
import { Templates } from './templates';

/** Versions of one kind are written one after the other: the next number is the last plus one. */
const ONE_AT_A_TIME = statement(
  'papers.one-template-at-a-time',
  `SELECT pg_advisory_xact_lock(hashtextextended('paper-template-' || $1, 0))`,
);
const INSERT = statement(
  'papers.insert-template',
  `INSERT INTO paper_templates (kind, version, content, reason, created_by)
   VALUES ($1, $2, $3, $4, app.account())`,
);
const HISTORY = statement(
  'papers.template-history',
  `SELECT t.kind, t.version, t.content->>'title' AS title, t.reason, t.recorded_at AS "recordedAt",
     s.display_name AS author
     FROM paper_templates t LEFT JOIN staff_names s ON s.id = t.created_by
    WHERE $1::text IS NULL OR t.kind = $1 ORDER BY t.kind, t.version DESC`,
);

export interface TemplateVersion {
  kind: PaperKind;
  version: number;
  title: string;
  reason: string;
  recordedAt: string;
  author: string | null;
}

export interface TemplatePage {
  kind: PaperKind;
  version: number;
  content: TemplateContent;
  /** What this kind of paper may say: the names a template may use. */
  groups: readonly VariableGroup[];
  history: TemplateVersion[];
}

export interface TemplatePreview {
  blocks: Block[];
  faults: TemplateFault[];
}

/** An instant of its own for samples: two of the same words are the same file. */
const SAMPLE_INSTANT = new Date('2026-03-02T12:00:00Z');

/** How headquarters reads, tries and changes the words of papers. */
@Injectable()
export class EditTemplates {
  constructor(
    private readonly database: Database,
    private readonly templates: Templates,
    private readonly facts: PaperFacts,
    private readonly printer: Printer,
    private readonly audit: Audit,
  ) {}

  /** The version in use of each kind. */
  list(actor: Actor): Promise<{ items: TemplateVersion[] }> {
    return this.database.inTransaction(actor, async () => {
      const all = await this.history(null);
      const newest = new Map(all.toReversed().map((version) => [version.kind, version]));
      return { items: PAPER_KINDS.flatMap((kind) => newest.get(kind) ?? []) };
    });
  }

  /** One version, or the one in use, with the history of its kind. */
  show(actor: Actor, code: string, version?: number): Promise<TemplatePage> {
    return this.database.inTransaction(actor, async () => {
      const kind = kindOf(code);
      const found = await (version === undefined
        ? this.templates.current(kind)
        : this.templates.version(kind, version));
      const history = await this.history(kind);
      return { ...found, groups: this.facts.groupsOf(kind), history };
    });
  }

  /**
   * A new version, in use at once; papers already issued keep theirs.
   * @param expected the version it was written from; another one now in use is 412
   * @throws DomainError 422 TEMPLATE_REFUSED with each fault and its line
   */
  publish(
    actor: Actor,
    code: string,
    expected: number,
    body: { content: unknown; reason: string },
  ): Promise<TemplatePage> {
    const kind = kindOf(code);
    const { content, parsed } = this.templates.checked(kind, body.content);
    this.tried(kind, content, parsed);
    return this.database.inTransaction(actor, async () => {
      actor.require('catalogue.edit');
      await this.database.query(ONE_AT_A_TIME, [kind]);
      const { version } = await this.templates.current(kind);
      if (version !== expected) throw staleVersion(version, await this.since(kind, expected));
      const next = version + 1;
      const reason = body.reason.normalize('NFC');
      await this.database.query(INSERT, [kind, next, JSON.stringify(content), reason]);
      await this.audit.record({
        action: 'paper_template.published',
        subjectType: 'paper_template',
        subjectId: null,
        after: content,
        details: { kind, version: next },
      });
      return this.show(actor, kind);
    });
  }

  /** How the words would read with invented facts, and what is wrong with them; changes nothing. */
  preview(code: string, body: { content: unknown }): TemplatePreview {
    const kind = kindOf(code);
    const { content, parsed, faults } = this.templates.examine(kind, body.content);
    if (!content || !parsed || faults.length > 0) return { blocks: [], faults };
    return { blocks: this.tried(kind, content, parsed), faults: [] };
  }

  /** The same as a file. */
  async sample(code: string, body: { content: unknown }): Promise<Buffer> {
    const kind = kindOf(code);
    const { content, parsed } = this.templates.checked(kind, body.content);
    return this.printer.print(
      toPrintOrder(this.tried(kind, content, parsed), {
        title: content.title,
        postName: 'Consulado General del Perú en Madrid',
        number: null,
        createdAt: SAMPLE_INSTANT,
        verification: null,
      }),
    );
  }

  private tried(kind: PaperKind, content: TemplateContent, parsed: ParsedTemplate): Block[] {
    const fields = content.fields.map(({ code, label }) => [code, `[${label}]`] as const);
    const data = sampleData(this.facts.groupsOf(kind));
    return toBlocks(fillTemplate(parsed.nodes, data, Object.fromEntries(fields)));
  }

  private async history(kind: PaperKind | null): Promise<TemplateVersion[]> {
    type Row = Omit<TemplateVersion, 'recordedAt'> & { recordedAt: Date };
    const rows = await this.database.query<Row>(HISTORY, [kind]);
    return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }));
  }

  private async since(kind: PaperKind, version: number) {
    const later = (await this.history(kind)).filter((each) => each.version > version);
    return later.map(({ version: v, recordedAt, author }) => ({
      version: v,
      at: Temporal.Instant.from(recordedAt).toString(),
      by: author,
      fields: ['content'],
    }));
  }
}

/** 404 for a kind that does not exist. */
export function kindOf(code: string): PaperKind {
  if (!isPaperKind(code)) throw notFound();
  return code;
}
