import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { protect } from '../../platform/crypto/protected-text';
import { DomainError, invalidField } from '../../platform/errors/domain-error';
import { Timeline } from '../cases';
import { FamilyOpening, type OpenedCase } from '../obligations';
import { SafeContacts } from '../safe-contact';
import { newSituation } from './acts/situations';
import { isOfAge } from './domain/child';
import type { OpenMinorCaseRequest } from './http/dto/open-minor-case.request';
import { MinorWork } from './minor-work';

/**
 * Opens the case of a child: the file with the first account, where and with whom the child is, and
 * how to reach them.
 */
@Injectable()
export class OpenMinorCase {
  constructor(
    private readonly opening: FamilyOpening,
    private readonly work: MinorWork,
    private readonly safeContacts: SafeContacts,
    private readonly timeline: Timeline,
  ) {}

  /**
   * @throws DomainError NOT_A_MINOR (422) for somebody who is of age today at the post; VALIDATION_FAILED
   *   (422) without a birth date or a presumed age, or for another field
   */
  run(actor: Actor, body: OpenMinorCaseRequest): Promise<OpenedCase> {
    return this.opening.run(actor, body, async (opening) => {
      const { now, post } = opening;
      const today = now.toZonedDateTimeISO(post.zone).toPlainDate();
      if (body.person.birthDate) assertChild(body, body.person.birthDate, today);
      const child = await opening.person('person', childOf(body));
      assertChild(body, child.birthDate, today);
      const summary = protect(body.account);
      const file = await opening.open(child.id, { family: 'minor', summary });
      const { row, data } = newSituation(file.id, body, now);
      this.work.insert(...row);
      await this.timeline.append({
        caseId: file.id,
        kind: 'minor_case.opened',
        occurredAt: now,
        tier: 'restricted',
        data,
      });
      if (body.safeContact) await this.safeContacts.arrangeFirst(file, body.safeContact);
      return file;
    });
  }
}

/** On file as a child from then on, whatever is known of their age. */
function childOf({ person, type }: OpenMinorCaseRequest): object {
  const { vulnerability = [] } = person;
  const alone = type === 'unaccompanied_minor' ? ['unaccompanied'] : [];
  return {
    ...person,
    vulnerability: [...new Set([...vulnerability, 'child_or_adolescent', ...alone])],
  };
}

/** A birth date, or the age that the child seems to have; neither of somebody who is of age today. */
function assertChild(
  { presumedAge }: OpenMinorCaseRequest,
  birthDate: string | null,
  today: Temporal.PlainDate,
): void {
  if (!birthDate && presumedAge === undefined) throw invalidField('presumedAge', 'AGE_NEEDED');
  const age = {
    birthDate: birthDate ? Temporal.PlainDate.from(birthDate) : null,
    presumedAge: presumedAge ?? null,
    presumedOn: today,
  };
  if (!isOfAge(age, today)) return;
  const path = birthDate ? 'person.birthDate' : 'presumedAge';
  throw new DomainError('NOT_A_MINOR', { errors: [{ path, code: 'IS_OF_AGE' }] });
}
