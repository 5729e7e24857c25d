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
import { People, type NewPerson, type PersonSummary } from '../people';
import { SafeContacts } from '../safe-contact';
import { newSituation } from './acts/situations';
import { isOfAge } from './domain/child';
import type { OpenMinorCaseRequest } from './http/dto/open-minor-case.request';
import { MinorWork } from './minor-work';

const POST = statement(
  'minors.post',
  `SELECT time_zone AS zone FROM posts WHERE id = $1 AND state = 'open'`,
);

export interface OpenedMinorCase {
  id: string;
  /** `MAD-2026-000123`. */
  reference: string;
  version: number;
  personId: string;
  /** The duties that opening brought, the next due first. */
  obligations: { kind: string; dueAt: string }[];
}

/** What is known when the case is opened: with whom the child is, how to reach them, what is owed. */
@Injectable()
export class FirstSituation {
  constructor(
    private readonly work: MinorWork,
    private readonly safeContacts: SafeContacts,
    private readonly timeline: Timeline,
    private readonly obligations: Obligations,
  ) {}

  async keep(
    file: Case,
    personId: string,
    body: OpenMinorCaseRequest,
    now: Temporal.Instant,
  ): Promise<OpenedMinorCase['obligations']> {
    const { id: caseId } = file;
    const { row, data } = newSituation(caseId, body, now);
    this.work.insert(...row);
    await this.timeline.append({
      caseId,
      kind: 'minor_case.opened',
      occurredAt: now,
      tier: 'restricted',
      data,
    });
    if (body.safeContact) {
      const asked = { ...body.safeContact, personId, basedOn: 0 };
      await this.safeContacts.arrangeWithin(file, asked, 'safeContact.');
    }
    const [plan] = await this.obligations.replanAll([caseId], 'opened');
    return plan!.reconciliation.open.map(({ kind, due }) => ({ kind, dueAt: due.toString() }));
  }
}

/**
 * Opens the case of a child in one transaction: the child, the file with the first account, where and
 * with whom the child is, how to reach them, the duties with their reminders, and last the number.
 */
@Injectable()
export class OpenMinorCase {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly cases: CaseFiles,
    private readonly situation: FirstSituation,
    private readonly numbers: Numbers,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError NOT_A_MINOR (422) for somebody who is of age today at the post; VALIDATION_FAILED
   *   (422) without a birth date or a presumed age, or for another field
   */
  run(actor: Actor, body: OpenMinorCaseRequest): Promise<OpenedMinorCase> {
    const now = this.clock.now();
    if (body.subdivision && !body.subdivision.startsWith(`${body.country}-`)) {
      throw invalidField('subdivision', 'NOT_OF_THE_COUNTRY');
    }
    return this.database.inTransaction(actor, async () => {
      actor.require('case.register', body.postId);
      const [post] = await this.database.query<{ zone: string }>(POST, [body.postId]);
      if (!post) throw invalidField('postId', 'UNKNOWN_POST');
      const today = now.toZonedDateTimeISO(post.zone).toPlainDate();
      if (body.person.birthDate) assertChild(body, body.person.birthDate, today);
      const child = await this.childOf(actor, body);
      assertChild(body, child.birthDate, today);
      const file = await this.open(actor, body, child.id, now);
      const obligations = await this.situation.keep(file, child.id, body, now);
      const reference = await this.numbers.takeForCase(file.id, now, post.zone);
      return { id: file.id, reference, version: file.version, personId: child.id, obligations };
    });
  }

  /** On file as a child from then on, whatever is known of their age. */
  private async childOf(actor: Actor, body: OpenMinorCaseRequest): Promise<PersonSummary> {
    const { vulnerability = [] } = body.person;
    const alone = body.type === 'unaccompanied_minor' ? ['unaccompanied'] : [];
    const input = {
      ...body.person,
      vulnerability: [...new Set([...vulnerability, 'child_or_adolescent', ...alone])],
    } as NewPerson & { id?: string };
    try {
      return await this.people.registerOrUse(actor, input, { postId: body.postId, at: 'person.' });
    } catch (error) {
      const unknown = error instanceof DomainError && error.code === 'NOT_FOUND';
      throw unknown ? invalidField('person.id', 'UNKNOWN_PERSON') : error;
    }
  }

  private open(
    actor: Actor,
    body: OpenMinorCaseRequest,
    subjectPersonId: string,
    now: Temporal.Instant,
  ): Promise<Case> {
    return this.cases.open(
      {
        postId: body.postId,
        family: 'minor',
        type: body.type,
        intakeChannel: body.intakeChannel,
        intakeReference: body.intakeReference ?? null,
        occurredAt: now,
        country: body.country,
        subdivision: body.subdivision ?? null,
        place: protect(body.place),
        summary: protect(body.account),
        subjectPersonId,
        assigneeId: actor.can('visit.record', body.postId) ? actor.accountId : null,
      },
      now,
    );
  }
}

/** A birth date, or the age that the child seems to have; neither of somebody who is of age today. */
function assertChild(
  { presumedAge }: OpenMinorCaseRequest,
  birthDate: string | null,
  today: Temporal.PlainDate,
): void {
  if (!birthDate && presumedAge === undefined) throw invalidField('presumedAge', 'AGE_NEEDED');
  const age = {
    birthDate: birthDate ? Temporal.PlainDate.from(birthDate) : null,
    presumedAge: presumedAge ?? null,
    presumedOn: today,
  };
  if (!isOfAge(age, today)) return;
  const path = birthDate ? 'person.birthDate' : 'presumedAge';
  throw new DomainError('NOT_A_MINOR', { errors: [{ path, code: 'IS_OF_AGE' }] });
}
