import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { protect } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids';
import { Timeline, type Case } from '../cases';
import { FamilyOpening, type OpenedCase } from '../obligations';
import { TIER_OF_TYPE } from './domain/repatriation-type';
import { Repatriation, RepatriationStep } from './entities/plan.entity';
import type { OpenRepatriationRequest } from './http/dto/open-repatriation.request';
import { RepatriationTemplates } from './repatriation-templates';

/** Opens a repatriation: the person (sealed only for a victim), and the plan in force for its type. */
@Injectable()
export class OpenRepatriation {
  constructor(
    private readonly opening: FamilyOpening,
    private readonly database: Database,
    private readonly templates: RepatriationTemplates,
    private readonly timeline: Timeline,
  ) {}

  run(actor: Actor, body: OpenRepatriationRequest): Promise<OpenedCase> {
    return this.opening.run(actor, body, async (opening) => {
      const sealed = TIER_OF_TYPE[body.type] === 'sealed';
      const person = await opening.person('person', body.person, sealed);
      const file = await opening.open(person.id, {
        ...{ family: 'repatriation', summary: protect(body.summary), circle: body.circle },
      });
      await this.lay(file, body.type, opening.now);
      return file;
    });
  }

  /** The first plan: the steps in force for the type, which the case then keeps. */
  private async lay(
    { id: caseId }: Case,
    type: OpenRepatriationRequest['type'],
    now: Temporal.Instant,
  ): Promise<void> {
    const { version: templateVersion, content } = await this.templates.current();
    const recordedBy = this.database.actor.accountId;
    this.database.insert(Repatriation, {
      ...{ caseId, templateVersion, agreed: null, version: 1, recordedBy },
      ...{ childrenBornAbroad: null, childrenRegistered: null },
      ...{ removalAuthority: null, removalNumber: null },
      ...{ removalGround: null, removalOrderedOn: null },
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
  }
}
