import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock/clock';
import { protect } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { DomainError } from '../../platform/errors/domain-error';
import { CaseCircle, standingOf } from './case-circle';
import { CaseFiles } from './case-files';
import { CaseRegistry } from './case-registry';
import type { Case } from './case.entity';
import { IS_MEMBER } from './circle.statements';
import type { Tier } from './domain/case-vocabulary';
import { tiersWithin } from './domain/circle';
import { Numbers } from './numbers';
import { TierTrace } from './tier-trace';

const ZONE = statement('tier.zone', 'SELECT time_zone AS zone FROM posts WHERE id = $1');

/**
 * Closes a case further, or opens it again, with a reason. A sealed case exists for its circle alone:
 * whoever seals it stays in it, and its number gives way to a random one (rules §8).
 */
@Injectable()
export class ChangeTier {
  constructor(
    private readonly database: Database,
    private readonly files: CaseFiles,
    private readonly registry: CaseRegistry,
    private readonly circle: CaseCircle,
    private readonly numbers: Numbers,
    private readonly traces: TierTrace,
    private readonly clock: Clock,
  ) {}

  /**
   * @param members accounts to admit as the case is sealed, beside those already in
   * @throws 409 TIER_NOT_ALLOWED with what is; 412 when someone saved in between
   */
  run(
    actor: Actor,
    id: string,
    expected: number,
    body: { tier: Tier; reason: string; members?: string[] },
  ): Promise<Case> {
    return this.database.inTransaction(actor, async () => {
      const file = await this.files.lock(id);
      this.circle.assertKeeps(actor, file);
      await this.traces.assertCurrent(file, expected);
      const from = file.tier;
      const ofType = this.registry.family(file.family).types[file.type] ?? 'standard';
      const allowed = tiersWithin(from, ofType, standingOf(actor, file));
      if (!allowed.includes(body.tier)) {
        throw new DomainError('TIER_NOT_ALLOWED', { status: 409, allowed });
      }
      if (body.tier === 'sealed') await this.closeCircle(actor, file, body);
      await this.files.changeTier(file, body.tier);
      await this.traces.record(file, from, protect(body.reason));
      await this.files.announce(file, 'tier_changed');
      if (from === 'sealed' || body.tier === 'sealed') await this.renumber(file);
      return file;
    });
  }

  private async closeCircle(
    actor: Actor,
    file: Case,
    { reason, members = [] }: { reason: string; members?: string[] },
  ): Promise<void> {
    const [own] = await this.database.query<{ member: boolean }>(IS_MEMBER, [file.id]);
    const admitted = new Set(members);
    admitted.delete(actor.accountId!);
    if (!own!.member) admitted.add(actor.accountId!);
    for (const accountId of admitted) {
      await this.circle.admit(file, { accountId, kind: 'circle', reason });
    }
  }

  private async renumber(file: Case): Promise<void> {
    const [post] = await this.database.query<{ zone: string }>(ZONE, [file.postId]);
    file.reference = await this.numbers.renumber(file.id, this.clock.now(), post!.zone);
  }
}
