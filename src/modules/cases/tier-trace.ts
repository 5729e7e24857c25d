import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import type { ProtectedText } from '../../platform/crypto/protected-text';
import { Revisions } from '../../platform/database/revisions';
import type { Case } from './case.entity';
import type { Tier } from './domain/case-vocabulary';
import { Timeline } from './timeline';

/** What a change of tier leaves behind. Its reason may say why a person is in danger: restricted. */
@Injectable()
export class TierTrace {
  constructor(
    private readonly timeline: Timeline,
    private readonly revisions: Revisions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  assertCurrent(file: Case, expected: number): Promise<void> {
    return this.revisions.assertCurrent('case', file.id, file.version, expected);
  }

  async record(file: Case, from: Tier, reason: ProtectedText | null): Promise<void> {
    const to = file.tier;
    await this.revisions.record('case', file.id, file.version, ['tier']);
    await this.timeline.append({
      caseId: file.id,
      kind: 'tier.changed',
      occurredAt: this.clock.now(),
      tier: 'restricted',
      data: { from, to, reason },
    });
    await this.audit.record({
      action: 'tier.changed',
      subjectType: 'case',
      subjectId: file.id,
      details: { from, to },
    });
  }
}
