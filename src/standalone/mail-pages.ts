import type { CaughtMail } from './caught-mail';

/** Mails are shown as text, whatever they contain. */
const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a }
  h1 { font-size: 1.4rem } table { border-collapse: collapse; width: 100% }
  th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #ddd; vertical-align: top }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f6f6f6; padding: 1rem } a { color: #9b1c1c }`;

const page = (title: string, body: string): string => `<!doctype html>
<html lang="es"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>`;

/** Every mail caught, newest first. */
export function mailListPage(mails: readonly CaughtMail[]): string {
  const rows = mails.map(
    (mail) => `<tr><td>${escape(mail.receivedAt)}</td><td>${escape(mail.to.join(', '))}</td>
      <td><a href="/mails/${mail.id}">${escape(mail.subject || '(sin asunto)')}</a></td></tr>`,
  );
  const table = `<table><thead><tr><th>Fecha</th><th>Para</th><th>Asunto</th></tr></thead>
    <tbody>${rows.join('')}</tbody></table>`;
  return page(
    'Correos de la demostración',
    `<h1>Correos de la demostración</h1>
     <p>Ningún correo de esta instalación sale de esta máquina. · No mail leaves this machine.</p>
     ${mails.length > 0 ? table : '<p>Todavía no hay correos. · No mail yet.</p>'}`,
  );
}

/** One mail as text. */
export function mailPage(mail: CaughtMail): string {
  return page(
    mail.subject,
    `<p><a href="/">← Correos</a></p><h1>${escape(mail.subject)}</h1>
     <p>${escape(mail.from)} → ${escape(mail.to.join(', '))}<br>${escape(mail.receivedAt)}</p>
     <pre>${escape(mail.text)}</pre>`,
  );
}

export const notFoundPage = (): string =>
  page('No existe', '<h1>No existe</h1><p><a href="/">← Correos</a></p>');
