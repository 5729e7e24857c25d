import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { Database } from '../database/database';
import { statement } from '../database/statement';
import { Account } from './account.entity';
import type { Actor } from './actor';

const END_ONE = statement(
  'access.end-session',
  'UPDATE sessions SET ended_at = now() WHERE id = $1 AND ended_at IS NULL',
);
const END_ALL = statement(
  'access.end-sessions',
  'UPDATE sessions SET ended_at = now() WHERE account_id = $1 AND ended_at IS NULL',
);

/** Ending sessions takes effect with the next request, on every machine. */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Signs out of this browser. */
  async end(actor: Actor): Promise<void> {
    await this.database.inTransaction(actor, async () => {
      await this.database.query(END_ONE, [actor.sessionId]);
      await this.record(actor, 'session.ended');
    });
  }

  /** Signs out everywhere. */
  async endAll(actor: Actor): Promise<void> {
    await this.database.inTransaction(actor, async () => {
      await this.database.query(END_ALL, [actor.accountId]);
      await this.record(actor, 'session.ended_everywhere');
    });
  }

  async chooseLanguage(actor: Actor, language: 'es' | 'en'): Promise<void> {
    await this.database.inTransaction(actor, async () => {
      await this.database.manager.update(Account, actor.accountId!, { language });
      await this.record(actor, 'account.edited');
    });
  }

  private record(actor: Actor, action: string): Promise<void> {
    return this.audit.record({ action, subjectType: 'account', subjectId: actor.accountId! });
  }
}
