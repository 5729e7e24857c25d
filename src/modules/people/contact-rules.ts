import { Injectable, Module } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { DomainError } from '../../platform/errors/domain-error';
import { forbids, type ContactChannel, type RestrictionScope } from './domain/contact-restriction';

const STANDING = statement(
  'people.contact_restrictions',
  `SELECT channel, post_id AS "postId", since, until, lifted_at AS "liftedAt"
     FROM app.contact_restrictions_of($1)`,
);

interface Row {
  channel: ContactChannel | null;
  postId: string | null;
  since: Date;
  until: Date | null;
  liftedAt: Date | null;
}

export interface Contact {
  channel: ContactChannel;
  /** The post that makes it. */
  postId: string | null;
  at: Temporal.Instant;
  /** The case in which it is made. */
  caseId?: string;
  /** The number or address that is used, when it is known. */
  address?: string | null;
  /** Whether voice mail or a message is left. */
  leavesMessage?: boolean;
  /** Why the person's life is in danger, when what was arranged with them cannot be kept. */
  dangerToLife?: string | null;
}

/** What a contact was held against. */
export interface Clearance {
  /** The arrangement of safe contact that it follows or goes against; null: the person has none. */
  safeContactId: string | null;
  /** Whether a code word was agreed. */
  hasCodeWord: boolean;
  /** Code of the refusal that danger to life set aside; null: nothing was set aside. */
  overridden: string | null;
}

/** Decides on contacts beside the restrictions, in the ambient transaction; throws to refuse. */
export interface ContactGuard {
  clear(personId: string, contact: Contact): Promise<Clearance>;
}

const UNGUARDED: Clearance = { safeContactId: null, hasCodeWord: false, overridden: null };

/** The one place that says whether the service may contact somebody. */
@Injectable()
export class ContactRules {
  private guard: ContactGuard | null = null;

  constructor(private readonly database: Database) {}

  /** For the module that keeps safe contacts, once, at start. */
  guardBy(guard: ContactGuard): void {
    if (this.guard) throw new Error('two guards of contacts');
    this.guard = guard;
  }

  /**
   * Inside a transaction: every restriction of a person, whichever of their records carries it and
   * whoever asks, so that nobody who may write to them misses one.
   */
  async of(personId: string): Promise<RestrictionScope[]> {
    const rows = await this.database.query<Row>(STANDING, [personId]);
    return rows.map(({ channel, postId, since, until, liftedAt }) => ({
      channel,
      postId,
      since: since.getTime(),
      until: until?.getTime() ?? null,
      liftedAt: liftedAt?.getTime() ?? null,
    }));
  }

  /**
   * Inside a transaction: refuses a contact that a restriction forbids. The refusal says that there is
   * one, never why: whoever reads it may be looking over an officer's shoulder.
   * Then the guard decides.
   * @throws DomainError DO_NOT_CONTACT (409), and whatever the guard refuses with
   */
  async assertAllowed(personId: string, asked: Contact): Promise<Clearance> {
    const { channel, postId, at } = asked;
    const contact = { channel, postId, at: at.epochMilliseconds };
    if ((await this.of(personId)).some((restriction) => forbids(restriction, contact))) {
      throw new DomainError('DO_NOT_CONTACT', { status: 409 });
    }
    return this.guard ? this.guard.clear(personId, asked) : UNGUARDED;
  }
}

/** The rules of contact, for every process that writes to a person. */
@Module({ providers: [ContactRules], exports: [ContactRules] })
export class ContactRulesModule {}
