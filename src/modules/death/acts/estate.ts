import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { momentOf } from '../../../platform/clock/moments';
import { ProtectedText } from '../../../platform/crypto/protected-text';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { DeathWork } from '../death-work';
import { EstateEffect } from '../entities/aftermath.entity';
import type { HandOverEffectRequest, TakeEffectRequest } from '../http/dto/aftermath.requests';

/** What the person left: taken into custody by inventory, handed over against a receipt. */
@Injectable()
export class Estate {
  constructor(private readonly work: DeathWork) {}

  take(actor: Actor, caseId: string, body: TakeEffectRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const takenAt = momentOf(body.takenAt, file.now, 'takenAt');
      const id = newId();
      this.work.insert(EstateEffect, {
        id,
        caseId,
        description: ProtectedText.clear(body.description),
        keptAt: ProtectedText.clear(body.keptAt),
        takenAt,
        handedOverAt: null,
        handedTo: null,
        receipt: null,
        version: 1,
      });
      await this.work.record(file, {
        kind: 'estate_effect.taken',
        id,
        occurredAt: takenAt,
        data: { effectId: id },
      });
      return { id };
    });
  }

  handOver(
    actor: Actor,
    caseId: string,
    id: string,
    body: HandOverEffectRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const effect = file.facts.effects.find((one) => one.id === id);
      if (!effect) throw notFound();
      if (effect.handedOverAt) throw new DomainError('EFFECT_HANDED_OVER', { status: 409 });
      const handedOverAt = momentOf(body.handedOverAt, file.now, 'handedOverAt');
      if (Temporal.Instant.compare(handedOverAt, effect.takenAt) < 0) {
        throw invalidField('handedOverAt', 'BEFORE_ITS_START');
      }
      await this.work.database.manager.update(
        EstateEffect,
        { id, caseId },
        {
          handedOverAt,
          handedTo: ProtectedText.clear(body.handedTo),
          receipt: ProtectedText.clear(body.receipt),
          version: 2,
        },
      );
      await this.work.record(file, {
        kind: 'estate_effect.handed_over',
        id,
        occurredAt: handedOverAt,
        data: { effectId: id },
      });
      return { id };
    });
  }
}
