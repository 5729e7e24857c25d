import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { notFound } from '../../platform/errors/domain-error';
import { DetentionPanel, type DetentionView } from './detention-panel';

/** One detention as the reader may see it. Being read is audited, before the answer leaves. */
@Injectable()
export class ReadDetention {
  constructor(
    private readonly database: Database,
    private readonly panel: DetentionPanel,
    private readonly audit: Audit,
  ) {}

  run(actor: Actor, caseId: string): Promise<DetentionView> {
    return this.database.inTransaction(actor, async () => {
      const view = await this.panel.load({ id: caseId });
      if (!view) throw notFound();
      await this.audit.record({
        action: 'detention.viewed',
        subjectType: 'case',
        subjectId: caseId,
        details: { restricted: view.mistreatmentAllegations !== undefined },
      });
      return view;
    });
  }
}
