import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { protect } from '../../../platform/crypto/protected-text';
import { Database } from '../../../platform/database/database';
import { Revisions } from '../../../platform/database/revisions';
import { notFound } from '../../../platform/errors/domain-error';
import { optionalInstant } from '../../../platform/clock/moments';
import { DetentionWork, type DetentionFile } from '../detention-work';
import { checkFirstInstants } from '../domain/first-instants';
import { detentionMilestones } from '../domain/plan-detention';
import { checkSentence } from '../domain/sentence';
import { byTime } from '../domain/stage-history';
import { Detention } from '../entities/detention.entity';
import type {
  EditDetentionRequest,
  RecordSentenceRequest,
} from '../http/dto/edit-detention.request';
import { refuse } from '../refuse';

/** Corrects or completes what a detention records of itself; 412 when someone saved in between. */
@Injectable()
export class EditDetention {
  constructor(
    private readonly work: DetentionWork,
    private readonly database: Database,
    private readonly revisions: Revisions,
  ) {}

  edit(
    actor: Actor,
    caseId: string,
    expected: number,
    body: EditDetentionRequest,
  ): Promise<{ id: string; version: number }> {
    return this.work.on(actor, caseId, ['case.edit'], async (file) => {
      const row = await this.find(caseId);
      await this.revisions.assertCurrent('detention', caseId, row.version, expected, row);
      const changes = changesOf(body);
      const after = { ...row, ...changes };
      const { firstContactAt } = detentionMilestones(file.facts);
      refuse([
        ...checkFirstInstants({ ...after, firstContactAt }, file.now, file.facts.birthDate),
        ...this.checkAgainstHistory(file, after.detainedAt?.epochMilliseconds ?? null),
      ]);
      return this.save(file, row, changes, 'detention.edited');
    });
  }

  /** Records the sentence as pronounced: date, minimum and maximum, end (rules §3, first-visit record). */
  sentence(
    actor: Actor,
    caseId: string,
    expected: number,
    body: RecordSentenceRequest,
  ): Promise<{ id: string; version: number }> {
    return this.work.on(actor, caseId, ['case.edit'], async (file) => {
      const row = await this.find(caseId);
      await this.revisions.assertCurrent('detention', caseId, row.version, expected, row);
      // The host country may already, or still, be on the neighbouring date of UTC.
      const today = file.now.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 1 });
      const detainedOn = row.detainedAt
        ?.toZonedDateTimeISO('UTC')
        .toPlainDate()
        .subtract({ days: 1 });
      refuse(checkSentence(body, detainedOn ?? null, today));
      return this.save(
        file,
        row,
        {
          sentencedOn: body.sentencedOn,
          sentenceMinimum: body.minimum ?? null,
          sentenceMaximum: body.maximum ?? null,
          sentenceForLife: body.forLife ?? false,
          sentenceEndsOn: body.endsOn ?? null,
          sentenceCourt: body.court ?? null,
        },
        'sentence.recorded',
      );
    });
  }

  private async save(
    file: DetentionFile,
    before: Detention,
    changes: Partial<Detention>,
    kind: 'detention.edited' | 'sentence.recorded',
  ): Promise<{ id: string; version: number }> {
    const id = file.case.id;
    const version = before.version + 1;
    const fields = Object.keys(changes);
    await this.database.manager.update(Detention, id, { ...changes, version });
    await this.revisions.record('detention', id, version, fields, before);
    await this.work.record(file, { kind, id, occurredAt: file.now, data: { fields } });
    return { id, version };
  }

  private async find(caseId: string): Promise<Detention> {
    const row = await this.database.manager.findOneBy(Detention, { caseId });
    if (!row) throw notFound();
    return row;
  }

  /** An arrest later than something that already happened to the detainee is a typing error. */
  private checkAgainstHistory(file: DetentionFile, detainedAt: number | null) {
    const earliest = byTime(file.facts.contacts)[0];
    return detainedAt !== null && earliest && earliest.occurredAt.epochMilliseconds < detainedAt
      ? [{ path: 'detainedAt', code: 'AFTER_FIRST_CONTACT' }]
      : [];
  }
}

function changesOf(body: EditDetentionRequest): Partial<Detention> {
  const { detainedAt, informedOfRightsAt, postNotifiedAt, ...rest } = body;
  const { charges, placeOfArrest, aliases, familyInCountry, ...plain } = rest;
  const given: Partial<Detention> = {
    ...plain,
    ...(detainedAt === undefined ? {} : { detainedAt: optionalInstant(detainedAt) }),
    ...(informedOfRightsAt === undefined
      ? {}
      : { informedOfRightsAt: optionalInstant(informedOfRightsAt) }),
    ...(postNotifiedAt === undefined ? {} : { postNotifiedAt: optionalInstant(postNotifiedAt)! }),
    ...(charges === undefined ? {} : { charges: protect(charges) }),
    ...(placeOfArrest === undefined ? {} : { placeOfArrest: protect(placeOfArrest) }),
    ...(aliases === undefined ? {} : { aliases: protect(aliases) }),
    ...(familyInCountry === undefined ? {} : { familyInCountry: protect(familyInCountry) }),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
