import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  messageId: string;
  to: string;
  subject: string;
  text: string;
  /** The whole message as a bounce would return it, headers and all. */
  raw: string;
}

/** A real SMTP server of the test's own, which can be told to misbehave. */
export interface SmtpInbox {
  url: string;
  mails: ReceivedMail[];
  /** Answers every recipient with this code from now on; null: accepts them. */
  refuseWith(code: number | null): void;
  /** While set, the server takes the message and never answers. */
  swallow(on: boolean): void;
  /** While set, the server refuses each message once it has it, quoting it. */
  bounce(on: boolean): void;
  close(): Promise<void>;
}

export async function openInbox(): Promise<SmtpInbox> {
  const mails: ReceivedMail[] = [];
  let refusal: number | null = null;
  let swallowing = false;
  let bouncing = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onRcptTo: (_address, _session, done) =>
      refusal ? done(Object.assign(new Error('no such user'), { responseCode: refusal })) : done(),
    onData: (stream, session, done) => {
      buffer(stream)
        .then(async (bytes) => ({
          raw: bytes.toString('utf8'),
          mail: await PostalMime.parse(bytes),
        }))
        .then(({ raw, mail }) => {
          mails.push({
            messageId: mail.messageId ?? '',
            to: session.envelope.rcptTo[0]?.address ?? '',
            subject: mail.subject ?? '',
            text: mail.text ?? '',
            raw,
          });
          if (bouncing)
            done(Object.assign(new Error(raw.replaceAll(/\s+/g, ' ')), { responseCode: 554 }));
          else if (!swallowing) done();
        })
        .catch(done);
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuseWith: (code) => (refusal = code),
    swallow: (on) => (swallowing = on),
    bounce: (on) => (bouncing = on),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
