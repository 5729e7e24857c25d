import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { DomainError } from '../../platform/errors/domain-error';
import { CaseRegistry, type WayOut, type WayOutGuard } from '../cases';
import { mustTellKinFirst } from './domain/kin';

/** Of the death itself, or of the case that it continues: a letter from there tells the same. */
const STATE = statement(
  'death.kin-state',
  `SELECT EXISTS (SELECT 1 FROM kin_notices k WHERE k.case_id = d.case_id) AS "kinTold",
     array(SELECT p.role FROM case_people p WHERE p.case_id = $1 AND p.person_id = $2 AND p.until IS NULL) AS roles
     FROM deaths d WHERE d.case_id = $1 OR d.from_case_id = $1`,
);

/** The family learns of a death from a person, before anything written reaches anybody (rules §6). */
@Injectable()
export class KinFirst implements WayOutGuard, OnModuleInit {
  constructor(
    private readonly registry: CaseRegistry,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.registry.addWayOutGuard(this);
  }

  /** @throws DomainError 422 KIN_NOT_TOLD_YET */
  async assertMayLeave({ caseId, to, spoken }: WayOut): Promise<void> {
    const person = 'personId' in to ? to.personId : null;
    const kind = 'kind' in to ? to.kind : null;
    const rows = await this.database.query<{ kinTold: boolean; roles: string[] }>(STATE, [
      caseId,
      person,
    ]);
    if (rows.some((row) => mustTellKinFirst({ ...row, kind, spoken }))) {
      throw new DomainError('KIN_NOT_TOLD_YET');
    }
  }
}
