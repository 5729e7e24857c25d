import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { statement } from '../database/statement';
import { AccessSettings } from './access-settings';
import { Actor, type Grant } from './actor';

const ACCOUNT = statement('access.account-for-system', 'SELECT app.account_for_system($1) AS who');

interface Who {
  accountId: string;
  username: string;
  displayName: string;
  language: 'es' | 'en';
  grants: Grant[];
}

/** Accounts as actors, for work that was asked for earlier and is done now, with today's rights. */
@Injectable()
export class Actors {
  constructor(
    private readonly database: Database,
    private readonly settings: AccessSettings,
  ) {}

  /**
   * The account with its grants of this moment, or null when it may no longer act. `tokenScope`
   * limits it as the token that asked for the work was limited.
   */
  of(accountId: string, tokenScope: readonly string[] | null): Promise<Actor | null> {
    return this.database.inTransaction(Actor.system(), async () => {
      const [row] = await this.database.query<{ who: Who | null }>(ACCOUNT, [accountId]);
      if (!row?.who) return null;
      return Actor.account({
        ...row.who,
        sessionId: null,
        permissions: this.settings.permissions,
        tokenScope,
        secondFactor: false,
      });
    });
  }
}
