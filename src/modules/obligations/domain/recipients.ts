import type { RungRecipient } from './policy';

/** Accounts in office now, by what they are to a case. */
export interface Team {
  /** Strictest of the case and of the duty: who may see what a reminder tells. */
  tier: 'standard' | 'restricted' | 'sealed';
  /** Assignee and seconds who are not away. */
  assigned: readonly string[];
  officers: readonly string[];
  /** Acting heads by subrogation instead of those they stand in for. */
  heads: readonly string[];
  /** Headquarters' desk for the region, then for the world. */
  desk: readonly string[];
  directors: readonly string[];
  /** Everyone whom the case itself admits. */
  members: readonly string[];
}

/**
 * Whom a rung reaches (rules §3): always people who may see the case, never nobody as long as
 * somebody may. An absent officer's reminders go to the post's officers, then to its head; what has
 * no head goes to headquarters. Of a sealed case only members of its circle hear.
 */
export function recipientsOf(recipient: RungRecipient, team: Team): string[] {
  const reach = admitted(team);
  const steps: readonly (readonly string[])[] = [
    ...(recipient === 'officer' ? [reach(team.assigned), reach(team.officers)] : []),
    ...(recipient === 'headquarters' ? [] : [reach(team.heads)]),
    reach(team.desk),
    reach(team.directors),
    team.tier === 'standard' ? [] : reach(team.members),
  ];
  return [...new Set(steps.find((step) => step.length > 0) ?? [])];
}

/** Keeps those who may see what is told: sealed is for members, restricted for members and seniors. */
function admitted(team: Team): (accounts: readonly string[]) => string[] {
  const seniors = [...team.heads, ...team.desk];
  const allowed = {
    standard: null,
    restricted: new Set([...team.members, ...seniors]),
    sealed: new Set(team.members),
  }[team.tier];
  return (accounts) => accounts.filter((account) => !allowed || allowed.has(account));
}
