import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { protect } from '../../../platform/crypto/protected-text';
import { Database } from '../../../platform/database/database';
import { Revisions } from '../../../platform/database/revisions';
import { statement } from '../../../platform/database/statement';
import { DomainError } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { CaseFiles } from '../../cases';
import { AndeanAssistance } from '../catalogue.entity';
import { andeanFaults, type AndeanRequest } from '../domain/andean';
import { CaseGround, type OpenFile } from './case-ground';

const NATIONALITY = statement(
  'catalogue.nationality',
  'SELECT nationality FROM persons WHERE id = $1',
);
const CURRENT = statement(
  'catalogue.andean-current',
  `SELECT requesting_state AS "requestingState", no_representation AS "noRepresentation",
     travel_document AS "travelDocument", authorisation_reference AS "authorisationReference", withdrawn
     FROM andean_assistances WHERE case_id = $1 ORDER BY recorded_at DESC, id DESC LIMIT 1`,
);

export type AndeanInput = AndeanRequest & { basis: string | null };

/** Assistance on behalf of another Andean State, an attribute of a case of any family (Decision 548). */
@Injectable()
export class AssistAndean {
  constructor(
    private readonly database: Database,
    private readonly ground: CaseGround,
    private readonly cases: CaseFiles,
    private readonly revisions: Revisions,
  ) {}

  /**
   * Records it, or records it anew. 412 when someone saved in between; 422 ANDEAN_CONDITIONS with
   * each condition that is not met.
   */
  record(
    actor: Actor,
    caseId: string,
    expected: number,
    input: AndeanInput,
  ): Promise<{ id: string; version: number }> {
    return this.ground.on(actor, caseId, 'case.edit', async (file) => {
      await this.revisions.assertCurrent('case', caseId, file.case.version, expected);
      const [person] = await this.database.query<{ nationality: string | null }>(NATIONALITY, [
        file.case.subjectPersonId,
      ]);
      const errors = andeanFaults(input, {
        nationality: person?.nationality ?? null,
        country: file.case.country,
      });
      if (errors.length > 0) throw new DomainError('ANDEAN_CONDITIONS', { errors });
      return this.save(file, input, false);
    });
  }

  /** Takes it back, e.g. recorded by mistake. 404 when there is none. */
  withdraw(
    actor: Actor,
    caseId: string,
    expected: number,
  ): Promise<{ id: string; version: number }> {
    return this.ground.on(actor, caseId, 'case.edit', async (file) => {
      await this.revisions.assertCurrent('case', caseId, file.case.version, expected);
      const [current] = await this.database.query<AndeanRequest & { withdrawn: boolean }>(CURRENT, [
        caseId,
      ]);
      if (!current || current.withdrawn)
        throw new DomainError('NO_ANDEAN_ASSISTANCE', { status: 409 });
      return this.save(file, { ...current, basis: null }, true);
    });
  }

  private async save(
    file: OpenFile,
    { basis, ...request }: AndeanInput,
    withdrawn: boolean,
  ): Promise<{ id: string; version: number }> {
    const { id } = file.case;
    const { requestingState, noRepresentation, travelDocument, authorisationReference } = request;
    await this.database.manager.insert(AndeanAssistance, {
      id: newId(),
      caseId: id,
      requestingState,
      noRepresentation,
      travelDocument,
      authorisationReference,
      basis: protect(basis),
      withdrawn,
      recordedBy: this.database.actor.accountId,
    } as never);
    await this.cases.update(file.case, {});
    await this.revisions.record('case', id, file.case.version, ['andeanAssistance']);
    await this.ground.record(file, {
      kind: withdrawn ? 'andean_assistance.withdrawn' : 'andean_assistance.recorded',
      occurredAt: file.now,
      data: { requestingState, ...(withdrawn ? {} : { travelDocument }) },
      details: { requestingState },
    });
    return { id, version: file.case.version };
  }
}
