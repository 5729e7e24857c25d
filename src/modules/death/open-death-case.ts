import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { pastDay } from '../../platform/clock/moments';
import { protect } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { invalidField } from '../../platform/errors/domain-error';
import { CaseFiles, CaseLinks, Timeline, type Case } from '../cases';
import { FamilyOpening, type OpenedCase } from '../obligations';
import { needsNecropsy } from './domain/death';
import { Death } from './entities/kin.entity';
import type { OpenDeathCaseRequest } from './http/dto/open-death-case.request';

const FROM = statement('death.from', 'SELECT id, family FROM cases WHERE reference = $1');

interface Origin {
  id: string;
  family: string;
}

/** Opens the case of a death: who died, what is known, and the case that it continues. */
@Injectable()
export class OpenDeathCase {
  constructor(
    private readonly opening: FamilyOpening,
    private readonly database: Database,
    private readonly cases: CaseFiles,
    private readonly links: CaseLinks,
    private readonly timeline: Timeline,
  ) {}

  run(actor: Actor, body: OpenDeathCaseRequest): Promise<OpenedCase> {
    return this.opening.run(actor, body, async (opening) => {
      const origin = await this.origin(body.fromReference);
      const person = await opening.person('person', body.person);
      const summary = protect(body.summary);
      const file = await opening.open(person.id, { family: 'death', summary });
      await this.keep(actor, file, body, origin, opening.now);
      return file;
    });
  }

  /** The case of that number, in the actor's reach; 422 like any that does not exist. */
  private async origin(reference: string | undefined): Promise<Origin | null> {
    if (!reference) return null;
    const [found] = await this.database.query<Origin>(FROM, [reference.trim().toUpperCase()]);
    if (!found) throw invalidField('fromReference', 'UNKNOWN_CASE');
    return found;
  }

  private async keep(
    actor: Actor,
    file: Case,
    body: OpenDeathCaseRequest,
    origin: Origin | null,
    now: Temporal.Instant,
  ): Promise<void> {
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
  }
}
