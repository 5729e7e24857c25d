import type { Reply } from './domain/vocabulary';

/** What became of a message to somebody, of a row `r` of `broadcast_recipients`: counted and listed by one. */
export const REPLIED: Readonly<Record<Reply, string>> = {
  sent: `r.state = 'sent'`,
  waiting: `r.state IN ('pending', 'sending')`,
  failed: `r.state = 'failed'`,
  unreachable: `r.state = 'void'`,
  confirmed: 'r.confirmed_at IS NOT NULL',
  silent: `r.state = 'sent' AND r.confirmed_at IS NULL`,
};
