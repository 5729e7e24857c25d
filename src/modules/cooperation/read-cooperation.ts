import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { notFound } from '../../platform/errors/domain-error';
import { CooperationPanel, type CooperationView } from './cooperation-panel';

const IN_REACH = statement(
  'cooperation.readable-case',
  'SELECT 1 AS found FROM cases WHERE id = $1',
);

/** The part of a case that is about working together, by itself. */
@Injectable()
export class ReadCooperation {
  constructor(
    private readonly database: Database,
    private readonly panel: CooperationPanel,
    private readonly audit: Audit,
  ) {}

  /** 404 out of reach. Audited, as opening the case is. */
  run(actor: Actor, id: string): Promise<CooperationView> {
    return this.database.inTransaction(actor, async () => {
      const [found] = await this.database.query(IN_REACH, [id]);
      if (!found) throw notFound();
      await this.audit.record({ action: 'case.viewed', subjectType: 'case', subjectId: id });
      return this.panel.load({ id });
    });
  }
}
