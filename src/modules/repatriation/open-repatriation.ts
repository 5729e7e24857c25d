import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock/clock';
import { protect } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { DomainError, invalidField } from '../../platform/errors/domain-error';
import { newId } from '../../platform/ids';
import { CaseFiles, Numbers, Timeline, type Case } from '../cases';
import { Obligations } from '../obligations';
import { People, type NewPerson } from '../people';
import { TIER_OF_TYPE } from './domain/repatriation-type';
import { Repatriation, RepatriationStep } from './entities/plan.entity';
import type { OpenRepatriationRequest } from './http/dto/open-repatriation.request';
import { RepatriationTemplates } from './repatriation-templates';

const POST = statement(
  'repatriation.post',
  `SELECT time_zone AS zone FROM posts WHERE id = $1 AND state = 'open'`,
);

export interface OpenedRepatriation {
  id: string;
  /** `MAD-2026-000123`, or `S-` and eight characters when sealed. */
  reference: string;
  version: number;
  personId: string;
  /** The duties that opening brought, the next due first. */
  obligations: { kind: string; dueAt: string }[];
}

/** The first plan of a case: the steps in force for its type, and the duties that follow. */
@Injectable()
export class FirstPlan {
  constructor(
    private readonly database: Database,
    private readonly templates: RepatriationTemplates,
    private readonly timeline: Timeline,
    private readonly obligations: Obligations,
  ) {}

  async lay(
    { id: caseId }: Case,
    type: OpenRepatriationRequest['type'],
    now: Temporal.Instant,
  ): Promise<OpenedRepatriation['obligations']> {
    const { version: templateVersion, content } = await this.templates.current();
    const recordedBy = this.database.actor.accountId;
    this.database.insert(Repatriation, {
      ...{ caseId, templateVersion, agreed: null, version: 1, recordedBy },
      ...{ childrenBornAbroad: null, childrenRegistered: null },
      ...{
        removalAuthority: null,
        removalNumber: null,
        removalGround: null,
        removalOrderedOn: null,
      },
    });
    content[type].forEach((step, position) =>
      this.database.insert(RepatriationStep, {
        ...{ ...step, id: newId(), caseId, position, ownerId: null, state: 'pending', version: 1 },
        ...{ notBeforeOn: null, startedOn: null, endedAt: null, reason: null, recordedBy },
      }),
    );
    await this.timeline.append({
      ...{ caseId, kind: 'repatriation.opened', occurredAt: now },
      data: { repatriationType: type },
    });
    const [plan] = await this.obligations.replanAll([caseId], 'opened');
    return plan!.reconciliation.open.map(({ kind, due }) => ({ kind, dueAt: due.toString() }));
  }
}

/**
 * Opens a repatriation in one transaction: the person (sealed only for a victim), the file, the plan
 * of its type, the duties with their reminders, and last the number.
 */
@Injectable()
export class OpenRepatriation {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly cases: CaseFiles,
    private readonly plan: FirstPlan,
    private readonly numbers: Numbers,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, body: OpenRepatriationRequest): Promise<OpenedRepatriation> {
    const now = this.clock.now();
    if (body.subdivision && !body.subdivision.startsWith(`${body.country}-`)) {
      throw invalidField('subdivision', 'NOT_OF_THE_COUNTRY');
    }
    return this.database.inTransaction(actor, async () => {
      actor.require('case.register', body.postId);
      const [post] = await this.database.query<{ zone: string }>(POST, [body.postId]);
      if (!post) throw invalidField('postId', 'UNKNOWN_POST');
      const personId = await this.personOf(actor, body);
      const file = await this.open(actor, body, personId, now);
      const obligations = await this.plan.lay(file, body.type, now);
      const reference = await this.numbers.takeForCase(file.id, now, post.zone);
      return { id: file.id, reference, version: file.version, personId, obligations };
    });
  }

  private async personOf(actor: Actor, body: OpenRepatriationRequest): Promise<string> {
    const input = body.person as NewPerson & { id?: string };
    const sealed = TIER_OF_TYPE[body.type] === 'sealed';
    try {
      const context = { postId: body.postId, at: 'person.', ...(sealed ? { sealed } : {}) };
      return (await this.people.registerOrUse(actor, input, context)).id;
    } catch (error) {
      const unknown = error instanceof DomainError && error.code === 'NOT_FOUND';
      throw unknown ? invalidField('person.id', 'UNKNOWN_PERSON') : error;
    }
  }

  private open(
    actor: Actor,
    body: OpenRepatriationRequest,
    subjectPersonId: string,
    now: Temporal.Instant,
  ): Promise<Case> {
    return this.cases.open(
      {
        postId: body.postId,
        family: 'repatriation',
        type: body.type,
        intakeChannel: body.intakeChannel,
        intakeReference: body.intakeReference ?? null,
        occurredAt: now,
        country: body.country,
        subdivision: body.subdivision ?? null,
        place: protect(body.place),
        summary: protect(body.summary),
        subjectPersonId,
        assigneeId: actor.can('visit.record', body.postId) ? actor.accountId : null,
        circle: body.circle ?? {},
      },
      now,
    );
  }
}
