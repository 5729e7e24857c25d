import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { Database } from '../database/database';
import { statement } from '../database/statement';
import { DomainError } from '../errors/domain-error';
import { newId } from '../ids';
import { AccessSettings } from './access-settings';
import { Account } from './account.entity';
import { Actor } from './actor';
import { hashPassword, hashToken, newToken } from './secrets';

const INSERT_TOKEN = statement(
  'access.insert-token',
  `INSERT INTO api_tokens (id, token_hash, account_id, scope, expires_at)
   VALUES ($1, $2, $3, $4, now() + make_interval(days => $5))`,
);

const END_SESSIONS = statement(
  'access.end-sessions-of',
  'UPDATE sessions SET ended_at = now() WHERE account_id = $1 AND ended_at IS NULL',
);

export interface NewAccount {
  username: string;
  displayName: string;
  email: string;
  language?: 'es' | 'en';
  password?: string;
  totpRequired?: boolean;
  demonstration?: boolean;
}

const MINIMUM_PASSWORD = 12;
const LONGEST_TOKEN_DAYS = 366;

/** Accounts and the tokens of machines. Who may call them is decided by the caller's actor. */
@Injectable()
export class Accounts {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly settings: AccessSettings,
  ) {}

  /** Creates an account that can sign in but holds no role yet. */
  async create(actor: Actor, input: NewAccount): Promise<Account> {
    if (input.password !== undefined && input.password.length < MINIMUM_PASSWORD) {
      throw new DomainError('PASSWORD_TOO_SHORT', { params: { minimum: MINIMUM_PASSWORD } });
    }
    const passwordHash = input.password ? await hashPassword(input.password) : null;
    return this.database.inTransaction(actor, async () => {
      const username = input.username.toLowerCase();
      if (await this.database.manager.existsBy(Account, { username })) {
        throw new DomainError('USERNAME_TAKEN', { status: 409, params: { username } });
      }
      const account = this.database.manager.create(Account, {
        id: newId(),
        username,
        displayName: input.displayName.normalize('NFC'),
        email: input.email,
        language: input.language ?? 'es',
        passwordHash,
        totpRequired: input.totpRequired ?? true,
        demonstration: input.demonstration ?? false,
      });
      await this.database.manager.insert(Account, account);
      await this.audit.record({
        action: 'account.created',
        subjectType: 'account',
        subjectId: account.id,
      });
      return account;
    });
  }

  /** Forgets a lost authenticator and ends every session; the next sign-in enrols a new one. */
  async resetSecondFactor(actor: Actor, username: string): Promise<void> {
    await this.database.inTransaction(actor, async () => {
      const account = await this.findByUsername(actor, username);
      if (!account) throw new DomainError('UNKNOWN_ACCOUNT', { params: { username } });
      await this.database.manager.update(Account, account.id, { totp: null, totpLastStep: null });
      await this.database.query(END_SESSIONS, [account.id]);
      await this.audit.record({
        action: 'second_factor.reset',
        subjectType: 'account',
        subjectId: account.id,
      });
    });
  }

  async findByUsername(actor: Actor, username: string): Promise<Account | null> {
    return this.database.inTransaction(actor, () =>
      this.database.manager.findOneBy(Account, { username: username.toLowerCase() }),
    );
  }

  /**
   * A token for a machine: acts as `username` within `scope` (permissions) for `days`. Shown once;
   * only its hash is kept.
   */
  async createToken(
    actor: Actor,
    input: { username: string; scope: string[]; days: number },
  ): Promise<string> {
    const known = new Set(Object.values(this.settings.permissions).flat());
    const unknown = input.scope.filter((permission) => !known.has(permission));
    if (unknown.length > 0 || input.scope.length === 0) {
      throw new DomainError('UNKNOWN_SCOPE', { params: { scope: unknown.join(' ') || '—' } });
    }
    if (!Number.isInteger(input.days) || input.days < 1 || input.days > LONGEST_TOKEN_DAYS) {
      throw new DomainError('TOKEN_DAYS_OUT_OF_RANGE', { params: { most: LONGEST_TOKEN_DAYS } });
    }
    return this.database.inTransaction(actor, async () => {
      const account = await this.findByUsername(actor, input.username);
      if (!account)
        throw new DomainError('UNKNOWN_ACCOUNT', { params: { username: input.username } });
      const token = newToken();
      const id = newId();
      await this.database.query(INSERT_TOKEN, [
        id,
        hashToken(token),
        account.id,
        input.scope,
        input.days,
      ]);
      await this.audit.record({
        action: 'token.created',
        subjectType: 'account',
        subjectId: account.id,
        details: { tokenId: id, scope: input.scope, days: input.days },
      });
      return token;
    });
  }
}
