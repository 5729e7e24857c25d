import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { CaseRegistry, protectedTextData, type CasePanel } from '../cases';
import { SafeContactPolicies } from './safe-contact-policies';
import { OF_CASE, SEES } from './safe-contact.statements';
import { toSafeContactView, type SafeContactRow, type SafeContactView } from './safe-contact.views';

/** Puts safe contact on the page of every case: what holds now, for whoever reads restricted parts. */
@Injectable()
export class SafeContactPanel implements CasePanel, OnModuleInit {
  readonly name = 'safeContacts';

  constructor(
    private readonly registry: CaseRegistry,
    private readonly database: Database,
    private readonly policies: SafeContactPolicies,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.registry.addPanel(this);
    this.registry.addTimelineKinds({
      'safe_contact.arranged': z.object({
        safeContactId: z.uuid(),
        personId: z.uuid(),
        version: z.int(),
      }),
      'safe_contact.overridden': z.object({
        safeContactId: z.uuid().nullable(),
        personId: z.uuid(),
        channel: z.string(),
        refusal: z.string(),
        reason: protectedTextData,
      }),
    });
  }

  /**
   * One for each person with an arrangement, the newest version. Null for whoever may not read it: to
   * them an empty list would say that nothing is arranged.
   */
  async load({ id }: { id: string }): Promise<SafeContactView[] | null> {
    const [[reader], all] = await Promise.all([
      this.database.query<{ sees: boolean }>(SEES, [id]),
      this.versions(id),
    ]);
    if (!reader?.sees) return null;
    return all.filter(
      (view, i) => all.findIndex(({ personId }) => personId === view.personId) === i,
    );
  }

  /** Every version, newest first; none of a case out of reach. Being read is audited. */
  history(actor: Actor, caseId: string): Promise<{ items: SafeContactView[] }> {
    return this.database.inTransaction(actor, async () => {
      const items = await this.versions(caseId);
      await this.audit.record({
        action: 'safe_contact.viewed',
        subjectType: 'case',
        subjectId: caseId,
      });
      return { items };
    });
  }

  private async versions(caseId: string): Promise<SafeContactView[]> {
    const rows = await this.database.query<SafeContactRow>(OF_CASE, [caseId]);
    if (rows.length === 0) return [];
    const policy = await this.policies.current();
    const now = this.clock.now();
    return rows.map((row) => toSafeContactView(row, policy, now));
  }
}
