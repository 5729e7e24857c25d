import type { Temporal } from '@js-temporal/polyfill';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import type { StaffRole } from '../domain/staff-role';

export interface StaffMember {
  accountId: string;
  displayName: string;
  role: StaffRole;
  validFrom: string;
  validUntil: string | null;
  /** Holds the head's powers by subrogation (RC art. 37). */
  acting: boolean;
}

/** A role or a subrogation that runs or is to come. */
export interface DatedRole extends StaffMember {
  id: string;
}

type Row = Omit<StaffMember, 'validFrom' | 'validUntil'> & {
  validFrom: Date;
  validUntil: Date | null;
};

const COLUMNS = `m.account_id AS "accountId", m.display_name AS "displayName", m.role,
  m.valid_from AS "validFrom", m.valid_until AS "validUntil", m.acting`;
const IN_OFFICE = `m.valid_from <= $2 AND (m.valid_until IS NULL OR m.valid_until > $2)`;
/** Someone whose place is taken by an acting head. */
const AWAY = `m.role = 'head_of_post' AND NOT m.acting AND EXISTS (
  SELECT 1 FROM subrogations s WHERE s.post_id = m.post_id AND s.absent_account_id = m.account_id
     AND s.valid_from <= $2 AND s.valid_until > $2)`;
/** The post itself and, after it, the career post that supervises it. */
const POST_AND_SUPERVISOR = `
  (SELECT id, 0 AS distance FROM posts WHERE id = $1
   UNION ALL SELECT parent_id, 1 FROM posts WHERE id = $1 AND parent_id IS NOT NULL)`;
const nearest = (roles: string): string => `
  WITH serving AS (
    SELECT p.distance, ${COLUMNS} FROM ${POST_AND_SUPERVISOR} p
      JOIN staff_members m ON m.post_id = p.id
     WHERE m.role IN (${roles}) AND ${IN_OFFICE} AND NOT (${AWAY})
  )
  SELECT "accountId", "displayName", role, "validFrom", "validUntil", acting FROM serving
   WHERE distance = (SELECT min(distance) FROM serving)
   ORDER BY acting DESC, "displayName", "accountId"`;

const HEADS = statement('network.heads', nearest(`'head_of_post'`));
const OFFICERS = statement('network.officers', nearest(`'officer', 'ode_officer'`));
const OF_POST = statement(
  'network.staff-of-post',
  `SELECT ${COLUMNS} FROM staff_members m WHERE m.post_id = $1 AND ${IN_OFFICE}
    ORDER BY m.display_name, m.account_id, m.role`,
);
const OF_HEADQUARTERS = statement(
  'network.staff-of-headquarters',
  `SELECT ${COLUMNS} FROM staff_members m
    WHERE m.post_id IS NULL AND ($1::text IS NULL OR m.role = $1) AND ${IN_OFFICE}
    ORDER BY m.display_name, m.account_id, m.role`,
);
const DESK = statement(
  'network.headquarters-desk',
  `SELECT ${COLUMNS} FROM staff_members m
    WHERE m.post_id IS NULL AND m.role = 'hq_analyst' AND ${IN_OFFICE} AND (m.region IS NULL
       OR m.region = (SELECT r.region FROM posts p JOIN current_region_countries r USING (country)
                       WHERE p.id = $1))
    ORDER BY m.region NULLS LAST, m.display_name, m.account_id`,
);

const DATED = statement(
  'network.dated-roles',
  `SELECT m.id, ${COLUMNS} FROM staff_members m
    WHERE m.post_id = $1 AND (m.valid_until IS NULL OR m.valid_until > $2)
    ORDER BY m.display_name, m.account_id, m.valid_from`,
);

/**
 * Who serves where at an instant, within the ambient transaction. Disabled accounts never appear: a
 * reminder to them would reach no one.
 */
@Injectable()
export class Staff {
  constructor(private readonly database: Database) {}

  /**
   * The heads of a post with full powers: acting heads by subrogation first, without those they
   * stand in for (RC art. 37). For a post without a head of its own, those of the career post that
   * supervises it (RC arts. 55, 57). Empty when there is none: headquarters must see to it.
   */
  async headsOf(postId: string, at: Temporal.Instant): Promise<StaffMember[]> {
    return this.read(await this.database.query<Row>(HEADS, [postId, at.toString()]));
  }

  /** The officers of a post (of its ODE, within Peru), or else of the post that supervises it. */
  async officersOf(postId: string, at: Temporal.Instant): Promise<StaffMember[]> {
    return this.read(await this.database.query<Row>(OFFICERS, [postId, at.toString()]));
  }

  /** Analysts of headquarters' assistance desk who see a post: of its region first, then of the world. */
  async headquartersDesk(postId: string, at: Temporal.Instant): Promise<StaffMember[]> {
    return this.read(await this.database.query<Row>(DESK, [postId, at.toString()]));
  }

  /** Everyone who serves at a post, acting heads included. */
  async ofPost(postId: string, at: Temporal.Instant): Promise<StaffMember[]> {
    return this.read(await this.database.query<Row>(OF_POST, [postId, at.toString()]));
  }

  /** Roles and subrogations of a post that run at the instant or begin later. */
  async datedAt(postId: string, at: Temporal.Instant): Promise<DatedRole[]> {
    const rows = await this.database.query<Row & { id: string }>(DATED, [postId, at.toString()]);
    const members = this.read(rows);
    return rows.map(({ id }, i) => ({ ...members[i]!, id }));
  }

  /** Everyone with a role at headquarters. */
  async ofHeadquarters(at: Temporal.Instant): Promise<StaffMember[]> {
    return this.read(await this.database.query<Row>(OF_HEADQUARTERS, [null, at.toString()]));
  }

  private read(rows: readonly Row[]): StaffMember[] {
    return rows.map((row) => ({
      ...row,
      validFrom: row.validFrom.toISOString(),
      validUntil: row.validUntil?.toISOString() ?? null,
    }));
  }
}
