import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { statement } from '../database/statement';
import { AccessSettings } from './access-settings';
import { Actor, type Grant } from './actor';
import { hashToken } from './secrets';

const BY_SESSION = statement('access.session', 'SELECT app.authenticate_session($1) AS who');
const BY_TOKEN = statement('access.token', 'SELECT app.authenticate_token($1) AS who');

export type SecondFactor = 'pending' | 'passed' | 'not_required' | 'to_enrol';

interface Who {
  accountId: string;
  sessionId: string | null;
  username: string;
  displayName: string;
  language: 'es' | 'en';
  grants: Grant[];
  secondFactor: SecondFactor;
  tokenScope?: string[];
}

export interface Authenticated {
  actor: Actor;
  secondFactor: SecondFactor;
}

/** Turns a cookie or a bearer token into an actor with the grants of this moment; one round trip. */
@Injectable()
export class Authentication {
  constructor(
    private readonly database: Database,
    private readonly settings: AccessSettings,
  ) {}

  bySession(token: string): Promise<Authenticated | null> {
    return this.who(BY_SESSION, token);
  }

  byApiToken(token: string): Promise<Authenticated | null> {
    return this.who(BY_TOKEN, token);
  }

  private async who(sql: typeof BY_SESSION, token: string): Promise<Authenticated | null> {
    const [row] = await this.database.withoutActor<{ who: Who | null }>(sql, [hashToken(token)]);
    const who = row?.who;
    if (!who) return null;
    return {
      secondFactor: who.secondFactor,
      actor: Actor.account({
        ...who,
        permissions: this.settings.permissions,
        tokenScope: who.tokenScope ?? null,
        secondFactor: who.secondFactor === 'passed',
      }),
    };
  }
}
