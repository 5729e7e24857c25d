import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { protect } from '../../../platform/crypto/protected-text';
import { Database } from '../../../platform/database/database';
import { notFound } from '../../../platform/errors/domain-error';
import { Revisions } from '../../../platform/database/revisions';
import { newId } from '../../../platform/ids';
import { DetentionWork } from '../detention-work';
import type { RepresentativeProvider } from '../domain/defence';
import { Representative } from '../entities/proceedings.entity';
import type {
  AddRepresentativeRequest,
  EndRepresentationRequest,
} from '../http/dto/defence.request';
import { refuse } from '../refuse';

/** Arranging a defence that counts as assistance; one that the family retained does not. */
const ACTION_OF_PROVIDER: Partial<Record<RepresentativeProvider, string>> = {
  public_defender: 'public_defender_requested',
  pro_bono: 'pro_bono_referral',
  ngo: 'pro_bono_referral',
  university_clinic: 'pro_bono_referral',
};

/** Lawyers and interpreters at no cost to the Peruvian State (RC 71; rules §3.4). */
@Injectable()
export class Defence {
  constructor(
    private readonly work: DetentionWork,
    private readonly database: Database,
    private readonly revisions: Revisions,
  ) {}

  add(
    actor: Actor,
    caseId: string,
    body: AddRepresentativeRequest,
  ): Promise<{ id: string; version: number }> {
    return this.work.on(actor, caseId, ['case.edit'], async (file) => {
      const id = newId();
      const tomorrow = file.now.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 1 });
      if (Temporal.PlainDate.compare(body.since, tomorrow) > 0) {
        refuse([{ path: 'since', code: 'IN_THE_FUTURE' }]);
      }
      this.work.insert(Representative, {
        id,
        caseId,
        role: body.role,
        provider: body.provider,
        name: body.name,
        organisation: body.organisation ?? null,
        contact: protect(body.contact),
        languages: body.languages ?? [],
        consentToShare: body.consentToShare ?? false,
        since: body.since,
        until: null,
        version: 1,
      });
      const action =
        body.role === 'interpreter' ? 'interpreter_requested' : ACTION_OF_PROVIDER[body.provider];
      await this.work.record(file, {
        kind: 'representative.added',
        id,
        occurredAt: file.now,
        data: { representativeId: id, role: body.role, provider: body.provider },
        ...(action ? { action } : {}),
      });
      return { id, version: 1 };
    });
  }

  /** Ends the representation on a civil date. */
  end(
    actor: Actor,
    caseId: string,
    id: string,
    expected: number,
    body: EndRepresentationRequest,
  ): Promise<{ id: string; version: number }> {
    return this.work.on(actor, caseId, ['case.edit'], async (file) => {
      const { manager } = this.database;
      const row = await manager.findOneBy(Representative, { id, caseId });
      if (!row) throw notFound();
      await this.revisions.assertCurrent('representative', id, row.version, expected, row);
      if (body.until < row.since) refuse([{ path: 'until', code: 'BEFORE_ITS_START' }]);
      const version = row.version + 1;
      await manager.update(Representative, id, { until: body.until, version });
      await this.revisions.record('representative', id, version, ['until'], row);
      await this.work.record(file, {
        kind: 'representative.ended',
        id,
        occurredAt: file.now,
        data: { representativeId: id, until: body.until },
      });
      return { id, version };
    });
  }
}
