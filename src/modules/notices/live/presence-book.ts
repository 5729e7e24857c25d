/** Somebody looks at a case until an instant (milliseconds since the epoch), or has left it (0). */
export interface Sighting {
  caseId: string;
  accountId: string;
  until: number;
}

/** A browser that says nothing for so long is gone (milliseconds); it speaks every 20 seconds. */
const LASTS = 50_000;
/** Cases that one process remembers at most; beyond it, what has expired is swept out. */
const SWEEP_ABOVE = 2_000;

/** Who looks at which case, by what was last heard. */
export class PresenceBook {
  private readonly cases = new Map<string, Map<string, number>>();

  static untilFrom(now: number): number {
    return now + LASTS;
  }

  /** Takes note; true when somebody came or went by it. What is older than known is not news. */
  note({ caseId, accountId, until }: Sighting, now: number): boolean {
    if (this.cases.size > SWEEP_ABOVE) this.sweep(now);
    const looking = this.cases.get(caseId) ?? new Map<string, number>();
    const known = looking.get(accountId) ?? 0;
    if (until === 0) {
      looking.delete(accountId);
      if (looking.size === 0) this.cases.delete(caseId);
      return known > now;
    }
    if (until <= now || until <= known) return false;
    this.cases.set(caseId, looking.set(accountId, until));
    return known <= now;
  }

  knows(caseId: string, accountId: string): boolean {
    return this.cases.get(caseId)?.has(accountId) ?? false;
  }

  /** Accounts that look at the case now, those heard of first first. */
  lookingAt(caseId: string, now: number): string[] {
    return [...(this.cases.get(caseId) ?? [])].flatMap(([accountId, until]) =>
      until > now ? [accountId] : [],
    );
  }

  private sweep(now: number): void {
    for (const [caseId, looking] of this.cases) {
      for (const [accountId, until] of looking) if (until <= now) looking.delete(accountId);
      if (looking.size === 0) this.cases.delete(caseId);
    }
  }
}
