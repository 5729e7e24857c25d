import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import type { DataCategory, RecipientKind } from '../../consents';
import { ReferralInstitution } from '../entities/referral.entity';

const COLUMNS = `i.id, i.version, i.code, i.name_es AS "nameEs", i.name_en AS "nameEn",
  i.recipient_kind AS "recipientKind", i.peruvian, i.categories, i.answer_days AS "answerDays",
  i.retired, i.source`;
/** The newest version of each. */
const CURRENT = statement(
  'cooperation.institutions',
  `SELECT ${COLUMNS} FROM referral_institutions i
    WHERE i.version = (SELECT max(n.version) FROM referral_institutions n WHERE n.id = i.id)
    ORDER BY i.retired, i.name_es, i.id`,
);
const ONE = statement(
  'cooperation.institution',
  `SELECT ${COLUMNS} FROM referral_institutions i WHERE i.id = $1 ORDER BY i.version DESC LIMIT 1`,
);
const LOCK = statement(
  'cooperation.lock-institutions',
  `SELECT pg_advisory_xact_lock(hashtextextended('referral institutions', 0))`,
);

export interface InstitutionView {
  id: string;
  version: number;
  code: string;
  nameEs: string;
  nameEn: string;
  recipientKind: RecipientKind;
  peruvian: boolean;
  categories: DataCategory[];
  answerDays: number;
  retired: boolean;
  source: string;
}

export type InstitutionContent = Omit<InstitutionView, 'id' | 'version' | 'code'>;

/** The institutions that cases are referred to: versioned data that headquarters edits. */
@Injectable()
export class Institutions {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor): Promise<{ items: InstitutionView[] }> {
    return this.database.inTransaction(actor, async () => ({
      items: await this.database.query<InstitutionView>(CURRENT),
    }));
  }

  /** Its newest version, within the ambient transaction. */
  async current(id: string): Promise<InstitutionView | null> {
    const [row] = await this.database.query<InstitutionView>(ONE, [id]);
    return row ?? null;
  }

  /** A new institution; referrals keep the version they were sent under. */
  add(actor: Actor, code: string, content: InstitutionContent): Promise<InstitutionView> {
    return this.save(actor, async () => ({ id: newId(), version: 1, code, ...content }));
  }

  /** Its next version. 404 unknown. */
  edit(actor: Actor, id: string, content: InstitutionContent): Promise<InstitutionView> {
    return this.save(actor, async () => {
      const known = await this.current(id);
      if (!known) throw notFound();
      return { id, version: known.version + 1, code: known.code, ...content };
    });
  }

  private save(actor: Actor, next: () => Promise<InstitutionView>): Promise<InstitutionView> {
    actor.require('catalogue.edit');
    return this.database.inTransaction(actor, async () => {
      await this.database.query(LOCK);
      const view = await next();
      await this.database.manager.insert(ReferralInstitution, {
        ...view,
        createdBy: actor.accountId,
      });
      await this.audit.record({
        action: 'institution.edited',
        subjectType: 'referral_institution',
        subjectId: view.id,
        details: { version: view.version, code: view.code },
      });
      return view;
    });
  }
}
