import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { protect, ProtectedText } from '../../../platform/crypto/protected-text';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import {
  routeOf,
  STEPS_OF_ROUTE,
  type AbductionRoute,
  type AbductionStep,
} from '../domain/abduction';
import { AbductionStepRow, ChildAbduction } from '../entities/proceedings.entity';
import type {
  RecordAbductionRequest,
  RecordAbductionStepRequest,
} from '../http/dto/proceedings.requests';
import { HagueStatesList } from '../instruments';
import { MinorWork, pastDayIn, type MinorFile } from '../minor-work';

/** Peru's central authority under the convention of 1980 (art. 6). */
const PERUVIAN_CENTRAL_AUTHORITY = 'Ministerio de la Mujer y Poblaciones Vulnerables (MIMP)';
const MINISTRY = 'Ministerio de Relaciones Exteriores';

/** International abduction of the child: by the convention of 1980, or else by démarche. */
@Injectable()
export class Abductions {
  constructor(
    private readonly work: MinorWork,
    private readonly states: HagueStatesList,
  ) {}

  /** The route follows from the States that the convention binds today; `replaces` corrects an entry. */
  record(
    actor: Actor,
    caseId: string,
    body: RecordAbductionRequest,
  ): Promise<{ id: string; route: AbductionRoute }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const { kind, fromCountry, toCountry } = body;
      if (fromCountry === toCountry) throw invalidField('toCountry', 'SAME_STATE');
      if (body.replaces) this.assertStanding(file, body.replaces, 'replaces');
      const { version, content } = await this.states.inForce(file.now);
      const route = routeOf(content, fromCountry, toCountry);
      const authority = route === 'hague_1980' ? PERUVIAN_CENTRAL_AUTHORITY : MINISTRY;
      const id = newId();
      this.work.insert(ChildAbduction, {
        id,
        caseId,
        kind,
        takenOn: pastDayIn(file, body.takenOn, 'takenOn'),
        fromCountry,
        toCountry,
        route,
        statesVersion: version,
        peruvianAuthority: ProtectedText.clear(authority),
        foreignAuthority: protect(body.foreignAuthority),
        note: protect(body.note),
        toldAt: file.now,
        replaces: body.replaces ?? null,
      });
      await this.work.record(file, {
        kind: 'abduction.recorded',
        id,
        data: { abductionId: id, abductionKind: kind, route, replaces: body.replaces ?? null },
      });
      return { id, route };
    });
  }

  /** 409 STEP_NOT_OF_THIS_ROUTE with the steps that it knows; 422 for a day before it happened. */
  step(
    actor: Actor,
    caseId: string,
    abductionId: string,
    body: RecordAbductionStepRequest,
  ): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const { takenOn, route } = this.assertStanding(file, abductionId);
      const { step, decision } = body;
      const allowed: readonly AbductionStep[] = STEPS_OF_ROUTE[route];
      if (!allowed.includes(step)) {
        throw new DomainError('STEP_NOT_OF_THIS_ROUTE', { status: 409, allowed });
      }
      if ((step === 'decision') !== (decision !== undefined)) {
        throw invalidField('decision', decision ? 'ONLY_OF_A_DECISION' : 'isNotEmpty');
      }
      const on = pastDayIn(file, body.takenOn, 'takenOn');
      if (on < takenOn.toString()) throw invalidField('takenOn', 'BEFORE_ITS_START');
      const id = newId();
      const note = protect(body.note);
      this.work.insert(AbductionStepRow, {
        id,
        caseId,
        abductionId,
        step,
        takenOn: on,
        decision: decision ?? null,
        authority: protect(body.authority),
        note,
      });
      await this.work.record(file, {
        kind: 'abduction_step.recorded',
        id,
        data: { abductionId, stepId: id, abductionStep: step, decision: decision ?? null, note },
        ...(step === 'demarche' ? { action: 'diplomatic_demarche' } : {}),
      });
      return { id };
    });
  }

  private assertStanding({ facts }: MinorFile, id: string, path?: string) {
    const found = facts.abductions.find((a) => a.id === id);
    if (!found) throw path ? invalidField(path, 'NOT_IN_THIS_CASE') : notFound();
    if (found.replacedAt) throw new DomainError('ALREADY_REPLACED', { status: 409 });
    return found;
  }
}
