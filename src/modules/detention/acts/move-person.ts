import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { protect } from '../../../platform/crypto/protected-text';
import { newId } from '../../../platform/ids';
import { instantOf } from '../../../platform/clock/moments';
import { DetentionWork } from '../detention-work';
import { checkHappened, checkOrder } from '../domain/first-instants';
import { FacilityStay } from '../entities/detention.entity';
import { Facilities } from '../facilities';
import type { MovePersonRequest } from '../http/dto/course.request';
import { refuse } from '../refuse';

/** Records that the person is held elsewhere from an instant on; the earlier stay ends there. */
@Injectable()
export class MovePerson {
  constructor(
    private readonly work: DetentionWork,
    private readonly facilities: Facilities,
  ) {}

  run(
    actor: Actor,
    caseId: string,
    body: MovePersonRequest,
  ): Promise<{ id: string; facilityId: string }> {
    return this.work.on(actor, caseId, ['case.edit'], async (file) => {
      const id = newId();
      const since = instantOf(body.from);
      refuse([
        ...checkHappened('from', since, file.now),
        ...checkOrder('from', since, file.facts.detainedAt, 'BEFORE_DETENTION'),
      ]);
      const { country, subdivision } = file.case;
      const facilityId = await this.facilities.resolve(
        body.facilityId ? { id: body.facilityId } : body.facility,
        { country, subdivision },
      );
      if (!facilityId) {
        refuse([{ path: 'facilityId', code: 'SAY_WHICH_FACILITY' }]);
      }
      this.work.insert(FacilityStay, {
        id,
        caseId,
        facilityId: facilityId!,
        since,
        reason: protect(body.reason),
      });
      await this.work.record(file, {
        kind: 'facility.changed',
        id,
        occurredAt: since,
        data: { stayId: id, facilityId, reason: protect(body.reason) },
      });
      return { id, facilityId: facilityId! };
    });
  }
}
