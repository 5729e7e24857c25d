import { DomainError } from '../errors/domain-error';

/** A role held now, at a post or at headquarters (`postId` null: the world, or one region). */
export interface Grant {
  readonly role: string;
  readonly postId: string | null;
  readonly postCode: string | null;
  readonly region: string | null;
}

/** role → permissions (`noun.verb`); handed in by the composition root. */
export type PermissionTable = Readonly<Record<string, readonly string[]>>;

export interface AccountActor {
  accountId: string;
  sessionId: string | null;
  username: string;
  displayName: string;
  language: 'es' | 'en';
  grants: readonly Grant[];
  permissions: PermissionTable;
  /** Permissions an API token is limited to; null for a signed-in person. */
  tokenScope: readonly string[] | null;
  secondFactor: boolean;
}

/** Who acts: an account with its current grants, or the system itself. Deny is the default. */
export class Actor {
  private constructor(
    readonly kind: 'account' | 'system',
    private readonly account: AccountActor | null,
  ) {}

  private static readonly theSystem = new Actor('system', null);

  /** The system's own work: reminders, relays, imports, proofs. */
  static system(): Actor {
    return Actor.theSystem;
  }

  static account(account: AccountActor): Actor {
    return new Actor('account', account);
  }

  get accountId(): string | null {
    return this.account?.accountId ?? null;
  }
  get sessionId(): string | null {
    return this.account?.sessionId ?? null;
  }
  get username(): string {
    return this.account?.username ?? 'system';
  }
  get displayName(): string {
    return this.account?.displayName ?? 'Amparo';
  }
  get language(): 'es' | 'en' {
    return this.account?.language ?? 'es';
  }
  get grants(): readonly Grant[] {
    return this.account?.grants ?? [];
  }
  /** Permissions that a machine's token leaves of the account's; null for a person. */
  get tokenScope(): readonly string[] | null {
    return this.account?.tokenScope ?? null;
  }
  get secondFactor(): boolean {
    return this.account?.secondFactor ?? false;
  }

  /** Every permission the actor holds somewhere, for navigation only. */
  permissions(): string[] {
    const held = new Set(this.grants.flatMap((g) => this.permissionsOf(g)));
    return [...held].sort();
  }

  /**
   * Whether the actor holds `permission`: anywhere, or at `postId` (a grant at headquarters holds
   * everywhere; its region is enforced by row-level security, which hides the other regions).
   */
  can(permission: string, postId?: string): boolean {
    if (this.kind === 'system') return true;
    return this.grants.some(
      (g) =>
        (postId === undefined || g.postId === null || g.postId === postId) &&
        this.permissionsOf(g).includes(permission),
    );
  }

  /** Throws FORBIDDEN (403) unless `can`. */
  require(permission: string, postId?: string): void {
    if (!this.can(permission, postId)) {
      throw new DomainError('FORBIDDEN', { status: 403, params: { permission } });
    }
  }

  holds(role: string): boolean {
    return this.grants.some((g) => g.role === role);
  }

  private permissionsOf(grant: Grant): readonly string[] {
    const ofRole = this.account?.permissions[grant.role] ?? [];
    const scope = this.account?.tokenScope;
    return scope ? ofRole.filter((p) => scope.includes(p)) : ofRole;
  }
}
