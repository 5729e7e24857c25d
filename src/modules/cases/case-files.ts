import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import { Audit } from '../../platform/audit/audit';
import type { ProtectedText } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { DomainError, notFound } from '../../platform/errors/domain-error';
import { newId } from '../../platform/ids';
import type { CaseMember } from './case-contents.entity';
import { CaseRegistry, type CaseChange } from './case-registry';
import { Case } from './case.entity';
import { assertOpen } from './domain/case-transitions';
import type { IntakeChannel, PersonRole, Tier } from './domain/case-vocabulary';
import { Timeline } from './timeline';

export interface NewCase {
  postId: string;
  family: string;
  type: string;
  stage?: string | null;
  intakeChannel: IntakeChannel;
  intakeReference?: string | null;
  /** When the matter began in the world, as far as known. */
  occurredAt: Temporal.Instant;
  country: string;
  subdivision?: string | null;
  place?: ProtectedText | null;
  summary?: ProtectedText | null;
  subjectPersonId: string;
  assigneeId: string | null;
}

const INSERT_CASE = statement(
  'cases.insert',
  `INSERT INTO cases (id, post_id, family, type, tier, status, stage, intake_channel, intake_reference,
     occurred_at, country, subdivision, place, summary, subject_person_id, assignee_id, opened_by)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, app.account())`,
);
const INSERT_PERSON = statement(
  'cases.insert-person',
  'INSERT INTO case_people (id, case_id, person_id, role, note) VALUES ($1, $2, $3, $4, $5)',
);
const INSERT_MEMBER = statement(
  'cases.insert-member',
  `INSERT INTO case_members (id, case_id, account_id, kind, reason, added_by)
   VALUES ($1, $2, $3, $4, $5, app.account())`,
);
const RECORD_ACTION = statement(
  'cases.record-action',
  `INSERT INTO case_actions (id, case_id, action, occurred_at, actor_id, tier, note)
   VALUES ($1, $2, $3, $4, app.account(), $5, $6)`,
);

/** What families and other modules do with case files, inside their own transaction. */
@Injectable()
export class CaseFiles {
  constructor(
    private readonly database: Database,
    private readonly registry: CaseRegistry,
    private readonly timeline: Timeline,
    private readonly audit: Audit,
  ) {}

  /**
   * Opens a case with its main beneficiary and its assignee. It has no number yet: the caller adds
   * its own facts and takes the number last (`Numbers.takeForCase`).
   */
  async open(input: NewCase, now: Temporal.Instant): Promise<Case> {
    const file = this.database.manager.create(Case, {
      id: newId(),
      ...input,
      stage: input.stage ?? null,
      tier: this.tierOf(input.family, input.type),
      status: input.assigneeId ? 'active' : 'registered',
      occurredAt: new Date(input.occurredAt.epochMilliseconds),
      openedBy: this.database.actor.accountId,
      intakeReference: input.intakeReference ?? null,
      subdivision: input.subdivision ?? null,
      place: input.place ?? null,
      summary: input.summary ?? null,
      version: 1,
    });
    await Promise.all([
      this.insert(file),
      this.addPerson(file, input.subjectPersonId, 'beneficiary'),
      input.assigneeId && this.addMember(file.id, input.assigneeId, 'assigned', null),
      this.timeline.append({
        caseId: file.id,
        kind: 'case.opened',
        occurredAt: now,
        data: { intakeChannel: input.intakeChannel },
      }),
      this.audit.record({
        action: 'case.opened',
        subjectType: 'case',
        subjectId: file.id,
        details: { family: input.family, type: input.type, postId: input.postId },
      }),
    ]);
    return file;
  }

  /** The case, locked for this transaction; 404 when it is absent or out of the actor's reach. */
  async lock(caseId: string): Promise<Case> {
    const file = await this.database.manager.findOne(Case, {
      where: { id: caseId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!file) throw notFound();
    return file;
  }

  /** `lock`, for entries that only an open case takes; 409 CASE_IS_FINISHED otherwise. */
  async lockOpen(caseId: string): Promise<Case> {
    const file = await this.lock(caseId);
    assertOpen(file.status);
    return file;
  }

  /** Saves fields of a locked case and raises its version. */
  async update(file: Case, changes: Partial<Case>): Promise<void> {
    const version = file.version + 1;
    await this.database.manager.update(Case, file.id, { ...changes, version });
    Object.assign(file, changes, { version });
  }

  /** Tells everyone who listens, inside this transaction. */
  async announce(file: Case, change: CaseChange): Promise<void> {
    for (const listener of this.registry.listeners) await listener.caseChanged(file, change);
  }

  async addPerson(
    file: Case,
    personId: string,
    role: PersonRole,
    note: ProtectedText | null = null,
  ): Promise<string> {
    const id = newId();
    await this.database.query(INSERT_PERSON, [id, file.id, personId, role, note && stored(note)]);
    return id;
  }

  async addMember(
    caseId: string,
    accountId: string,
    kind: CaseMember['kind'],
    reason: string | null,
  ): Promise<void> {
    await this.database.query(INSERT_MEMBER, [newId(), caseId, accountId, kind, reason]);
  }

  /** Counts an action of assistance (taxonomy, *Actions of assistance*). */
  async recordAction(
    caseId: string,
    action: string,
    occurredAt: Temporal.Instant,
    options: { tier?: Tier; note?: ProtectedText | null } = {},
  ): Promise<void> {
    await this.database.query(RECORD_ACTION, [
      newId(),
      caseId,
      action,
      occurredAt.toString(),
      options.tier ?? 'standard',
      options.note ? stored(options.note) : null,
    ]);
  }

  private async insert(file: Case): Promise<void> {
    await this.database.query(INSERT_CASE, [
      file.id,
      file.postId,
      file.family,
      file.type,
      file.tier,
      file.status,
      file.stage,
      file.intakeChannel,
      file.intakeReference,
      file.occurredAt,
      file.country,
      file.subdivision,
      file.place && stored(file.place),
      file.summary && stored(file.summary),
      file.subjectPersonId,
      file.assigneeId,
    ]);
  }

  private tierOf(family: string, type: string): Tier {
    const tier = this.registry.family(family).types[type];
    if (!tier)
      throw new DomainError('UNKNOWN_CASE_TYPE', { errors: [{ path: 'type', code: 'isIn' }] });
    return tier;
  }
}

const stored = (text: ProtectedText): string => JSON.stringify(text.toStored());
