import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock/clock';
import { protect } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { DomainError, invalidField } from '../../platform/errors/domain-error';
import { CaseFiles, Numbers, Timeline, type Case } from '../cases';
import { Obligations } from '../obligations';
import { People, type NewPerson } from '../people';
import { SafeContacts } from '../safe-contact';
import { RecordStory } from './acts/record-story';
import type { OpenTraffickingCaseRequest } from './http/dto/open-trafficking-case.request';

const POST = statement(
  'trafficking.post',
  `SELECT time_zone AS zone FROM posts WHERE id = $1 AND state = 'open'`,
);

export interface OpenedTraffickingCase {
  id: string;
  /** `S-` and eight characters drawn at random. */
  reference: string;
  version: number;
  personId: string;
  /** The duties that opening brought, the next due first. */
  obligations: { kind: string; dueAt: string }[];
}

/** What was told when the case was opened: how to reach the person, what was seen, what was done. */
@Injectable()
export class FirstStory {
  constructor(
    private readonly safeContacts: SafeContacts,
    private readonly story: RecordStory,
    private readonly timeline: Timeline,
    private readonly obligations: Obligations,
  ) {}

  async keep(
    file: Case,
    personId: string,
    body: OpenTraffickingCaseRequest,
    now: Temporal.Instant,
  ): Promise<OpenedTraffickingCase['obligations']> {
    const { id } = file;
    await this.timeline.append({
      caseId: id,
      kind: 'trafficking_case.opened',
      occurredAt: now,
      tier: 'restricted',
      data: {},
    });
    if (body.safeContact) {
      const asked = { ...body.safeContact, personId, basedOn: 0 };
      await this.safeContacts.arrangeWithin(file, asked, 'safeContact.');
    }
    const begun = { case: file, facts: NOTHING_YET(id, now), now };
    if (body.indicators) {
      await this.story.indicatorsWithin(begun, { indicators: body.indicators });
    }
    if (body.exploitation) {
      await this.story.exploitationWithin(begun, body.exploitation, 'exploitation.');
    }
    const [plan] = await this.obligations.replanAll([id], 'opened');
    return plan!.reconciliation.open.map(({ kind, due }) => ({ kind, dueAt: due.toString() }));
  }
}

const NOTHING_YET = (caseId: string, openedAt: Temporal.Instant) => ({
  caseId,
  openedAt,
  cameInPerson: false,
  contacts: [],
  checks: [],
  referrals: [],
  reflections: [],
  returns: [],
});

/**
 * Opens a case of trafficking in one transaction: the person, presumed Peruvian until checked when
 * nothing proves it (D.S. 005-2016-IN §4), the sealed file with the story told once, the duties with
 * their reminders, and last the number.
 */
@Injectable()
export class OpenTraffickingCase {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly cases: CaseFiles,
    private readonly story: FirstStory,
    private readonly numbers: Numbers,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, body: OpenTraffickingCaseRequest): Promise<OpenedTraffickingCase> {
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
      const obligations = await this.story.keep(file, personId, body, now);
      const reference = await this.numbers.takeForCase(file.id, now, post.zone);
      return { id: file.id, reference, version: file.version, personId, obligations };
    });
  }

  private async personOf(actor: Actor, body: OpenTraffickingCaseRequest): Promise<string> {
    const input = body.person as NewPerson & { id?: string };
    try {
      const { postId } = body;
      return (
        await this.people.registerOrUse(actor, input, { postId, at: 'person.', sealed: true })
      ).id;
    } catch (error) {
      const unknown = error instanceof DomainError && error.code === 'NOT_FOUND';
      throw unknown ? invalidField('person.id', 'UNKNOWN_PERSON') : error;
    }
  }

  private open(
    actor: Actor,
    body: OpenTraffickingCaseRequest,
    subjectPersonId: string,
    now: Temporal.Instant,
  ): Promise<Case> {
    return this.cases.open(
      {
        postId: body.postId,
        family: 'trafficking',
        type: body.type,
        intakeChannel: body.intakeChannel,
        intakeReference: body.intakeReference ?? null,
        occurredAt: now,
        country: body.country,
        subdivision: body.subdivision ?? null,
        place: protect(body.place),
        summary: protect(body.story),
        subjectPersonId,
        assigneeId: actor.can('visit.record', body.postId) ? actor.accountId : null,
        circle: body.circle ?? {},
      },
      now,
    );
  }
}
