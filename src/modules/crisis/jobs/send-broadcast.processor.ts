import { Actor } from '../../../platform/access/actor';
import { Keyring } from '../../../platform/crypto/keyring';
import { ProtectedText, type StoredText } from '../../../platform/crypto/protected-text';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { Translator } from '../../../platform/i18n/messages';
import { Effects } from '../../../platform/jobs/effects';
import { isPermanent } from '../../../platform/jobs/failure';
import { Handles } from '../../../platform/jobs/handles';
import type { JobHandler } from '../../../platform/jobs/job-contract';
import { Mailer, MailSettings } from '../../notices';
import { confirmationToken, tokenHash } from '../confirmation-token';
import { SendBroadcast } from './crisis.jobs';

/** Taken for this process; one that another took is taken over only when that one has been silent for long. */
const CLAIM = statement(
  'broadcast.claim',
  `UPDATE broadcast_recipients SET state = 'sending', token_hash = $2,
          claimed_until = transaction_timestamp() + $3 * interval '1 millisecond'
    WHERE id = $1 AND confirmed_at IS NULL AND (state IN ('pending', 'failed')
           OR (state = 'sending' AND claimed_until < transaction_timestamp()))
    RETURNING person_id AS "personId", broadcast_id AS "broadcastId"`,
);
const STATE = statement('broadcast.state', 'SELECT state FROM broadcast_recipients WHERE id = $1');
const CONTENT = statement(
  'broadcast.content',
  `SELECT p.email, p.language, i.slug, CASE p.language WHEN 'en' THEN b.text_en ELSE b.text_es END AS text
     FROM broadcasts b JOIN incidents i ON i.id = b.incident_id, incident_persons p WHERE b.id = $1 AND p.id = $2`,
);
const SENT = statement(
  'broadcast.sent',
  `UPDATE broadcast_recipients SET state = 'sent', sent_at = transaction_timestamp() WHERE id = $1`,
);
const ENDED = statement(
  'broadcast.ended',
  'UPDATE broadcast_recipients SET state = $2 WHERE id = $1',
);

interface Content {
  email: StoredText | null;
  language: 'es' | 'en';
  slug: string;
  text: string;
}

/**
 * Sends a message once. Between the server's answer and its record a crash may lie: then it is sent
 * again as the very same message (one Message-ID, one link), never as a second one.
 */
@Handles(SendBroadcast)
export class SendBroadcastProcessor implements JobHandler<{ recipientId: string }> {
  constructor(
    private readonly database: Database,
    private readonly effects: Effects,
    private readonly mailer: Mailer,
    private readonly settings: MailSettings,
    private readonly translator: Translator,
    private readonly keyring: Keyring,
  ) {}

  async run({ recipientId }: { recipientId: string }): Promise<void> {
    const token = confirmationToken(this.keyring, recipientId);
    const content = await this.asSystem(() => this.claim(recipientId, token));
    if (!content) return;
    try {
      await this.send(recipientId, token, content);
    } catch (error) {
      const state = isPermanent(error) ? 'failed' : 'pending';
      await this.asSystem(() => this.database.query(ENDED, [recipientId, state]));
      throw error;
    }
    await this.effects.once(SendBroadcast.key({ recipientId }), async () => {
      await this.database.query(SENT, [recipientId]);
    });
  }

  /** Null when there is nothing left to do. */
  private async claim(recipientId: string, token: string): Promise<Content | null> {
    const [claimed] = await this.database.query<{ personId: string; broadcastId: string }>(CLAIM, [
      ...[recipientId, tokenHash(token), this.settings.patience * 6],
    ]);
    if (!claimed) {
      const [other] = await this.database.query<{ state: string }>(STATE, [recipientId]);
      if (other?.state === 'sending') throw new BroadcastInOtherHands();
      return null;
    }
    const values = [claimed.broadcastId, claimed.personId];
    const [content] = await this.database.query<Content>(CONTENT, values);
    if (content?.email) return content;
    await this.database.query(ENDED, [recipientId, 'void']);
    return null;
  }

  private send(recipientId: string, token: string, content: Content): Promise<void> {
    const { language, text } = content;
    const say = (key: string, values?: Record<string, string>) =>
      this.translator.translate(language, `crisis.mail.${key}`, values);
    const link = `${this.settings.publicUrl}/registro/${content.slug}#${token}`;
    return this.mailer.send({
      messageId: `<${recipientId}@${new URL(this.settings.publicUrl).hostname}>`,
      to: ProtectedText.fromStored(content.email!).reveal(),
      subject: say('subject'),
      text: `${text}\n\n${say('confirm', { link })}\n\n-- \n${say('footer')}\n`,
      language,
    });
  }

  private asSystem<T>(work: () => Promise<T>): Promise<T> {
    return this.database.inTransaction(Actor.system(), work);
  }
}

/** Another process is sending it, or died doing so a moment ago: looked at again later. */
class BroadcastInOtherHands extends Error {
  override readonly name = 'BroadcastInOtherHands';
}
