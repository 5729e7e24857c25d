import { unsafeForService, type Unsafe } from '../platform/database/unsafe-database';
import type { AppConfig } from './app-config';
import { StartupError } from './startup-error';

const REASONS: Record<Unsafe, string> = {
  superuser:
    'DATABASE_URL connects as a superuser, which row-level security does not bind: use a role that is only a member of amparo_app',
  bypasses_policies:
    'DATABASE_URL connects as a role with BYPASSRLS: use a role that is only a member of amparo_app',
  owns_tables:
    'DATABASE_URL connects as the owner of the tables, which row-level security does not bind: use a role that is only a member of amparo_app (the owner belongs in DATABASE_OWNER_URL)',
  demonstration_accounts:
    'The database holds demonstration accounts: production needs a database of its own',
};

/**
 * Production only: the policies must bind the connection, and no account may have a known password.
 * @throws StartupError naming every reason
 */
export async function refuseUnsafeDatabase(config: AppConfig): Promise<void> {
  if (!config.production) return;
  const reasons = await unsafeForService(config.database.url).catch((error: Error) => {
    throw new StartupError(`The database of DATABASE_URL does not answer: ${error.message}`);
  });
  if (reasons.length > 0) {
    throw new StartupError(reasons.map((reason) => REASONS[reason]).join('\n'));
  }
}
