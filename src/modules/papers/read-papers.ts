import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { notFound } from '../../platform/errors/domain-error';
import { Case, revealed } from '../cases';
import { ComposePaper } from './compose-paper';
import { toBlocks, type Block } from './domain/blocks';
import { fillTemplate } from './domain/fill-template';
import type { PaperKind } from './domain/paper-kinds';
import type { PaperState } from './domain/paper-states';
import type { TemplateField } from './domain/template-content';
import { PaperDesk } from './paper-desk';
import { PaperFile, type Paper } from './paper.entity';
import { PrintPaper, type MadeFrom } from './print-paper';
import { Templates } from './templates/templates';

const COLUMNS = `p.id, p.kind, p.tier, p.state, p.number, p.version, p.template_version AS "templateVersion",
  p.period_from::text AS "periodFrom", p.period_to::text AS "periodTo", p.recorded_at AS "createdAt",
  p.issued_at AS "issuedAt", p.issued_on::text AS "issuedOn", i.display_name AS "issuedBy", w.display_name AS "createdBy",
  p.annulled_at AS "annulledAt", p.annul_reason AS "annulReason", encode(p.pdf_hash, 'hex') AS sha256`;
const FROM = `papers p LEFT JOIN staff_names i ON i.id = p.issued_by LEFT JOIN staff_names w ON w.id = p.created_by`;
const OF_CASE = statement(
  'papers.of-case',
  `SELECT ${COLUMNS} FROM ${FROM} WHERE p.case_id = $1 AND p.state <> 'discarded'
    ORDER BY p.recorded_at DESC, p.id DESC LIMIT 200`,
);
const OF_POST = statement(
  'papers.of-post',
  `SELECT ${COLUMNS} FROM ${FROM} WHERE p.post_id = $1 AND p.case_id IS NULL AND p.state <> 'discarded'
    ORDER BY p.recorded_at DESC, p.id DESC LIMIT 200`,
);

/** A paper in a list. Instants are ISO 8601 UTC, `issuedOn` and the period civil dates. */
export interface PaperLine {
  id: string;
  kind: PaperKind;
  tier: 'standard' | 'restricted';
  state: PaperState;
  number: string | null;
  version: number;
  templateVersion: number;
  periodFrom: string | null;
  periodTo: string | null;
  createdAt: string;
  createdBy: string | null;
  issuedAt: string | null;
  issuedOn: string | null;
  issuedBy: string | null;
  annulledAt: string | null;
  annulReason: string | null;
  sha256: string | null;
}

/** A paper with what it says, and, while it is a draft, what may be completed. */
export interface PaperPage {
  id: string;
  caseId: string | null;
  postId: string;
  kind: PaperKind;
  tier: 'standard' | 'restricted';
  state: PaperState;
  number: string | null;
  version: number;
  templateVersion: number;
  fields: TemplateField[];
  values: Record<string, string>;
  missing: string[];
  blocks: Block[];
}

/** Reading papers. Each look at one is audited, and so is each file handed out. */
@Injectable()
export class ReadPapers {
  constructor(
    private readonly database: Database,
    private readonly desk: PaperDesk,
    private readonly compose: ComposePaper,
    private readonly printing: PrintPaper,
    private readonly templates: Templates,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  ofCase(actor: Actor, caseId: string): Promise<{ items: PaperLine[] }> {
    return this.database.inTransaction(actor, async () => {
      if (!(await this.database.manager.existsBy(Case, { id: caseId }))) throw notFound();
      return { items: await this.lines(OF_CASE, caseId) };
    });
  }

  /** Lists of a post; its papers about cases are with the cases. */
  ofPost(actor: Actor, postId: string): Promise<{ items: PaperLine[] }> {
    return this.database.inTransaction(actor, async () => ({
      items: await this.lines(OF_POST, postId),
    }));
  }

  show(actor: Actor, id: string): Promise<PaperPage> {
    return this.database.inTransaction(actor, async () => {
      const paper = await this.desk.find(id);
      await this.audit.record({ action: 'paper.viewed', subjectType: 'paper', subjectId: id });
      const content = paper.madeFrom
        ? await this.asIssued(paper)
        : await this.composed(paper).then(({ template, values, missing, blocks }) => ({
            fields: template.content.fields,
            values,
            missing,
            blocks,
          }));
      const { caseId, postId, kind, tier, state, number, version, templateVersion } = paper;
      return {
        id,
        caseId,
        postId,
        kind,
        tier,
        state,
        number,
        version,
        templateVersion,
        ...content,
      };
    });
  }

  /** The file: the very bytes that were issued, or a draft that says so on every page. */
  async file(actor: Actor, id: string): Promise<{ name: string; content: Buffer }> {
    return this.database.inTransaction(actor, async () => {
      const paper = await this.desk.find(id);
      await this.audit.record({
        action: 'paper.downloaded',
        subjectType: 'paper',
        subjectId: id,
        details: { state: paper.state },
      });
      const kept = paper.madeFrom
        ? await this.database.manager.findOneBy(PaperFile, { paperId: id })
        : null;
      const content =
        kept?.content ??
        (await this.printing.printDraft(await this.composed(paper), this.clock.now()));
      return { name: `${paper.number ?? 'borrador'}.pdf`, content };
    });
  }

  private async composed(paper: Paper) {
    const file = paper.caseId
      ? await this.database.manager.findOneBy(Case, { id: paper.caseId })
      : null;
    return this.compose.run(paper, file, this.clock.now(), null);
  }

  private async asIssued(paper: Paper) {
    const { content } = await this.templates.version(paper.kind, paper.templateVersion);
    const made = JSON.parse(paper.madeFrom!.reveal()) as MadeFrom;
    const { nodes } = this.templates.parse(paper.kind, content);
    const blocks = toBlocks(fillTemplate(nodes, made.data, made.values));
    return { fields: content.fields, values: made.values, missing: [], blocks };
  }

  private async lines(list: ReturnType<typeof statement>, subject: string): Promise<PaperLine[]> {
    const rows = await this.database.query<object>(list, [subject]);
    return rows.map((row) => revealed(row) as PaperLine);
  }
}
