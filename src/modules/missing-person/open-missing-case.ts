import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock/clock';
import { pastDay } from '../../platform/clock/moments';
import { protect, ProtectedText } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { DomainError, invalidField } from '../../platform/errors/domain-error';
import { CaseFiles, Numbers, Timeline, type Case } from '../cases';
import { Obligations } from '../obligations';
import { People, type NewPerson } from '../people';
import { MissingPerson } from './entities/search.entity';
import type { OpenMissingCaseRequest } from './http/dto/open-missing-case.request';

const POST = statement(
  'missing-person.post',
  `SELECT time_zone AS zone FROM posts WHERE id = $1 AND state = 'open'`,
);

export interface OpenedMissingCase {
  id: string;
  /** `MAD-2026-000123`. */
  reference: string;
  version: number;
  personId: string;
  requesterPersonId: string;
  /** The duties that opening brought, the next due first. */
  obligations: { kind: string; dueAt: string }[];
}

/** The request as it came: who asks, what is known last, what is feared. */
@Injectable()
export class FirstRequest {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseFiles,
    private readonly timeline: Timeline,
    private readonly obligations: Obligations,
  ) {}

  async keep(
    file: Case,
    requesterPersonId: string,
    body: OpenMissingCaseRequest,
    now: Temporal.Instant,
  ): Promise<OpenedMissingCase['obligations']> {
    await this.cases.addPerson(file, requesterPersonId, 'requester');
    this.database.insert(MissingPerson, {
      caseId: file.id,
      requesterPersonId,
      relation: body.relation,
      requesterContact: protect(body.requesterContact),
      lastSeenOn: pastDay(body.lastSeenOn, now, 'lastSeenOn'),
      lastKnown: protect(body.lastKnown),
      fear: ProtectedText.clear(body.fear),
      recordedBy: this.database.actor.accountId,
    });
    await this.timeline.append({
      caseId: file.id,
      kind: 'missing_person.opened',
      occurredAt: now,
      data: {},
    });
    const [plan] = await this.obligations.replanAll([file.id], 'opened');
    return plan!.reconciliation.open.map(({ kind, due }) => ({ kind, dueAt: due.toString() }));
  }
}

/**
 * Opens the case of a missing person in one transaction: the person sought, whoever asks, what is known
 * last, the duties with their reminders, and last the number.
 */
@Injectable()
export class OpenMissingCase {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly cases: CaseFiles,
    private readonly request: FirstRequest,
    private readonly numbers: Numbers,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, body: OpenMissingCaseRequest): Promise<OpenedMissingCase> {
    const now = this.clock.now();
    if (body.subdivision && !body.subdivision.startsWith(`${body.country}-`)) {
      throw invalidField('subdivision', 'NOT_OF_THE_COUNTRY');
    }
    return this.database.inTransaction(actor, async () => {
      actor.require('case.register', body.postId);
      const [post] = await this.database.query<{ zone: string }>(POST, [body.postId]);
      if (!post) throw invalidField('postId', 'UNKNOWN_POST');
      const personId = await this.personOf(actor, body, 'person');
      const requesterPersonId = await this.personOf(actor, body, 'requester');
      if (requesterPersonId === personId)
        throw invalidField('requester.id', 'IS_THE_PERSON_SOUGHT');
      const file = await this.open(actor, body, personId, now);
      const obligations = await this.request.keep(file, requesterPersonId, body, now);
      const reference = await this.numbers.takeForCase(file.id, now, post.zone);
      return {
        ...{ id: file.id, reference, version: file.version, personId, requesterPersonId },
        obligations,
      };
    });
  }

  private async personOf(
    actor: Actor,
    body: OpenMissingCaseRequest,
    who: 'person' | 'requester',
  ): Promise<string> {
    const input = body[who] as NewPerson & { id?: string };
    try {
      const context = { postId: body.postId, at: `${who}.` };
      return (await this.people.registerOrUse(actor, input, context)).id;
    } catch (error) {
      const unknown = error instanceof DomainError && error.code === 'NOT_FOUND';
      throw unknown ? invalidField(`${who}.id`, 'UNKNOWN_PERSON') : error;
    }
  }

  private open(
    actor: Actor,
    body: OpenMissingCaseRequest,
    subjectPersonId: string,
    now: Temporal.Instant,
  ): Promise<Case> {
    return this.cases.open(
      {
        postId: body.postId,
        family: 'missing_person',
        type: body.type,
        intakeChannel: body.intakeChannel,
        intakeReference: body.intakeReference ?? null,
        occurredAt: now,
        country: body.country,
        subdivision: body.subdivision ?? null,
        place: protect(body.place),
        subjectPersonId,
        assigneeId: actor.can('visit.record', body.postId) ? actor.accountId : null,
      },
      now,
    );
  }
}
