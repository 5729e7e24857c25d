import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock/clock';
import { protect } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { DomainError, invalidField } from '../../platform/errors/domain-error';
import { CaseFiles, Numbers, type Case, type NewCase } from '../cases';
import { People, type NewPerson, type PersonSummary } from '../people';
import { Obligations } from './planning/obligations';

const POST = statement(
  'obligations.opening-post',
  `SELECT time_zone AS zone,
     app.reads_restricted_world() OR id = ANY (app.restricted_posts()) AS "readsRestricted"
     FROM posts WHERE id = $1 AND state = 'open'`,
);

/** What every request to open a case tells, whatever its family. */
export interface FirstFacts extends Pick<
  NewCase,
  'postId' | 'type' | 'intakeChannel' | 'intakeReference' | 'country' | 'subdivision'
> {
  place?: string;
}

/** What the family says of the case that it opens; `occurredAt` is now unless it says otherwise. */
type OwnOfCase = Pick<NewCase, 'family' | 'summary' | 'stage' | 'circle' | 'catalogueVersion'> &
  Partial<Pick<NewCase, 'occurredAt'>>;

export interface OpenedCase {
  id: string;
  /** `MAD-2026-000123`; of a sealed case `S-` and eight characters drawn at random. */
  reference: string;
  version: number;
  personId: string;
  /** The duties that opening brought, the next due first. */
  obligations: { kind: string; dueAt: string }[];
}

/** Inside the transaction that opens one case: what a family does with, in the order that it needs. */
export interface Opening {
  readonly now: Temporal.Instant;
  /** Its IANA time zone, and whether the actor reads restricted parts of its cases. */
  readonly post: { zone: string; readsRestricted: boolean };
  /**
   * Someone on file, or registered now.
   * @param at path of the person within the request, e.g. `person`
   * @param sealed for a sealed case: nothing of a new person ever rests in the clear
   * @throws DomainError 422 with the paths of the request
   */
  person(at: string, input: object, sealed?: boolean): Promise<PersonSummary>;
  /** The file with its beneficiary; whoever opens it is its officer when they attend cases there. */
  open(personId: string, own: OwnOfCase): Promise<Case>;
}

/**
 * The way in which every family opens a case: one transaction in which the actor may register at an
 * open post, the family enters its persons, its file and its facts, the duties are planned with their
 * reminders, and last the number is taken.
 */
@Injectable()
export class FamilyOpening {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly cases: CaseFiles,
    private readonly obligations: Obligations,
    private readonly numbers: Numbers,
    private readonly clock: Clock,
  ) {}

  /**
   * `work` enters what is the family's own and answers with the file that it opened.
   * @throws DomainError 403 without permission at the post; VALIDATION_FAILED (422) for another field
   */
  run(
    actor: Actor,
    body: FirstFacts,
    work: (opening: Opening) => Promise<Case>,
  ): Promise<OpenedCase> {
    const now = this.clock.now();
    if (body.subdivision && !body.subdivision.startsWith(`${body.country}-`)) {
      throw invalidField('subdivision', 'NOT_OF_THE_COUNTRY');
    }
    return this.database.inTransaction(actor, async () => {
      actor.require('case.register', body.postId);
      const [post] = await this.database.query<Opening['post']>(POST, [body.postId]);
      if (!post) throw invalidField('postId', 'UNKNOWN_POST');
      const file = await work({
        now,
        post,
        person: (at, input, sealed) => this.person(actor, body.postId, at, input, sealed),
        open: (personId, own) => this.open(actor, body, personId, own, now),
      });
      const [plan] = await this.obligations.replanAll([file.id], 'opened');
      const { open } = plan!.reconciliation;
      return {
        id: file.id,
        reference: await this.numbers.takeForCase(file.id, now, post.zone),
        version: file.version,
        personId: file.subjectPersonId!,
        obligations: open.map(({ kind, due }) => ({ kind, dueAt: due.toString() })),
      };
    });
  }

  private async person(
    actor: Actor,
    postId: string,
    at: string,
    input: object,
    sealed = false,
  ): Promise<PersonSummary> {
    try {
      const person = input as NewPerson & { id?: string };
      return await this.people.registerOrUse(actor, person, { postId, at: `${at}.`, sealed });
    } catch (error) {
      const unknown = error instanceof DomainError && error.code === 'NOT_FOUND';
      throw unknown ? invalidField(`${at}.id`, 'UNKNOWN_PERSON') : error;
    }
  }

  private open(
    actor: Actor,
    body: FirstFacts,
    subjectPersonId: string,
    own: OwnOfCase,
    now: Temporal.Instant,
  ): Promise<Case> {
    return this.cases.open(
      {
        postId: body.postId,
        type: body.type,
        intakeChannel: body.intakeChannel,
        intakeReference: body.intakeReference ?? null,
        occurredAt: now,
        country: body.country,
        subdivision: body.subdivision ?? null,
        place: protect(body.place),
        ...own,
        subjectPersonId,
        assigneeId: actor.can('visit.record', body.postId) ? actor.accountId : null,
      },
      now,
    );
  }
}
