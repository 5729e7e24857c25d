import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { AccessSettings } from '../../platform/access/access-settings';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { sealable } from '../../platform/crypto/sealed-string';
import { Database } from '../../platform/database/database';
import { DomainError, invalidField, notFound } from '../../platform/errors/domain-error';
import { newId } from '../../platform/ids';
import { CaseFiles } from './case-files';
import { CaseRegistry } from './case-registry';
import { Case } from './case.entity';
import {
  ADMIT,
  BARS,
  CANDIDATES,
  CIRCLE,
  END,
  FORMER_REFERENCES,
  IS_BARRED,
  OFFICES,
  READERS,
} from './circle.statements';
import {
  toBarView,
  toMemberView,
  toReaderView,
  type BarRecord,
  type CandidateView,
  type CircleView,
  type MemberRecord,
  type ReaderRecord,
} from './circle.views';
import {
  keepsCircle,
  leavesNobody,
  tiersWithin,
  type AdmittedKind,
  type Standing,
} from './domain/circle';
import { Timeline } from './timeline';

export interface Admission {
  accountId: string;
  kind: AdmittedKind;
  reason: string;
  /** Absent: at once. */
  from?: string;
  /** Absent: until someone ends it. */
  until?: string;
}

/** What the actor is to the case, beside seeing it. */
export const standingOf = (actor: Actor, file: Case): Standing => ({
  isAssignee: file.assigneeId !== null && file.assigneeId === actor.accountId,
  isHead: actor.grants.some((g) => g.role === 'head_of_post' && g.postId === file.postId),
  isProtectionDesk: actor.holds('protection_desk'),
});

/**
 * The circle: who is admitted by the case itself, why, and between which instants. For a sealed case
 * it is everyone there is. Nothing is erased: an ended membership stays with who ended it and why.
 */
@Injectable()
export class CaseCircle {
  constructor(
    private readonly database: Database,
    private readonly files: CaseFiles,
    private readonly registry: CaseRegistry,
    private readonly timeline: Timeline,
    private readonly audit: Audit,
    private readonly settings: AccessSettings,
    private readonly clock: Clock,
  ) {}

  /** Members, present and past, who read it, the references it bore, and what the reader may change. */
  show(actor: Actor, caseId: string): Promise<CircleView> {
    return this.database.inTransaction(actor, async () => {
      const file = await this.visible(caseId);
      const [members, bars, readers, references] = await Promise.all([
        this.database.query<MemberRecord>(CIRCLE, [caseId]),
        this.database.query<BarRecord>(BARS, [caseId]),
        this.database.query<ReaderRecord>(READERS, [caseId]),
        this.database.query<{ reference: string; until: Date }>(FORMER_REFERENCES, [caseId]),
      ]);
      const standing = standingOf(actor, file);
      const may = actor.can('circle.manage', file.postId) && keepsCircle(standing);
      const ofType = this.registry.family(file.family).types[file.type] ?? 'standard';
      return {
        tier: file.tier,
        version: file.version,
        reference: file.reference!,
        formerReferences: references.map(({ reference, until }) => ({
          reference,
          until: until.toISOString(),
        })),
        members: members.map(toMemberView),
        bars: bars.map(toBarView),
        readers: readers.map(toReaderView),
        mayManage: may,
        tiers: may ? tiersWithin(file.tier, ofType, standing) : [],
      };
    });
  }

  /** Who could be admitted by hand. */
  candidates(actor: Actor, caseId: string): Promise<{ items: CandidateView[] }> {
    return this.database.inTransaction(actor, async () => {
      const file = await this.visible(caseId);
      this.assertKeeps(actor, file);
      const rows = await this.database.query<CandidateView>(CANDIDATES, [caseId, file.postId]);
      return { items: rows.filter(({ roles }) => this.worksCases(roles)) };
    });
  }

