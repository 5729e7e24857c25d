import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { CaseFiles } from './case-files';
import type { Case } from './case.entity';
import { transition } from './domain/case-transitions';
import { Timeline } from './timeline';

/** The end of a hold whose date has come. */
@Injectable()
export class WakeCase {
  constructor(
    private readonly files: CaseFiles,
    private readonly timeline: Timeline,
    private readonly clock: Clock,
  ) {}

  /** Within the ambient transaction; null when somebody has taken the case up meanwhile. */
  async run(id: string): Promise<{ file: Case; wakeOn: string } | null> {
    const file = await this.files.lock(id);
    const { wakeOn } = file;
    if (file.status !== 'on_hold' || wakeOn === null) return null;
    await this.files.update(file, { status: transition('on_hold', 'active'), wakeOn: null });
    await this.timeline.append({
      caseId: id,
      kind: 'case.woken',
      occurredAt: this.clock.now(),
      data: { wakeOn },
    });
    await this.files.announce(file, 'woken');
    return { file, wakeOn };
  }
}
