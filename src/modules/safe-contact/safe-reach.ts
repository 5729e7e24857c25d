import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import { ProtectedText, type StoredText } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { DomainError } from '../../platform/errors/domain-error';
import { Translator, type Language } from '../../platform/i18n/messages';
import { ContactRules, recordsOf } from '../people';
import { neutralTextIn } from './domain/policy';
import { SafeContactPolicies } from './safe-contact-policies';
import { CURRENT } from './safe-contact.statements';
import type { SafeContactRow } from './safe-contact.views';

/** An address of a person that nobody else looks at; only one that they said is safe. */
const SAFE_EMAIL = statement(
  'safe-contact.safe-email',
  `SELECT k.value FROM person_contacts k WHERE k.person_id IN ${recordsOf('$1')}
      AND k.kind = 'email' AND k.safe AND k.withdrawn_at IS NULL ORDER BY k.recorded_at DESC, k.id DESC LIMIT 1`,
);

/** A mail that tells a bystander nothing. */
export interface SafeMail {
  address: string;
  subject: string;
  text: string;
  language: Language;
}

/** `not_now`: at another hour it may be written. */
export type SafeMailRefusal = 'no_safe_channel' | 'not_allowed' | 'not_now';

/** Where the service itself may write to somebody, and what. */
@Injectable()
export class SafeReach {
  constructor(
    private readonly database: Database,
    private readonly policies: SafeContactPolicies,
    private readonly rules: ContactRules,
    private readonly translator: Translator,
  ) {}

  /**
   * With the system's sight, in the ambient transaction: the mail that may be sent to a person of a case
   * at this instant, by what was arranged with them and every restriction; or why none may.
   */
  async mailNow(
    personId: string,
    about: { caseId: string; postId: string; at: Temporal.Instant },
  ): Promise<{ mail: SafeMail } | { refusal: SafeMailRefusal }> {
    const mail = await this.byEmail(about.caseId, personId);
    if (!mail) return { refusal: 'no_safe_channel' };
    try {
      const { address } = mail;
      const contact = { channel: 'email' as const, address, leavesMessage: true, ...about };
      await this.rules.assertAllowed(personId, contact);
      return { mail };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { refusal: error.code === 'SAFE_CONTACT_HOURS' ? 'not_now' : 'not_allowed' };
    }
  }

  /**
   * To the address arranged with the person in the case, where a message may be left; without an
   * arrangement, to one that they called safe. Null: there is none, or it is sealed.
   */
  private async byEmail(caseId: string, personId: string): Promise<SafeMail | null> {
    const [[row], policy] = await Promise.all([
      this.database.query<SafeContactRow>(CURRENT, [caseId, personId]),
      this.policies.current(),
    ]);
    const address = clear(row ? arrangedIn(row) : await this.safeEmailOf(personId));
    if (!address) return null;
    const language: Language = row?.language === 'en' ? 'en' : 'es';
    const text = (row && clear(row.neutralText)) ?? neutralTextIn(policy, language);
    const subject = this.translator.translate(language, 'safe_contact.mail_subject');
    return { address, subject, text, language };
  }

  private async safeEmailOf(personId: string): Promise<unknown> {
    const [safe] = await this.database.query<{ value: unknown }>(SAFE_EMAIL, [personId]);
    return safe?.value ?? null;
  }
}

const arrangedIn = ({ ways }: SafeContactRow): unknown =>
  ways.find((way) => way.channel === 'email' && way.address && way.mayLeaveMessage)?.address ??
  null;

/** A text that rests in the clear; the service itself opens no seal. */
const clear = (stored: unknown): string | null => {
  if (!stored) return null;
  const text = ProtectedText.fromStored(stored as StoredText);
  return text.isSealed ? null : text.reveal();
};
