import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { Revisions } from '../../platform/database/revisions';
import { statement } from '../../platform/database/statement';
import { invalidField, notFound } from '../../platform/errors/domain-error';
import { CaseFiles, Timeline, type Case } from '../cases';
import { sameAs, Tellings } from '../people';
import { Paper } from './paper.entity';

const TAKES_PART = statement(
  'papers.addressee',
  `SELECT 1 AS found FROM case_people cp WHERE cp.case_id = $1 AND cp.until IS NULL
      AND cp.person_id IN ${sameAs('$2')} LIMIT 1`,
);

/** A paper locked for one act, with its case when it has one. */
export interface PaperAtHand {
  paper: Paper;
  file: Case | null;
  now: Temporal.Instant;
}

/** What every act on a paper has in common: locks, version, trace. */
@Injectable()
export class PaperDesk {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseFiles,
    private readonly timeline: Timeline,
    private readonly revisions: Revisions,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly tellings: Tellings,
  ) {}

  /**
   * Runs `work` on the paper in one transaction, case first, then paper.
   * @param expected the version the actor saw; null for an act that any version allows
   * @throws DomainError 404 absent or out of reach; 403 without permission at its post; 412 stale
   */
  on<T>(
    actor: Actor,
    id: string,
    permission: string,
    expected: number | null,
    work: (at: PaperAtHand) => Promise<T>,
  ): Promise<T> {
    return this.database.inTransaction(actor, async () => {
      const found = await this.find(id);
      const file = found.caseId ? await this.cases.lock(found.caseId) : null;
      const paper = await this.database.manager.findOne(Paper, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!paper) throw notFound();
      actor.require(permission, paper.postId);
      if (expected !== null) {
        await this.revisions.assertCurrent('paper', id, paper.version, expected);
      }
      return work({ paper, file, now: this.clock.now() });
    });
  }

  /**
   * Inside a transaction: whoever a paper of a case is addressed to takes part in it, and may be told
   * what it says (422 otherwise).
   */
  async assertAddressee(caseId: string, personId: string): Promise<void> {
    const [found] = await this.database.query(TAKES_PART, [caseId, personId]);
    if (!found) throw invalidField('addresseeId', 'NOT_IN_THE_CASE');
    await this.tellings.assert({ caseId, personId, at: this.clock.now() }, 'paper', 'addresseeId');
  }

  /** Inside a transaction: the paper, unlocked. 404 when absent or out of reach. */
  async find(id: string): Promise<Paper> {
    const paper = await this.database.manager.findOneBy(Paper, { id });
    if (!paper) throw notFound();
    return paper;
  }

  /** Saves `changes` of a locked paper as its next version, with revision and audit entry. */
  async save(paper: Paper, action: string, changes: Partial<Paper>): Promise<void> {
    const version = paper.version + 1;
    await this.database.manager.update(Paper, paper.id, { ...changes, version });
    await this.revisions.record('paper', paper.id, version, Object.keys(changes));
    await this.audit.record({
      action,
      subjectType: 'paper',
      subjectId: paper.id,
      before: paper,
      after: { ...paper, ...changes, version },
      details: { caseId: paper.caseId, kind: paper.kind },
    });
    Object.assign(paper, changes, { version });
  }

  /** Tells the case's timeline, for readers of the paper alone. */
  async tell(at: PaperAtHand, kind: string, data: Record<string, unknown>): Promise<void> {
    const { paper, file, now } = at;
    if (!file) return;
    await this.timeline.append({
      caseId: file.id,
      kind,
      occurredAt: now,
      tier: paper.tier,
      data: { paperId: paper.id, paper: paper.kind, number: paper.number, ...data },
    });
  }
}
