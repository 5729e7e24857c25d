import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { protect } from '../../platform/crypto/protected-text';
import { Timeline } from '../cases';
import { FamilyOpening, type OpenedCase } from '../obligations';
import { SafeContacts } from '../safe-contact';
import { RecordIncident } from './acts/record-incident';
import type { OpenViolenceCaseRequest } from './http/dto/open-violence-case.request';

const NOTHING_YET = (caseId: string, openedAt: Temporal.Instant) => ({
  caseId,
  openedAt,
  cameInPerson: false,
  contacts: [],
  assessments: [],
  measures: [],
  returns: [],
});

/**
 * Opens a case of gender violence: the sealed file with the story told once, how to reach the person,
 * and what was done to them.
 */
@Injectable()
export class OpenViolenceCase {
  constructor(
    private readonly opening: FamilyOpening,
    private readonly safeContacts: SafeContacts,
    private readonly incidents: RecordIncident,
    private readonly timeline: Timeline,
  ) {}

  run(actor: Actor, body: OpenViolenceCaseRequest): Promise<OpenedCase> {
    return this.opening.run(actor, body, async (opening) => {
      const { now } = opening;
      const person = await opening.person('person', body.person, true);
      const file = await opening.open(person.id, {
        family: 'gender_violence',
        summary: protect(body.story),
        circle: body.circle,
      });
      await this.timeline.append({
        caseId: file.id,
        kind: 'violence_case.opened',
        occurredAt: now,
        tier: 'restricted',
        data: {},
      });
      if (body.safeContact) await this.safeContacts.arrangeFirst(file, body.safeContact);
      if (body.incident) {
        const facts = NOTHING_YET(file.id, now);
        await this.incidents.within({ case: file, facts, now }, body.incident, 'incident.');
      }
      return file;
    });
  }
}
