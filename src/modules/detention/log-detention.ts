import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock/clock';
import { protect } from '../../platform/crypto/protected-text';
import { sealable } from '../../platform/crypto/sealed-string';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { DomainError } from '../../platform/errors/domain-error';
import { newId } from '../../platform/ids';
import { Timeline, type Case } from '../cases';
import { FamilyOpening, type OpenedCase, type Opening } from '../obligations';
import type { PersonSummary } from '../people';
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
/**
 * Logs a detention: the person, the case, the four instants, wishes, stage and place.
 */
@Injectable()
export class LogDetention {
  constructor(
    private readonly opening: FamilyOpening,
    private readonly database: Database,
    private readonly facilities: Facilities,
    private readonly timeline: Timeline,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, body: LogDetentionRequest): Promise<OpenedCase> {
    check(body, this.clock.now(), null);
    return this.opening.run(actor, body, async (opening) => {
      const { now } = opening;
      const person = await personOf(opening, body);
      check(body, now, person.birthDate);
      const file = await opening.open(person.id, {
        family: 'detention',
        stage: body.stage,
        occurredAt: Temporal.Instant.from(body.detainedAt ?? body.postNotifiedAt),
        summary: protect(body.summary),
      });
      const facilityId = await this.save(file, body, now);
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
      return file;
    });
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

function check(body: LogDetentionRequest, now: Temporal.Instant, birthDate: string | null): void {
  refuse(
    checkFirstInstants(
      {
        detainedAt: optionalInstant(body.detainedAt),
        informedOfRightsAt: optionalInstant(body.informedOfRightsAt),
        postNotifiedAt: Temporal.Instant.from(body.postNotifiedAt),
        firstContactAt: null,
      },
      now,
      birthDate ? Temporal.PlainDate.from(birthDate) : null,
    ),
  );
}

/** Someone on file, or registered now; the factors seen at logging join their file. */
function personOf(opening: Opening, body: LogDetentionRequest): Promise<PersonSummary> {
  const { vulnerability = [] } = body;
  return opening.person('person', { ...body.person, vulnerability }).catch((error: unknown) => {
    throw error instanceof DomainError ? asSent(error) : error;
  });
}

/** A refusal of the person with the paths of this request, in which the factors stand outside. */
function asSent(error: DomainError): DomainError {
  const errors = error.errors.map((e) => ({
    ...e,
    path: e.path.replace(/^person\.vulnerability/, 'vulnerability'),
  }));
  return new DomainError(error.code, { status: error.status, params: error.params, errors });
}
