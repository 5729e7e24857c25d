import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { ProtectedText } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { invalidField } from '../../platform/errors/domain-error';
import { newId } from '../../platform/ids';
import { CaseFiles } from '../cases';
import { HEADQUARTERS_CODE, Posts } from '../network';
import { ComposePaper } from './compose-paper';
import { PAPER_RULES, type PaperKind } from './domain/paper-kinds';
import { assertPaperMay } from './domain/paper-states';
import { PaperDesk } from './paper-desk';
import { Paper } from './paper.entity';
import { Templates } from './templates/templates';

const SEES_RESTRICTED = statement(
  'papers.sees-restricted',
  'SELECT app.sees_restricted(c.post_id, c.id) AS sees FROM cases c WHERE c.id = $1',
);
/** A list of a post covers a year at most (default). */
const LONGEST_PERIOD_DAYS = 366;

export interface DraftRequest {
  kind: PaperKind;
  includeRestricted?: boolean;
  /** The private person of the case to whom it is addressed; absent: the beneficiary, or an office. */
  addresseeId?: string;
}

/** Beginning a paper, completing its fields, and giving it up. */
@Injectable()
export class DraftPaper {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseFiles,
    private readonly posts: Posts,
    private readonly templates: Templates,
    private readonly compose: ComposePaper,
    private readonly desk: PaperDesk,
    private readonly audit: Audit,
  ) {}

  /**
   * A draft of a paper of the case, with the template in use now. It takes in restricted parts only
   * where the template uses them, the writer sees them, and they are wanted.
   */
  ofCase(
    actor: Actor,
    caseId: string,
    body: DraftRequest,
  ): Promise<{ id: string; version: number }> {
    return this.database.inTransaction(actor, async () => {
      const file = await this.cases.lock(caseId);
      if (PAPER_RULES[body.kind].scope !== 'case') throw invalidField('kind', 'isIn');
      const postId = await this.issuingPost(actor, file.postId);
      actor.require('paper.draft', postId);
      if (body.addresseeId) await this.desk.assertAddressee(caseId, body.addresseeId);
      const wanted = body.includeRestricted ?? PAPER_RULES[body.kind].restrictedByDefault;
      const restricted =
        wanted && (await this.compose.usesRestricted(body.kind)) && (await this.sees(caseId));
      return this.insert({
        caseId,
        postId,
        kind: body.kind,
        tier: restricted ? 'restricted' : 'standard',
        addresseeId: body.addresseeId ?? null,
      });
    });
  }

  /** A draft of a list of the papers that a post issued between two civil dates, both included. */
  ofPost(
    actor: Actor,
    postId: string,
    body: { kind: PaperKind; from: string; to: string },
  ): Promise<{ id: string; version: number }> {
    return this.database.inTransaction(actor, async () => {
      await this.posts.get(actor, postId);
      actor.require('paper.draft', postId);
      if (PAPER_RULES[body.kind].scope !== 'post') throw invalidField('kind', 'isIn');
      const days = Temporal.PlainDate.from(body.from).until(body.to).days;
      if (days < 0 || days > LONGEST_PERIOD_DAYS) throw invalidField('to', 'PERIOD_WRONG');
      return this.insert({
        caseId: null,
        postId,
        kind: body.kind,
        tier: 'standard',
        periodFrom: body.from,
        periodTo: body.to,
      });
    });
  }

  /** Completes fields of a draft; those not named stay as they are. */
  fill(
    actor: Actor,
    id: string,
    expected: number,
    values: Readonly<Record<string, string>>,
  ): Promise<{ id: string; version: number }> {
    return this.desk.on(actor, id, 'paper.draft', expected, async ({ paper }) => {
      assertPaperMay(paper.state, 'issued');
      const { content } = await this.templates.version(paper.kind, paper.templateVersion);
      const known = new Set(content.fields.map(({ code }) => code));
      const stranger = Object.keys(values).find((code) => !known.has(code));
      if (stranger !== undefined) throw invalidField('values', 'UNKNOWN_FIELD');
      const before = JSON.parse(paper.fieldValues.reveal()) as Record<string, string>;
      const after = ProtectedText.clear(JSON.stringify({ ...before, ...values }));
      await this.desk.save(paper, 'paper.filled', { fieldValues: after });
      return { id, version: paper.version };
    });
  }

  /** Gives a draft up; it stays on record as discarded. */
  discard(actor: Actor, id: string): Promise<{ id: string; version: number }> {
    return this.desk.on(actor, id, 'paper.draft', null, async ({ paper }) => {
      assertPaperMay(paper.state, 'discarded');
      await this.desk.save(paper, 'paper.discarded', { state: 'discarded' });
      return { id, version: paper.version };
    });
  }

  /** The case's post for its own staff; headquarters for those who act from there. */
  private async issuingPost(actor: Actor, casePostId: string): Promise<string> {
    if (actor.grants.some(({ postId }) => postId !== null)) return casePostId;
    const headquarters = await this.posts.findByCode(actor, HEADQUARTERS_CODE);
    return headquarters?.id ?? casePostId;
  }

  private async sees(caseId: string): Promise<boolean> {
    const [row] = await this.database.query<{ sees: boolean }>(SEES_RESTRICTED, [caseId]);
    return row?.sees ?? false;
  }

  private async insert(
    paper: Pick<Paper, 'caseId' | 'postId' | 'kind' | 'tier'> &
      Partial<Pick<Paper, 'periodFrom' | 'periodTo' | 'addresseeId'>>,
  ): Promise<{ id: string; version: number }> {
    const id = newId();
    const { version } = await this.templates.current(paper.kind);
    await this.database.manager.insert(Paper, {
      ...paper,
      id,
      templateVersion: version,
      state: 'draft',
      fieldValues: ProtectedText.clear('{}'),
      createdBy: this.database.actor.accountId,
    } as never);
    await this.audit.record({
      action: 'paper.drafted',
      subjectType: 'paper',
      subjectId: id,
      details: { caseId: paper.caseId, kind: paper.kind, template: version },
    });
    return { id, version: 1 };
  }
}
