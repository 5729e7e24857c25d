import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { protect } from '../../platform/crypto/protected-text';
import { Timeline } from '../cases';
import { FamilyOpening, type OpenedCase } from '../obligations';
import { SafeContacts } from '../safe-contact';
import { RecordStory } from './acts/record-story';
import type { OpenTraffickingCaseRequest } from './http/dto/open-trafficking-case.request';

const NOTHING_YET = (caseId: string, openedAt: Temporal.Instant) => ({
  caseId,
  openedAt,
  cameInPerson: false,
  contacts: [],
  checks: [],
  referrals: [],
  reflections: [],
  returns: [],
});

/**
 * Opens a case of trafficking: the person, presumed Peruvian until checked when nothing proves it
 * (D.S. 005-2016-IN §4), the sealed file with the story told once, what was seen and what was done.
 */
@Injectable()
export class OpenTraffickingCase {
  constructor(
    private readonly opening: FamilyOpening,
    private readonly safeContacts: SafeContacts,
    private readonly story: RecordStory,
    private readonly timeline: Timeline,
  ) {}

  run(actor: Actor, body: OpenTraffickingCaseRequest): Promise<OpenedCase> {
    return this.opening.run(actor, body, async (opening) => {
      const { now } = opening;
      const person = await opening.person('person', body.person, true);
      const file = await opening.open(person.id, {
        family: 'trafficking',
        summary: protect(body.story),
        circle: body.circle,
      });
      await this.timeline.append({
        caseId: file.id,
        kind: 'trafficking_case.opened',
        occurredAt: now,
        tier: 'restricted',
        data: {},
      });
      if (body.safeContact) await this.safeContacts.arrangeFirst(file, body.safeContact);
      const begun = { case: file, facts: NOTHING_YET(file.id, now), now };
      if (body.indicators) {
        await this.story.indicatorsWithin(begun, { indicators: body.indicators });
      }
      if (body.exploitation) {
        await this.story.exploitationWithin(begun, body.exploitation, 'exploitation.');
      }
      return file;
    });
  }
}
