import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock/clock';
import { protect } from '../../platform/crypto/protected-text';
import { DomainError, invalidField } from '../../platform/errors/domain-error';
import { CaseFiles, Timeline, type Case } from '../cases';
import { FamilyOpening, type OpenedCase, type Opening } from '../obligations';
import { AnswerSheet, answerContext } from './acts/answer-sheet';
import { Catalogues, type Catalogue } from './catalogues';
import { contentOf, type TypeContent } from './domain/content';
import { FAMILIES, isFamily } from './domain/families';
import type { OpenCaseRequest } from './http/dto/open-case.request';

/** Opens a case of a family that the catalogue serves: the people, the case and its first answers. */
@Injectable()
export class OpenCase {
  constructor(
    private readonly opening: FamilyOpening,
    private readonly catalogues: Catalogues,
    private readonly sheet: AnswerSheet,
    private readonly cases: CaseFiles,
    private readonly timeline: Timeline,
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
    return this.opening.run(actor, body, async (opening) => {
      const { post } = opening;
      const catalogue = await this.catalogues.current(opening.now);
      const { fields, type } = this.typeOf(catalogue, body);
      // who attends the case, or opens one of a stricter tier, takes part in it and reads it whole
      const takesPart = type.tier !== 'standard' || actor.can('visit.record', body.postId);
      const readsAll = takesPart || post.readsRestricted;
      const context = answerContext(opening.now, post.zone, readsAll, true);
      const answers = this.sheet.apply(fields, {}, body.values ?? {}, context);
      const person = await opening.person('person', body.person);
      const file = await opening.open(person.id, {
        family: body.family,
        occurredAt,
        summary: protect(body.summary),
        catalogueVersion: catalogue.version,
      });
      await this.addOthers(opening, file, body);
      await this.sheet.save(file.id, fields, answers);
      return file;
    });
  }

  private async addOthers(opening: Opening, file: Case, body: OpenCaseRequest): Promise<void> {
    for (const [i, { person, role, note }] of (body.people ?? []).entries()) {
      const { id: personId } = await opening.person(`people.${i}.person`, person);
      await this.cases.addPerson(file, personId, role, protect(note));
      await this.timeline.append({
        caseId: file.id,
        kind: 'person.added',
        occurredAt: opening.now,
        data: { personId, role },
      });
    }
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
}
