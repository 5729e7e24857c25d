import type { PermissionTable } from './actor';

/** What the composition root tells the access part: configuration and the table of permissions. */
export abstract class AccessSettings {
  /** role → permissions; a permission that no role holds stops the boot when a route requires it. */
  abstract readonly permissions: PermissionTable;
  /** Origin that browsers use, e.g. `https://amparo.example`; cookies are `Secure` when it is https. */
  abstract readonly publicOrigin: string;
  /** Requests per minute and caller; null switches the limit off. */
  abstract readonly requestsPerMinute: number | null;
  /** Hours after which a session ends whatever its use (default). */
  abstract readonly sessionHours: number;
  /** Failed sign-ins before an account is locked, and minutes it stays so (default). */
  abstract readonly lockout: { readonly attempts: number; readonly minutes: number };
}
