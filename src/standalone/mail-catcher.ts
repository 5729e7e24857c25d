import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { CaughtMail } from './caught-mail';
import { mailListPage, mailPage, notFoundPage } from './mail-pages';

export interface MailCatcher {
  smtpUrl: string;
  webUrl: string;
  stop(): Promise<void>;
}

const KEPT = 1000;
const LOOPBACK = '127.0.0.1';

/**
 * Accepts every mail on a free port of this machine and shows the newest thousand on a web page.
 * @param webPort preferred port of that page; a free one is taken when it is in use
 */
export async function startMailCatcher(webPort: number): Promise<MailCatcher> {
  const mails: CaughtMail[] = [];
  let last = 0;
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    size: 10 * 1024 * 1024,
    onData: (stream, session, done) => {
      buffer(stream)
        .then((raw) => PostalMime.parse(raw))
        .then((mail) => {
          const recipients = session.envelope.rcptTo.map(({ address }) => address);
          mails.unshift(caught(++last, mail, recipients));
          mails.length = Math.min(mails.length, KEPT);
          done();
        })
        .catch(done);
    },
  });
  // A client that hangs up half-way is its own affair.
  smtp.on('error', () => undefined);
  const web = createServer((request, response) => answer(mails, request, response));
  await listen(smtp.server, 0);
  await listen(web, webPort).catch(() => listen(web, 0));
  return {
    smtpUrl: `smtp://${LOOPBACK}:${portOf(smtp.server)}`,
    webUrl: `http://localhost:${portOf(web)}`,
    stop: async () => {
      web.closeAllConnections();
      await Promise.all([
        new Promise<void>((resolve) => web.close(() => resolve())),
        new Promise<void>((resolve) => smtp.close(() => resolve())),
      ]);
    },
  };
}

function caught(id: number, mail: Email, recipients: string[]): CaughtMail {
  return {
    id,
    receivedAt: mail.date ?? '',
    from: mail.from?.address ?? '',
    to: recipients,
    subject: mail.subject ?? '',
    text: mail.text ?? mail.html ?? '',
  };
}

function answer(mails: CaughtMail[], request: IncomingMessage, response: ServerResponse): void {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (path === '/mails.json') {
    response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(mails));
    return;
  }
  const id = Number(/^\/mails\/(\d+)$/.exec(path)?.[1]);
  const mail = mails.find((candidate) => candidate.id === id);
  const page = path === '/' ? mailListPage(mails) : mail ? mailPage(mail) : null;
  response.writeHead(page === null ? 404 : 200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
  response.end(page ?? notFoundPage());
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
