import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { protect, ProtectedText } from '../../../platform/crypto/protected-text';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { MEASURE_TRANSITIONS, type MeasureState } from '../domain/protection';
import { ProtectionMeasure } from '../entities/protection.entity';
import type {
  DecideMeasureRequest,
  EndMeasureRequest,
  RecordMeasureRequest,
} from '../http/dto/protection.requests';
import { pastDay } from '../../../platform/clock/moments';
import { ViolenceWork, type ViolenceFile } from '../violence-work';

/** Protection measures: asked for, granted or refused, renewed before they expire, ended. */
@Injectable()
export class Measures {
  constructor(private readonly work: ViolenceWork) {}

  /** Requested, or already granted when a day is given; `renewsId` carries an earlier one on. */
  record(actor: Actor, caseId: string, body: RecordMeasureRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const grantedOn = pastDay(body.grantedOn, file.now, 'grantedOn');
      this.assertExpiry(file, grantedOn, body.expiresOn);
      if (body.renewsId && !file.facts.measures.some(({ id }) => id === body.renewsId)) {
        throw invalidField('renewsId', 'NOT_IN_THIS_CASE');
      }
      const id = newId();
      const state = grantedOn ? 'granted' : 'requested';
      this.work.insert(ProtectionMeasure, {
        id,
        caseId,
        kind: body.kind,
        state,
        authority: ProtectedText.clear(body.authority),
        number: protect(body.number),
        scope: protect(body.scope),
        requestedOn: pastDay(body.requestedOn, file.now, 'requestedOn'),
        grantedOn,
        expiresOn: body.expiresOn ?? null,
        renewsId: body.renewsId ?? null,
        endedAt: null,
        endReason: null,
        version: 1,
      });
      await this.work.record(file, {
        kind: 'protection_measure.recorded',
        id,
        data: {
          measureId: id,
          measureKind: body.kind,
          measureState: state,
          expiresOn: body.expiresOn ?? null,
        },
      });
      return { id };
    });
  }

  /** What the authority decided on a measure that was asked for. */
  decide(
    actor: Actor,
    caseId: string,
    id: string,
    body: DecideMeasureRequest,
  ): Promise<{ id: string }> {
    return this.change(actor, caseId, id, body.decision, (file, measure) => {
      if (body.decision === 'refused') return {};
      const grantedOn = pastDay(body.grantedOn, file.now, 'grantedOn');
      if (!grantedOn) throw invalidField('grantedOn', 'isNotEmpty');
      this.assertExpiry(file, grantedOn, body.expiresOn);
      return {
        grantedOn,
        expiresOn: body.expiresOn ?? measure.expiresOn,
        number: protect(body.number) ?? measure.number,
        scope: protect(body.scope) ?? measure.scope,
      };
    });
  }

  /** Lifted, replaced, or left to expire, with the reason. */
  end(actor: Actor, caseId: string, id: string, body: EndMeasureRequest): Promise<{ id: string }> {
    return this.change(actor, caseId, id, 'ended', (file) => ({
      endedAt: file.now,
      endReason: ProtectedText.clear(body.reason),
    }));
  }

  private change(
    actor: Actor,
    caseId: string,
    id: string,
    to: MeasureState,
    changes: (file: ViolenceFile, measure: ProtectionMeasure) => Partial<ProtectionMeasure>,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const { manager } = this.work.database;
      const measure = await manager.findOneBy(ProtectionMeasure, { id, caseId });
      if (!measure) throw notFound();
      const allowed: readonly MeasureState[] = MEASURE_TRANSITIONS[measure.state];
      if (!allowed.includes(to)) {
        throw new DomainError('MEASURE_DOES_NOT_FOLLOW', { status: 409, allowed });
      }
      const next = { ...changes(file, measure), state: to, version: measure.version + 1 };
      await manager.update(ProtectionMeasure, id, next);
      await this.work.record(file, {
        kind: 'protection_measure.changed',
        id,
        data: {
          measureId: id,
          measureKind: measure.kind,
          measureState: to,
          expiresOn: next.expiresOn ?? measure.expiresOn,
        },
      });
      return { id };
    });
  }

  /** An expiry is for a measure that protects now: one that has passed would remind of nothing. */
  private assertExpiry(
    file: ViolenceFile,
    grantedOn: string | null,
    expiresOn: string | undefined,
  ): void {
    if (!expiresOn) return;
    if (grantedOn && expiresOn < grantedOn) throw invalidField('expiresOn', 'BEFORE_ITS_START');
    const yesterday = file.now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 1 });
    if (expiresOn < yesterday.toString()) throw invalidField('expiresOn', 'HAS_EXPIRED');
  }
}
