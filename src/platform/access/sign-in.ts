import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { DomainError } from '../errors/domain-error';
import { newId } from '../ids';
import { AccessSettings } from './access-settings';
import { Account } from './account.entity';
import { Actor } from './actor';
import type { SecondFactor } from './authentication';
import { hashToken, newToken, verifyPassword } from './secrets';
import { statement } from '../database/statement';

const OPEN_SESSION = statement(
  'access.open-session',
  `INSERT INTO sessions (id, token_hash, account_id, expires_at, second_factor)
   VALUES ($1, $2, $3, now() + make_interval(hours => $4), $5)`,
);

export interface SignedIn {
  token: string;
  state: 'signed_in' | 'second_factor_required' | 'second_factor_to_enrol';
}

/**
 * Signs in with a username and a password (argon2id). The same refusal for an unknown name, a wrong
 * password and a disabled account; after some failures the account rests for a while (default).
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly settings: AccessSettings,
  ) {}

  async run(username: string, password: string): Promise<SignedIn> {
    const account = await this.database.inTransaction(Actor.system(), () =>
      this.database.manager.findOneBy(Account, { username: username.toLowerCase() }),
    );
    const matches = await verifyPassword(account?.passwordHash ?? null, password);
    const outcome = await this.database.inTransaction(Actor.system(), () =>
      this.decide(account?.id ?? null, matches),
    );
    if (outcome instanceof DomainError) throw outcome;
    return outcome;
  }

  /** Refusals are returned, not thrown, so that the count of failures is committed with them. */
  private async decide(id: string | null, matches: boolean): Promise<SignedIn | DomainError> {
    const account = id && (await this.lock(id));
    if (!account || account.state !== 'active') return refused();
    const now = this.clock.now();
    if (account.lockedUntil && account.lockedUntil.getTime() > now.epochMilliseconds) {
      const seconds = Math.ceil((account.lockedUntil.getTime() - now.epochMilliseconds) / 1000);
      return new DomainError('ACCOUNT_LOCKED', {
        status: 429,
        params: { minutes: Math.ceil(seconds / 60), retryAfter: seconds },
      });
    }
    if (!matches) return this.countFailure(account);

    await this.database.manager.update(Account, account.id, {
      failedAttempts: 0,
      lockedUntil: null,
    });
    const token = newToken();
    const sessionId = newId();
    const factor = secondFactorOf(account);
    await this.database.query(OPEN_SESSION, [
      sessionId,
      hashToken(token),
      account.id,
      this.settings.sessionHours,
      factor,
    ]);
    await this.audit.record({
      action: 'session.opened',
      subjectType: 'account',
      subjectId: account.id,
      details: { sessionId },
    });
    return { token, state: STATE_OF_FACTOR[factor] };
  }

  private async countFailure(account: Account): Promise<DomainError> {
    const failedAttempts = account.failedAttempts + 1;
    const locks = failedAttempts >= this.settings.lockout.attempts;
    const until = this.clock.now().add({ minutes: this.settings.lockout.minutes });
    await this.database.manager.update(Account, account.id, {
      failedAttempts: locks ? 0 : failedAttempts,
      lockedUntil: locks ? new Date(until.epochMilliseconds) : account.lockedUntil,
    });
    await this.audit.record({
      action: locks ? 'account.locked' : 'session.refused',
      subjectType: 'account',
      subjectId: account.id,
      outcome: 'refused',
    });
    return refused();
  }

  private lock(id: string): Promise<Account | null> {
    return this.database.manager.findOne(Account, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }
}

const refused = () => new DomainError('SIGN_IN_REFUSED', { status: 401 });

const secondFactorOf = (account: Account): SecondFactor => {
  if (account.totp) return 'pending';
  return account.totpRequired ? 'to_enrol' : 'not_required';
};

const STATE_OF_FACTOR: Record<SecondFactor, SignedIn['state']> = {
  pending: 'second_factor_required',
  to_enrol: 'second_factor_to_enrol',
  passed: 'signed_in',
  not_required: 'signed_in',
};
