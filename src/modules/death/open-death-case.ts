import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock/clock';
import { pastDay } from '../../platform/clock/moments';
import { protect } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { DomainError, invalidField } from '../../platform/errors/domain-error';
import { CaseFiles, CaseLinks, Numbers, Timeline, type Case } from '../cases';
import { Obligations } from '../obligations';
import { People, type NewPerson } from '../people';
import { needsNecropsy } from './domain/death';
import { Death } from './entities/kin.entity';
import type { OpenDeathCaseRequest } from './http/dto/open-death-case.request';

const POST = statement(
  'death.post',
  `SELECT time_zone AS zone FROM posts WHERE id = $1 AND state = 'open'`,
);
const FROM = statement('death.from', 'SELECT id, family FROM cases WHERE reference = $1');

export interface OpenedDeathCase {
  id: string;
  /** `MAD-2026-000123`. */
  reference: string;
  version: number;
  personId: string;
  /** The duties that opening brought, the next due first. */
  obligations: { kind: string; dueAt: string }[];
}

interface Origin {
  id: string;
  family: string;
}

/** What was told of the death when the case was opened, and the case that it continues. */
@Injectable()
export class FirstReport {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseFiles,
    private readonly links: CaseLinks,
    private readonly timeline: Timeline,
    private readonly obligations: Obligations,
  ) {}

  /** The case of that number, in the actor's reach; 422 like any that does not exist. */
  async origin(reference: string | undefined): Promise<Origin | null> {
    if (!reference) return null;
    const [found] = await this.database.query<Origin>(FROM, [reference.trim().toUpperCase()]);
    if (!found) throw invalidField('fromReference', 'UNKNOWN_CASE');
    return found;
  }

  async keep(
    actor: Actor,
    file: Case,
    body: OpenDeathCaseRequest,
    origin: Origin | null,
    now: Temporal.Instant,
  ): Promise<OpenedDeathCase['obligations']> {
    const manner = body.manner ?? 'unknown';
    const identification = body.identification ?? 'presumed';
    // whoever dies in detention dies in custody, unless somebody says otherwise
    const inCustody = body.inCustody ?? origin?.family === 'detention';
    this.database.insert(Death, {
      caseId: file.id,
      diedOn: pastDay(body.diedOn, now, 'diedOn'),
      manner,
      cause: protect(body.cause),
      identification,
      informant: protect(body.informant),
      kinKnown: body.kinKnown ?? Boolean(body.nextOfKin),
      nextOfKin: protect(body.nextOfKin),
      heirs: 'not_asked',
      inquiryKnownAt: inCustody || needsNecropsy(manner) ? now : null,
      custodyKnownAt: inCustody ? now : null,
      noHeirsKnownAt: null,
      fromCaseId: origin?.id ?? null,
      version: 1,
      recordedBy: actor.accountId,
    });
    await this.timeline.append({
      caseId: file.id,
      kind: 'death.opened',
      occurredAt: now,
      data: { manner, identification },
    });
    if (origin) {
      const reason = inCustody ? 'Fallecimiento bajo custodia' : 'Fallecimiento';
      await this.links.add(actor, file.id, { caseId: origin.id, kind: 'continues', reason });
      await this.cases.enter(file);
    }
    const [plan] = await this.obligations.replanAll([file.id], 'opened');
    return plan!.reconciliation.open.map(({ kind, due }) => ({ kind, dueAt: due.toString() }));
  }
}

/**
 * Opens the case of a death in one transaction: who died, what is known, the case that it continues,
 * the duties with their reminders, and last the number.
 */
@Injectable()
export class OpenDeathCase {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly cases: CaseFiles,
    private readonly report: FirstReport,
    private readonly numbers: Numbers,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, body: OpenDeathCaseRequest): Promise<OpenedDeathCase> {
    const now = this.clock.now();
    if (body.subdivision && !body.subdivision.startsWith(`${body.country}-`)) {
      throw invalidField('subdivision', 'NOT_OF_THE_COUNTRY');
    }
    return this.database.inTransaction(actor, async () => {
      actor.require('case.register', body.postId);
      const [post] = await this.database.query<{ zone: string }>(POST, [body.postId]);
      if (!post) throw invalidField('postId', 'UNKNOWN_POST');
      const origin = await this.report.origin(body.fromReference);
      const personId = await this.personOf(actor, body);
      const file = await this.open(actor, body, personId, now);
      const obligations = await this.report.keep(actor, file, body, origin, now);
      const reference = await this.numbers.takeForCase(file.id, now, post.zone);
      return { id: file.id, reference, version: file.version, personId, obligations };
    });
  }

  private async personOf(actor: Actor, body: OpenDeathCaseRequest): Promise<string> {
    const input = body.person as NewPerson & { id?: string };
    try {
      const context = { postId: body.postId, at: 'person.' };
      return (await this.people.registerOrUse(actor, input, context)).id;
    } catch (error) {
      const unknown = error instanceof DomainError && error.code === 'NOT_FOUND';
      throw unknown ? invalidField('person.id', 'UNKNOWN_PERSON') : error;
    }
  }

  private open(
    actor: Actor,
    body: OpenDeathCaseRequest,
    subjectPersonId: string,
    now: Temporal.Instant,
  ): Promise<Case> {
    return this.cases.open(
      {
        postId: body.postId,
        family: 'death',
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
      },
      now,
    );
  }
}
