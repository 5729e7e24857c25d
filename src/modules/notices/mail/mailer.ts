import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { PermanentFailure } from '../../../platform/jobs/job-contract';
import { MailSettings } from './mail-settings';

export interface OutgoingMail {
  /** The same for every attempt: a receiver that has it already knows. */
  messageId: string;
  to: string;
  subject: string;
  text: string;
  language: string;
}

interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
}

/** Faults of reaching the server, as nodemailer names them. */
const UNREACHABLE = new Set(['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ECONNREFUSED']);
/** Faults of this one mail: its address or its content was refused. */
const REFUSED = new Set(['EENVELOPE', 'EMESSAGE']);

/** Hands mails to the SMTP server. A server that does not answer holds up nobody for long. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport: Transporter;
  private awayUntil = 0;

  constructor(private readonly settings: MailSettings) {
    const { patience } = settings;
    this.transport = createTransport(
      {
        url: settings.smtpUrl,
        pool: true,
        maxConnections: 4,
        connectionTimeout: patience,
        greetingTimeout: patience,
        socketTimeout: patience,
        dnsTimeout: patience,
        disableFileAccess: true,
        disableUrlAccess: true,
      } as Parameters<typeof createTransport>[0],
      { from: settings.from },
    );
  }

  /**
   * Returns when the server has taken the mail.
   * @throws PermanentFailure when it refuses this mail for good; otherwise worth another attempt
   */
  async send({ messageId, to, subject, text, language }: OutgoingMail): Promise<void> {
    if (performance.now() < this.awayUntil) throw coded('MAIL_SERVER_AWAY');
    try {
      await this.transport.sendMail({
        messageId,
        to,
        subject,
        text,
        headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      const { code = '', responseCode = 0 } = error as SmtpError;
      if (UNREACHABLE.has(code)) this.awayUntil = performance.now() + this.settings.rest;
      if (REFUSED.has(code) && responseCode >= 500) throw new PermanentFailure('MAIL_REFUSED');
      throw error;
    }
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}

const coded = (code: string): Error => Object.assign(new Error(code), { code });
