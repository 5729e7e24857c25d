import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock/clock';
import { protect } from '../../platform/crypto/protected-text';
import { sealable } from '../../platform/crypto/sealed-string';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { DomainError, invalidField } from '../../platform/errors/domain-error';
import { newId } from '../../platform/ids';
import { CaseFiles, Numbers, Timeline, type Case } from '../cases';
import { Obligations } from '../obligations';
import { People, type NewPerson, type PersonSummary } from '../people';
import { optionalInstant } from '../../platform/clock/moments';
import { checkFirstInstants } from './domain/first-instants';
import { Facilities } from './facilities';
import type { LogDetentionRequest } from './http/dto/log-detention.request';
import { refuse } from './refuse';

/** One round trip for all that a detention adds; its rows meet no one else's. */
const INSERT = statement(
  'detention.log',
  `WITH detention AS (
     INSERT INTO detentions (case_id, detained_at, informed_of_rights_at, post_notified_at, notice_channel,
       notice_authority, offence_group, charges, place_of_arrest)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)),
   stage AS (
     INSERT INTO detention_stages (id, case_id, stage, occurred_at) VALUES ($10, $1, $11, $12)),
   stay AS (
     INSERT INTO facility_stays (id, case_id, facility_id, since)
     SELECT $13, $1, $14, $12 WHERE $14::uuid IS NOT NULL)
   INSERT INTO detention_wishes (id, case_id, subject, wish, occurred_at)
   VALUES ($15, $1, 'visit', $16, $19), ($17, $1, 'family', $18, $19)`,
);
const POST = statement(
  'detention.post',
  `SELECT time_zone AS zone FROM posts WHERE id = $1 AND state = 'open'`,
);

export interface LoggedDetention {
  id: string;
  /** `MAD-2026-000123`. */
  reference: string;
  version: number;
  personId: string;
  /** The duties that logging opened, the next due first. */
  obligations: { kind: string; dueAt: string }[];
}

/** What logging leaves behind: the timeline's first facts and the duties with their reminders. */
@Injectable()
export class LogTrace {
  constructor(
    private readonly timeline: Timeline,
    private readonly obligations: Obligations,
  ) {}

  async leave(
    file: Case,
    body: LogDetentionRequest,
    facilityId: string | null,
    now: Temporal.Instant,
  ): Promise<LoggedDetention['obligations']> {
    await this.timeline.append({
      caseId: file.id,
      kind: 'detention.logged',
      occurredAt: now,
      data: {
        stage: body.stage,
        noticeChannel: body.noticeChannel,
        noticeAuthority: body.noticeAuthority ?? null,
        postNotifiedAt: body.postNotifiedAt,
        visitWish: body.visitWish,
        familyWish: body.familyWish,
        facilityId,
      },
    });
    const [plan] = await this.obligations.replanAll([file.id], 'opened');
    return plan!.reconciliation.open.map(({ kind, due }) => ({ kind, dueAt: due.toString() }));
  }
}

/**
 * Logs a detention in one transaction: the person, the case, the four instants, wishes, stage and
 * place, the duties with their reminders, and last of all the number.
 */
@Injectable()
export class LogDetention {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly cases: CaseFiles,
    private readonly facilities: Facilities,
    private readonly numbers: Numbers,
    private readonly trace: LogTrace,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, body: LogDetentionRequest): Promise<LoggedDetention> {
    const now = this.clock.now();
    this.check(body, now);
    return this.database.inTransaction(actor, async () => {
      const zone = await this.zoneOf(actor, body.postId);
      const person = await this.personOf(actor, body);
      this.check(body, now, person);
      const file = await this.open(actor, body, person.id, now);
      const facilityId = await this.save(file, body, now);
      const duties = await this.trace.leave(file, body, facilityId, now);
      const reference = await this.numbers.takeForCase(file.id, now, zone);
      return {
        id: file.id,
        reference,
        version: file.version,
        personId: person.id,
        obligations: duties,
      };
    });
  }

  private check(body: LogDetentionRequest, now: Temporal.Instant, person?: PersonSummary): void {
    refuse(
      checkFirstInstants(
        {
          detainedAt: optionalInstant(body.detainedAt),
          informedOfRightsAt: optionalInstant(body.informedOfRightsAt),
          postNotifiedAt: Temporal.Instant.from(body.postNotifiedAt),
          firstContactAt: null,
        },
        now,
        person?.birthDate ? Temporal.PlainDate.from(person.birthDate) : null,
      ),
    );
    if (body.subdivision && !body.subdivision.startsWith(`${body.country}-`)) {
      refuse([{ path: 'subdivision', code: 'NOT_OF_THE_COUNTRY' }]);
    }
  }

  private async zoneOf(actor: Actor, postId: string): Promise<string> {
    actor.require('case.register', postId);
    const [post] = await this.database.query<{ zone: string }>(POST, [postId]);
    if (!post) throw invalidField('postId', 'UNKNOWN_POST');
    return post.zone;
  }

  /** Someone on file, or registered now; the factors seen at logging join their file. */
  private personOf(actor: Actor, body: LogDetentionRequest): Promise<PersonSummary> {
    const { vulnerability = [], postId } = body;
    const input = { ...body.person, vulnerability } as NewPerson & { id?: string };
    return this.people
      .registerOrUse(actor, input, { postId, at: 'person.' })
      .catch((error: unknown) => {
        throw error instanceof DomainError ? asSent(error) : error;
      });
  }

  private open(actor: Actor, body: LogDetentionRequest, personId: string, now: Temporal.Instant) {
    return this.cases.open(
      {
        postId: body.postId,
        family: 'detention',
        type: body.type,
        stage: body.stage,
        intakeChannel: body.intakeChannel,
        intakeReference: body.intakeReference ?? null,
        occurredAt: Temporal.Instant.from(body.detainedAt ?? body.postNotifiedAt),
        country: body.country,
        subdivision: body.subdivision ?? null,
        summary: protect(body.summary),
        subjectPersonId: personId,
        assigneeId: actor.can('visit.record', body.postId) ? actor.accountId : null,
      },
      now,
    );
  }

  private async save(
    file: Case,
    body: LogDetentionRequest,
    now: Temporal.Instant,
  ): Promise<string | null> {
    const facilityId = await this.facilities.resolve(
      body.facilityId
        ? { id: body.facilityId }
        : {
            ...(body.facilityName ? { name: body.facilityName } : {}),
            ...(body.city ? { city: body.city } : {}),
          },
      { country: body.country, subdivision: body.subdivision ?? null },
    );
    this.database.post(INSERT, [
      file.id,
      body.detainedAt ?? null,
      body.informedOfRightsAt ?? null,
      body.postNotifiedAt,
      body.noticeChannel,
      sealable(body.noticeAuthority ?? null),
      body.offenceGroup ?? null,
      protect(body.charges)?.toStored() ?? null,
      protect(body.placeOfArrest)?.toStored() ?? null,
      newId(),
      body.stage,
      body.detainedAt ?? body.postNotifiedAt,
      newId(),
      facilityId,
      newId(),
      body.visitWish,
      newId(),
      body.familyWish,
      now.toString(),
    ]);
    return facilityId;
  }
}

/** A refusal of the person with the paths of this request, in which the factors stand outside. */
function asSent(error: DomainError): DomainError {
  if (error.code === 'NOT_FOUND') return invalidField('person.id', 'UNKNOWN_PERSON');
  const errors = error.errors.map((e) => ({
    ...e,
    path: e.path.replace(/^person\.vulnerability/, 'vulnerability'),
  }));
  return new DomainError(error.code, { status: error.status, params: error.params, errors });
}
