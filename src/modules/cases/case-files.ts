import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import { Audit } from '../../platform/audit/audit';
import type { ProtectedText } from '../../platform/crypto/protected-text';
import { sealable } from '../../platform/crypto/sealed-string';
import { Database } from '../../platform/database/database';
import { DomainError, notFound } from '../../platform/errors/domain-error';
import { newId } from '../../platform/ids';
import type { CaseMember } from './case-contents.entity';
import {
  INSERT_CASE,
  ADMIT_OPENER,
  INSERT_PERSON,
  INSERT_MEMBER,
  RECORD_ACTION,
} from './case-files.statements';
import { Bars, type FirstCircle } from './bars';
import { CaseSeal } from './case-seal';
import { CaseRegistry, type AddedNote, type CaseChange, type WayOut } from './case-registry';
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
  /** Of a sealed case: whom its creator keeps out. */
  circle?: FirstCircle;
  /** The version of the catalogue that the caller has read; absent: the one in force. */
  catalogueVersion?: number;
}

/** What families and other modules do with case files, inside their own transaction. */
@Injectable()
export class CaseFiles {
  constructor(
    private readonly database: Database,
    private readonly registry: CaseRegistry,
    private readonly timeline: Timeline,
    private readonly audit: Audit,
    private readonly seal: CaseSeal,
    private readonly bars: Bars,
  ) {}

  /**
   * Opens a case with its main beneficiary and its assignee. It has no number yet: the caller adds
   * its own facts and takes the number last (`Numbers.takeForCase`).
   */
  async open(input: NewCase, now: Temporal.Instant): Promise<Case> {
    const { tier, version } = await this.typeOf(input, now);
    const file = this.database.manager.create(Case, {
      id: newId(),
      ...input,
      stage: input.stage ?? null,
      tier,
      catalogueVersion: version,
      status: input.assigneeId ? 'active' : 'registered',
      occurredAt: new Date(input.occurredAt.epochMilliseconds),
      openedBy: this.database.actor.accountId,
      intakeReference: input.intakeReference ?? null,
      subdivision: input.subdivision ?? null,
      place: input.place ?? null,
      summary: input.summary ?? null,
      tagIds: [],
      version: 1,
    });
    if (tier === 'sealed') await this.seal.begin(file.id);
    else await this.seal.enter(file);
    await Promise.all([
      this.insert(file),
      tier !== 'standard' && this.admitOpener(file),
      this.enterPerson(file, input.subjectPersonId, 'beneficiary', null),
      input.assigneeId &&
        (tier === 'standard' || input.assigneeId !== file.openedBy) &&
        this.addMember(file.id, input.assigneeId, 'assigned', null),
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
    // whoever opens an ordinary case for a sealed person has read them, and so opened their key
    if (tier === 'sealed' || this.database.keys.areUsed) await this.seal.settlePeople(file);
    if (tier === 'sealed') await this.bars.firstCircle(file, input.circle ?? {});
    return file;
  }

  /** The case, locked for this transaction; 404 when it is absent or out of the actor's reach. */
  async lock(caseId: string): Promise<Case> {
    const file = await this.database.lock(Case, caseId);
    if (!file) throw notFound();
    await this.seal.enter(file);
    return file;
  }

  /** From now on this transaction writes texts of this locked case, whose circle the actor has joined. */
  enter(file: Case): Promise<void> {
    return this.seal.enter(file);
  }

  /**
   * For whoever writes texts of a case without locking it, or what stands between several: sealed when
   * one of them is.
   */
  writeIn(...caseIds: string[]): Promise<void> {
    return this.seal.enterBetween(caseIds);
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

  /** Gives a locked case another tier: its texts, files and people are sealed, or opened, with it. */
  async changeTier(file: Case, tier: Tier): Promise<void> {
    const from = file.tier;
    if (tier === 'sealed') await this.seal.sealExisting(file);
    await this.update(file, { tier });
    if (from === 'sealed') await this.seal.unseal(file);
    await this.seal.settlePeople(file);
  }

  /** Tells everyone who listens, inside this transaction. */
  async announce(file: Case, change: CaseChange): Promise<void> {
    for (const listener of this.registry.listeners) await listener.caseChanged?.(file, change);
  }

  /** Tells whoever looks after colleagues named in a note. */
  async announceNote(file: Case, note: AddedNote): Promise<void> {
    for (const listener of this.registry.listeners) await listener.noteAdded?.(file, note);
  }

  /**
   * For every way by which something about a case reaches somebody outside (a contact, a paper, a
   * disclosure, a notification): asked before it is kept, in the ambient transaction.
   * @throws DomainError 422 of a family that has something to do first
   */
  async assertMayLeave(way: WayOut): Promise<void> {
    for (const guard of this.registry.guards) await guard.assertMayLeave(way);
  }

  async addPerson(
    file: Case,
    personId: string,
    role: PersonRole,
    note: ProtectedText | null = null,
  ): Promise<string> {
    const id = this.enterPerson(file, personId, role, note);
    await this.seal.settlePeople(file);
    return id;
  }

  private enterPerson(
    file: Case,
    personId: string,
    role: PersonRole,
    note: ProtectedText | null,
  ): string {
    const id = newId();
    this.database.post(INSERT_PERSON, [id, file.id, personId, role, note && stored(note)]);
    return id;
  }

  async addMember(
    caseId: string,
    accountId: string,
    kind: CaseMember['kind'],
    reason: string | null,
  ): Promise<void> {
    this.database.post(INSERT_MEMBER, [newId(), caseId, accountId, kind, sealable(reason)]);
  }

  /** Counts an action of assistance (taxonomy, *Actions of assistance*) and returns its id. */
  async recordAction(
    caseId: string,
    action: string,
    occurredAt: Temporal.Instant,
    options: { tier?: Tier; note?: ProtectedText | null } = {},
  ): Promise<string> {
    const id = newId();
    this.database.post(RECORD_ACTION, [
      id,
      caseId,
      action,
      occurredAt.toString(),
      options.tier ?? 'standard',
      options.note ? stored(options.note) : null,
    ]);
    return id;
  }

  private async insert(file: Case): Promise<void> {
    this.database.post(INSERT_CASE, [
      file.id,
      file.postId,
      file.family,
      file.type,
      file.tier,
      file.status,
      file.stage,
      file.intakeChannel,
      sealable(file.intakeReference),
      file.occurredAt,
      file.country,
      file.subdivision,
      file.place && stored(file.place),
      file.summary && stored(file.summary),
      file.subjectPersonId,
      file.assigneeId,
      file.catalogueVersion,
    ]);
  }

  private async admitOpener(file: Case): Promise<void> {
    const kind = file.assigneeId === file.openedBy ? 'assigned' : 'circle';
    await this.database.query(ADMIT_OPENER, [file.id, newId(), kind]);
  }

  private async typeOf(
    { family, type, catalogueVersion }: NewCase,
    now: Temporal.Instant,
  ): Promise<{ tier: Tier; version: number }> {
    const found = await this.registry.typeFor(family, type, now, catalogueVersion);
    if (!found)
      throw new DomainError('UNKNOWN_CASE_TYPE', { errors: [{ path: 'type', code: 'isIn' }] });
    return found;
  }
}

const stored = (text: ProtectedText): string => JSON.stringify(text.toStored());
