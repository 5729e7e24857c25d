import { DEMONSTRATION_ACCOUNTS } from './demonstration-accounts';

/** What the terminal shows once everything answers. */
export function welcome(running: {
  url: string;
  mailPage: string | null;
  password: string;
  dataDir: string;
}): string {
  const names = DEMONSTRATION_ACCOUNTS.map(({ username }) => username);
  const lines = [];
  for (let i = 0; i < names.length; i += 5) lines.push(names.slice(i, i + 5).join('  '));
  return `
  Amparo is ready:  ${running.url}
  Its mails:        ${running.mailPage ?? 'sent through SMTP_URL'}
  API:              ${running.url}/api/docs
  Data:             ${running.dataDir}

  Demonstration accounts (the people and cases are invented):
    ${lines.join('\n    ')}
  Password of all:  ${running.password}

  To stop: Ctrl-C
`;
}
