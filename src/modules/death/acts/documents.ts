import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { pastDay } from '../../../platform/clock/moments';
import { protect } from '../../../platform/crypto/protected-text';
import { invalidField } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { DeathRequirements } from '../death-requirements';
import { DeathWork, type DeathFile } from '../death-work';
import { decisionOf } from '../domain/plan-death';
import { remainsKindOf } from '../domain/remains';
import { requiredDocuments } from '../domain/requirements';
import { RemainsDocument } from '../entities/kin.entity';
import type { RecordRemainsDocumentRequest } from '../http/dto/kin.requests';

/** Where each document that the remains need stands: pending, obtained, or not applicable. */
@Injectable()
export class RemainsDocuments {
  constructor(
    private readonly work: DeathWork,
    private readonly requirements: DeathRequirements,
  ) {}

  /** Obtained wants a number or a file, and a day; not applicable wants a reason. */
  record(
    actor: Actor,
    caseId: string,
    body: RecordRemainsDocumentRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      await this.assertRequired(file, body.code);
      const documentId = await this.work.documentOf(caseId, body.documentId);
      const obtained = body.state === 'obtained';
      if (obtained && !body.number && !documentId) throw invalidField('number', 'NUMBER_OR_FILE');
      if (body.state === 'not_applicable' && !body.reason)
        throw invalidField('reason', 'isNotEmpty');
      const obtainedOn = pastDay(body.obtainedOn, file.now, 'obtainedOn');
      if (obtained && !obtainedOn) throw invalidField('obtainedOn', 'isNotEmpty');
      const id = newId();
      this.work.insert(RemainsDocument, {
        id,
        caseId,
        code: body.code,
        state: body.state,
        documentId: obtained ? documentId : null,
        number: obtained ? protect(body.number) : null,
        issuedBy: obtained ? protect(body.issuedBy) : null,
        obtainedOn: obtained ? obtainedOn : null,
        reason: body.state === 'not_applicable' ? protect(body.reason) : null,
      });
      await this.work.record(file, {
        kind: 'remains_document.recorded',
        id,
        data: { documentId: id, code: body.code, documentState: body.state },
      });
      return { id };
    });
  }

  private async assertRequired({ facts }: DeathFile, code: string): Promise<void> {
    const way = decisionOf(facts)?.way ?? null;
    const { type, country, manner } = facts;
    const kind = remainsKindOf(type, way);
    const required = requiredDocuments(await this.requirements.current(), {
      ...{ country, manner, way, kind },
    });
    if (!required.some((d) => d.code === code)) throw invalidField('code', 'NOT_REQUIRED_HERE');
  }
}
