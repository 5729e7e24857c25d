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
import { AnswerSheet, answerContext } from './acts/answer-sheet';
import { Catalogues, type Catalogue } from './catalogues';
import { contentOf, type TypeContent } from './domain/content';
import { FAMILIES, isFamily } from './domain/families';
import type { OpenCaseRequest } from './http/dto/open-case.request';

const POST = statement(
  'catalogue.post',
  `SELECT time_zone AS zone,
     app.reads_restricted_world() OR id = ANY (app.restricted_posts()) AS "readsRestricted"
     FROM posts WHERE id = $1 AND state = 'open'`,
);

export interface OpenedCase {
  id: string;
  /** `MAD-2026-000123`. */
  reference: string;
  version: number;
  personId: string;
  /** The duties that opening brought, the next due first. */
  obligations: { kind: string; dueAt: string }[];
}

/** The people of a new case: its beneficiary, and whoever else takes part. */
@Injectable()
export class PeopleOfCase {
  constructor(
    private readonly people: People,
    private readonly cases: CaseFiles,
    private readonly timeline: Timeline,
  ) {}

  /** Someone on file, or registered now. 422 with the paths of the request. */
  async beneficiary(actor: Actor, body: OpenCaseRequest): Promise<string> {
    return (await this.use(actor, body.person, body.postId, 'person.')).id;
  }

  async others(
    actor: Actor,
    file: Case,
    body: OpenCaseRequest,
    now: Temporal.Instant,
  ): Promise<void> {
    for (const [i, { person, role, note }] of (body.people ?? []).entries()) {
      const at = `people.${i}.person.`;
      const { id: personId } = await this.use(actor, person, body.postId, at);
      await this.cases.addPerson(file, personId, role, protect(note));
      await this.timeline.append({
        caseId: file.id,
        kind: 'person.added',
        occurredAt: now,
        data: { personId, role },
      });
    }
  }

  private use(actor: Actor, person: object, postId: string, at: string) {
    const input = person as NewPerson & { id?: string };
    return this.people.registerOrUse(actor, input, { postId, at }).catch((error: unknown) => {
      const unknown = error instanceof DomainError && error.code === 'NOT_FOUND';
      throw unknown ? invalidField(`${at}id`, 'UNKNOWN_PERSON') : error;
    });
  }
}

/** What opening leaves behind: the duties with their reminders, and last of all the number. */
@Injectable()
export class OpeningTrace {
  constructor(
    private readonly obligations: Obligations,
    private readonly numbers: Numbers,
  ) {}

  async end(
    file: Case,
    personId: string,
    now: Temporal.Instant,
    zone: string,
  ): Promise<OpenedCase> {
    const [plan] = await this.obligations.replanAll([file.id], 'opened');
    const obligations = plan!.reconciliation.open.map(({ kind, due }) => ({
      kind,
      dueAt: due.toString(),
    }));
    const reference = await this.numbers.takeForCase(file.id, now, zone);
    return { id: file.id, reference, version: file.version, personId, obligations };
  }
}

/**
 * Opens a case of a family that the catalogue serves, in one transaction: the people, the case, its
 * first answers, its duties with their reminders, and last of all the number.
 */
@Injectable()
export class OpenCase {
  constructor(
    private readonly database: Database,
    private readonly catalogues: Catalogues,
    private readonly sheet: AnswerSheet,
    private readonly people: PeopleOfCase,
    private readonly cases: CaseFiles,
    private readonly trace: OpeningTrace,
    private readonly clock: Clock,
  ) {}

  /**
   * 422 UNKNOWN_CASE_TYPE for a type that the catalogue does not have or has retired; 422
   * FAMILY_NOT_OPEN_HERE for a family that has, or awaits, a form of its own.
   */
  run(actor: Actor, body: OpenCaseRequest): Promise<OpenedCase> {
    const now = this.clock.now();
    const occurredAt = body.occurredAt ? Temporal.Instant.from(body.occurredAt) : now;
    if (Temporal.Instant.compare(occurredAt, now) > 0)
      throw invalidField('occurredAt', 'notInFuture');
    if (body.subdivision && !body.subdivision.startsWith(`${body.country}-`))
      throw invalidField('subdivision', 'NOT_OF_THE_COUNTRY');
    return this.database.inTransaction(actor, async () => {
      actor.require('case.register', body.postId);
      const [post] = await this.database.query<{ zone: string; readsRestricted: boolean }>(POST, [
        body.postId,
      ]);
      if (!post) throw invalidField('postId', 'UNKNOWN_POST');
      const catalogue = await this.catalogues.current(now);
      const { fields, type } = this.typeOf(catalogue, body);
      // who attends the case, or opens one of a stricter tier, takes part in it and reads it whole
      const takesPart = type.tier !== 'standard' || actor.can('visit.record', body.postId);
      const context = answerContext(now, post.zone, takesPart || post.readsRestricted, true);
      const answers = this.sheet.apply(fields, {}, body.values ?? {}, context);
      const personId = await this.people.beneficiary(actor, body);
      const file = await this.open(actor, body, { personId, occurredAt, now, catalogue });
      await this.people.others(actor, file, body, now);
      await this.sheet.save(file.id, fields, answers);
      return this.trace.end(file, personId, now, post.zone);
    });
  }

  private typeOf({ content }: Catalogue, { family, type }: OpenCaseRequest): TypeContent {
    const found = contentOf(content, family, type);
    if (!found || found.type.retired || !isFamily(family))
      throw new DomainError('UNKNOWN_CASE_TYPE', { errors: [{ path: 'type', code: 'isIn' }] });
    if (FAMILIES[family] !== 'catalogue')
      throw new DomainError('FAMILY_NOT_OPEN_HERE', {
        errors: [{ path: 'family', code: 'FAMILY_NOT_OPEN_HERE' }],
      });
    return found;
  }

  private open(
    actor: Actor,
    body: OpenCaseRequest,
    known: {
      personId: string;
      occurredAt: Temporal.Instant;
      now: Temporal.Instant;
      catalogue: Catalogue;
    },
  ): Promise<Case> {
    return this.cases.open(
      {
        postId: body.postId,
        family: body.family,
        type: body.type,
        intakeChannel: body.intakeChannel,
        intakeReference: body.intakeReference ?? null,
        occurredAt: known.occurredAt,
        country: body.country,
        subdivision: body.subdivision ?? null,
        place: protect(body.place),
        summary: protect(body.summary),
        subjectPersonId: known.personId,
        assigneeId: actor.can('visit.record', body.postId) ? actor.accountId : null,
        catalogueVersion: known.catalogue.version,
      },
      known.now,
    );
  }
}