  /** Admits someone who works cases. 422 for anyone else, 409 when they are in already. */
  add(actor: Actor, caseId: string, body: Admission): Promise<{ id: string }> {
    return this.database.inTransaction(actor, async () => {
      const file = await this.files.lock(caseId);
      this.assertKeeps(actor, file);
      if (body.until && Temporal.Instant.compare(body.until, body.from ?? this.clock.now()) <= 0) {
        throw invalidField('until', 'notBefore');
      }
      const id = await this.admit(file, body);
      await this.trace(file, 'member.added', body.accountId, body.kind);
      return { id };
    });
  }

  /** Ends a membership, at once or at an instant to come. 409 when a sealed case would be left to no one. */
  end(
    actor: Actor,
    caseId: string,
    memberId: string,
    body: { reason: string; until?: string },
  ): Promise<{ id: string }> {
    return this.database.inTransaction(actor, async () => {
      const file = await this.files.lock(caseId);
      const members = await this.database.query<MemberRecord>(CIRCLE, [caseId]);
      const member = members.find(({ id }) => id === memberId);
      if (!member) throw notFound();
      if (member.accountId !== actor.accountId) this.assertKeeps(actor, file);
      if (member.kind === 'assigned')
        throw new DomainError('MEMBER_BY_ASSIGNMENT', { status: 409 });
      if (!member.active && !member.upcoming) {
        throw new DomainError('MEMBERSHIP_HAS_ENDED', { status: 409 });
      }
      if (file.tier === 'sealed' && leavesNobody(members, memberId)) {
        throw new DomainError('CIRCLE_WOULD_BE_EMPTY', { status: 409 });
      }
      await this.trace(file, 'member.ended', member.accountId, member.kind);
      // last: whoever leaves loses sight of the case with their membership
      await this.database.query(END, [memberId, body.until ?? null, sealable(body.reason)]);
      return { id: memberId };
    });
  }

  /** Within a transaction that holds the case. Returns the membership's id. */
  async admit(file: Case, body: Admission): Promise<string> {
    const [[barred], offices, members] = await Promise.all([
      this.database.query<{ barred: boolean }>(IS_BARRED, [file.id, body.accountId]),
      this.database.query<{ role: string }>(OFFICES, [body.accountId]),
      this.database.query<MemberRecord>(CIRCLE, [file.id]),
    ]);
    if (barred!.barred) throw new DomainError('STAFF_IS_BARRED', { status: 409 });
    const roles = offices.map(({ role }) => role);
    if (!this.worksCases(roles)) throw invalidField('accountId', 'DOES_NOT_WORK_CASES');
    if (body.kind === 'honorary' && !roles.includes('honorary_consul')) {
      throw invalidField('kind', 'NOT_HONORARY');
    }
    const already = members.some((m) => m.accountId === body.accountId && m.active && !m.until);
    if (already) throw new DomainError('ALREADY_IN_CIRCLE', { status: 409 });
    const id = newId();
    const { accountId, kind, reason, from = null, until = null } = body;
    await this.database.query(ADMIT, [id, file.id, accountId, kind, sealable(reason), from, until]);
    for (const listener of this.registry.listeners) {
      await listener.memberAdmitted?.(id, from === null ? null : Temporal.Instant.from(from));
    }
    return id;
  }

  assertKeeps(actor: Actor, file: Case): void {
    actor.require('circle.manage', file.postId);
    if (!keepsCircle(standingOf(actor, file))) {
      throw new DomainError('CIRCLE_IS_KEPT_BY_OTHERS', { status: 403 });
    }
  }

  /** Whoever manages accounts or money sees no case, and is never admitted to one. */
  private worksCases(roles: readonly string[]): boolean {
    return roles.some((role) => this.settings.permissions[role]?.includes('case.read'));
  }

  private async visible(caseId: string): Promise<Case> {
    const file = await this.database.manager.findOneBy(Case, { id: caseId });
    if (!file) throw notFound();
    return file;
  }

  private async trace(
    file: Case,
    kind: 'member.added' | 'member.ended',
    accountId: string,
    memberKind: string,
  ): Promise<void> {
    await this.timeline.append({
      caseId: file.id,
      kind,
      occurredAt: this.clock.now(),
      data: { accountId, memberKind },
    });
    await this.audit.record({
      action: kind,
      subjectType: 'case',
      subjectId: file.id,
      details: { accountId, memberKind },
    });
  }
}
