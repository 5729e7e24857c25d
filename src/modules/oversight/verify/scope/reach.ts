import type { Pool } from 'pg';

type Place = 'own' | 'world';

interface RoleReach {
  /** Whose ordinary files the role reads. */
  readonly files: Place | null;
  /** And their restricted parts and files. */
  readonly restricted: boolean;
  /** Works cases: sees persons, and restricted parts of the files that admit them by name. */
  readonly staff: boolean;
}

/** Who may read what (starting matrix, default), stated apart from what the policies are built on. */
const REACH: Readonly<Record<string, RoleReach>> = {
  officer: { files: 'own', restricted: false, staff: true },
  head_of_post: { files: 'own', restricted: true, staff: true },
  local_staff: { files: 'own', restricted: false, staff: true },
  ode_officer: { files: 'own', restricted: false, staff: true },
  hq_analyst: { files: 'world', restricted: true, staff: true },
  protection_desk: { files: 'world', restricted: true, staff: true },
  hq_director: { files: 'world', restricted: false, staff: true },
};

/** What an account may see, worked out from its dated roles alone. */
export interface Reach {
  accountId: string;
  roles: string[];
  world: boolean;
  posts: string[];
  restrictedWorld: boolean;
  restrictedPosts: string[];
  staff: boolean;
  /** Files that admit the account by name. */
  cases: string[];
}

/** A few accounts for each role and each way of holding it. */
const SAMPLE = `
  SELECT account_id AS "accountId" FROM (
    SELECT r.account_id, row_number() OVER (
             PARTITION BY r.role, r.region IS NULL ORDER BY r.account_id) AS place
      FROM staff_roles r JOIN accounts a ON a.id = r.account_id AND a.state = 'active'
     WHERE r.valid_from <= now() AND (r.valid_until IS NULL OR r.valid_until > now())) ranked
   WHERE place <= $1 GROUP BY account_id ORDER BY account_id`;

const HELD = `
  SELECT r.role, r.post_id AS "postId", r.region FROM staff_roles r
   WHERE r.account_id = $1 AND r.valid_from <= now() AND (r.valid_until IS NULL OR r.valid_until > now())
  UNION ALL
  SELECT 'head_of_post', s.post_id, NULL FROM subrogations s
   WHERE s.acting_account_id = $1 AND s.valid_from <= now() AND s.valid_until > now()`;

/** A post with the honorary consulates that it supervises. */
const WITH_HONORARY = `
  SELECT id FROM posts WHERE id = $1 OR (parent_id = $1 AND kind = 'honorary_consulate')`;

const OF_REGION = `
  SELECT p.id FROM posts p
    JOIN LATERAL (SELECT c.region FROM region_countries c
                   WHERE c.country = p.country AND c.valid_from <= current_date
                   ORDER BY c.valid_from DESC LIMIT 1) now ON now.region = $1`;

const MEMBER_OF = `
  SELECT case_id AS id FROM case_members
   WHERE account_id = $1 AND since <= now() AND (until IS NULL OR until > now())`;

const ACCOUNTS_PER_ROLE = 2;

/** Works out the reach of accounts as the owner of the tables, without asking any policy. */
export class Reaches {
  constructor(private readonly owner: Pool) {}

  async sample(): Promise<Reach[]> {
    const { rows } = await this.owner.query<{ accountId: string }>(SAMPLE, [ACCOUNTS_PER_ROLE]);
    const reaches: Reach[] = [];
    for (const { accountId } of rows) reaches.push(await this.of(accountId));
    return reaches;
  }

  private async of(accountId: string): Promise<Reach> {
    const held = await this.owner.query<{
      role: string;
      postId: string | null;
      region: string | null;
    }>(HELD, [accountId]);
    const reach: Reach = {
      accountId,
      roles: held.rows.map(({ role }) => role),
      world: false,
      posts: [],
      restrictedWorld: false,
      restrictedPosts: [],
      staff: held.rows.some(({ role }) => REACH[role]?.staff ?? false),
      cases: await this.ids(MEMBER_OF, accountId),
    };
    for (const { role, postId, region } of held.rows) {
      const { files, restricted } = REACH[role] ?? { files: null, restricted: false };
      if (files === 'world' && region === null) {
        reach.world = true;
        reach.restrictedWorld ||= restricted;
      } else if (files !== null) {
        const posts = await this.ids(region ? OF_REGION : WITH_HONORARY, region ?? postId);
        reach.posts.push(...posts);
        if (restricted) reach.restrictedPosts.push(...posts);
      }
    }
    return reach;
  }

  private async ids(sql: string, value: string | null): Promise<string[]> {
    const { rows } = await this.owner.query<{ id: string }>(sql, [value]);
    return rows.map(({ id }) => id);
  }
}
