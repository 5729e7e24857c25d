import { Injectable } from '@nestjs/common';
import { generateSecret, generateURI, verify } from 'otplib';
import { Audit } from '../audit/audit';
import { Clock } from '../clock/clock';
import { Keyring } from '../crypto/keyring';
import { Database } from '../database/database';
import { statement } from '../database/statement';
import { DomainError } from '../errors/domain-error';
import { AccessSettings } from './access-settings';
import { Account } from './account.entity';
import type { Actor } from './actor';

const PASS = statement(
  'access.pass-second-factor',
  `UPDATE sessions SET second_factor = 'passed' WHERE id = $1`,
);

/** Seconds that an authenticator's clock may be off, each way (RFC 6238 §5.2: one step). */
const TOLERANCE = 30;

/** Time-based one-time codes (RFC 6238) as the second factor. Each code is good once. */
@Injectable()
export class SecondFactorUseCases {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly keyring: Keyring,
    private readonly settings: AccessSettings,
  ) {}

  /** A new secret, to be confirmed with a first code; an account that has one must keep it. */
  async enrol(actor: Actor): Promise<{ secret: string; uri: string }> {
    return this.database.inTransaction(actor, async () => {
      const account = await this.own(actor);
      if (account.totp && account.totpLastStep !== null) {
        throw new DomainError('SECOND_FACTOR_ALREADY_ENROLLED', { status: 409 });
      }
      const secret = generateSecret();
      await this.database.manager.update(Account, account.id, {
        totp: this.keyring.seal(secret, context(account)),
        totpLastStep: null,
      });
      await this.record('second_factor.enrolled', account);
      return { secret, uri: generateURI({ issuer: 'Amparo', label: account.username, secret }) };
    });
  }

  /** Checks a code for the actor's own session and marks its second factor as passed. */
  async pass(actor: Actor, code: string): Promise<void> {
    const outcome = await this.database.inTransaction(actor, () => this.decide(actor, code));
    if (outcome) throw outcome;
  }

  private async decide(actor: Actor, code: string): Promise<DomainError | null> {
    const account = await this.own(actor);
    if (!account.totp) return new DomainError('SECOND_FACTOR_TO_ENROL', { status: 409 });
    const now = this.clock.now().epochMilliseconds;
    if (account.lockedUntil && account.lockedUntil.getTime() > now) {
      return new DomainError('ACCOUNT_LOCKED', {
        status: 429,
        params: { minutes: this.settings.lockout.minutes, retryAfter: 60 },
      });
    }
    const result = await verify({
      secret: this.keyring.open(account.totp, context(account)),
      token: code,
      epoch: Math.floor(now / 1000),
      epochTolerance: TOLERANCE,
      ...(account.totpLastStep ? { afterTimeStep: Number(account.totpLastStep) } : {}),
    });
    if (!result.valid) return this.countFailure(account, now);
    await this.database.manager.update(Account, account.id, {
      totpLastStep: String((result as { timeStep: number }).timeStep),
      failedAttempts: 0,
    });
    await this.database.query(PASS, [actor.sessionId]);
    await this.record('second_factor.passed', account);
    return null;
  }

  private async countFailure(account: Account, now: number): Promise<DomainError> {
    const failedAttempts = account.failedAttempts + 1;
    const locks = failedAttempts >= this.settings.lockout.attempts;
    await this.database.manager.update(Account, account.id, {
      failedAttempts: locks ? 0 : failedAttempts,
      lockedUntil: locks
        ? new Date(now + this.settings.lockout.minutes * 60_000)
        : account.lockedUntil,
    });
    await this.record('second_factor.refused', account, 'refused');
    return new DomainError('SECOND_FACTOR_REFUSED', { status: 401 });
  }

  private async own(actor: Actor): Promise<Account> {
    return this.database.manager.findOneOrFail(Account, {
      where: { id: actor.accountId! },
      lock: { mode: 'pessimistic_write' },
    });
  }

  private record(action: string, account: Account, outcome?: 'refused'): Promise<void> {
    return this.audit.record({
      action,
      subjectType: 'account',
      subjectId: account.id,
      ...(outcome ? { outcome } : {}),
    });
  }
}

const context = (account: Account): string => `account:${account.id}`;
