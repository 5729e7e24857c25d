import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { pastDay } from '../../platform/clock/moments';
import { protect, ProtectedText } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { invalidField } from '../../platform/errors/domain-error';
import { CaseFiles, Timeline } from '../cases';
import { FamilyOpening, type OpenedCase } from '../obligations';
import { MissingPerson } from './entities/search.entity';
import type { OpenMissingCaseRequest } from './http/dto/open-missing-case.request';

export type OpenedMissingCase = OpenedCase & { requesterPersonId: string };

/** Opens the case of a missing person: who is sought, who asks, what is known last, what is feared. */
@Injectable()
export class OpenMissingCase {
  constructor(
    private readonly opening: FamilyOpening,
    private readonly database: Database,
    private readonly cases: CaseFiles,
    private readonly timeline: Timeline,
  ) {}

  async run(actor: Actor, body: OpenMissingCaseRequest): Promise<OpenedMissingCase> {
    let requesterPersonId = '';
    const opened = await this.opening.run(actor, body, async (opening) => {
      const { now } = opening;
      const person = await opening.person('person', body.person);
      requesterPersonId = (await opening.person('requester', body.requester)).id;
      if (requesterPersonId === person.id) {
        throw invalidField('requester.id', 'IS_THE_PERSON_SOUGHT');
      }
      const file = await opening.open(person.id, { family: 'missing_person' });
      await this.cases.addPerson(file, requesterPersonId, 'requester');
      this.database.insert(MissingPerson, {
        caseId: file.id,
        requesterPersonId,
        relation: body.relation,
        requesterContact: protect(body.requesterContact),
        lastSeenOn: pastDay(body.lastSeenOn, now, 'lastSeenOn'),
        lastKnown: protect(body.lastKnown),
        fear: ProtectedText.clear(body.fear),
        recordedBy: actor.accountId,
      });
      await this.timeline.append({
        caseId: file.id,
        kind: 'missing_person.opened',
        occurredAt: now,
        data: {},
      });
      return file;
    });
    return { ...opened, requesterPersonId };
  }
}
