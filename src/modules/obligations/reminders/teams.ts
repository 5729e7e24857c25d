import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { Staff, type StaffMember } from '../../network';
import type { RungRecipient } from '../domain/policy';
import type { Team } from '../domain/recipients';

/** Members of a case who hold an office now and are not away; `staff`: who may see restricted parts. */
const MEMBERS = statement(
  'reminder.members',
  `SELECT m.account_id AS "accountId", bool_or(m.in_charge) AS "inCharge",
          bool_or(m.admitted) AS admitted, bool_or(s.role <> 'honorary_consul') AS staff
     FROM (SELECT account_id, kind = 'second' AS in_charge, true AS admitted FROM live_case_members
            WHERE case_id = $1 AND (until IS NULL OR until > $2)
           UNION ALL
           SELECT assignee_id, true, false FROM cases WHERE id = $1 AND assignee_id IS NOT NULL) m
     JOIN staff_members s ON s.account_id = m.account_id
      AND s.valid_from <= $2 AND (s.valid_until IS NULL OR s.valid_until > $2)
    WHERE NOT EXISTS (SELECT 1 FROM subrogations b WHERE b.absent_account_id = m.account_id
                       AND b.valid_from <= $2 AND b.valid_until > $2)
    GROUP BY m.account_id ORDER BY m.account_id`,
);

interface MemberRow {
  accountId: string;
  inCharge: boolean;
  /** By the case's circle, which row-level security goes by. */
  admitted: boolean;
  staff: boolean;
}

const accounts = (staff: readonly StaffMember[]): string[] => staff.map((s) => s.accountId);

/** Who there is for a case at an instant; no further up than a reminder may have to go. */
@Injectable()
export class Teams {
  constructor(
    private readonly database: Database,
    private readonly staff: Staff,
  ) {}

  async of(
    file: { caseId: string; postId: string; tier: Team['tier'] },
    recipient: RungRecipient,
    at: Temporal.Instant,
  ): Promise<Team> {
    const all = await this.database.query<MemberRow>(MEMBERS, [file.caseId, at.toString()]);
    const members = all.filter(({ staff }) => staff || file.tier !== 'restricted');
    const team: Team = {
      tier: file.tier,
      assigned: members.filter((m) => m.inCharge).map((m) => m.accountId),
      officers: [],
      heads: [],
      desk: [],
      directors: [],
      members: members.filter((m) => m.admitted).map((m) => m.accountId),
    };
    const anyoneServes = file.tier === 'standard';
    if (recipient === 'officer') {
      if (anyoneServes && team.assigned.length > 0) return team;
      team.officers = accounts(await this.staff.officersOf(file.postId, at));
    }
    if (recipient !== 'headquarters') {
      team.heads = accounts(await this.staff.headsOf(file.postId, at));
      if (anyoneServes && team.officers.length + team.heads.length > 0) return team;
    }
    team.desk = accounts(await this.staff.headquartersDesk(file.postId, at));
    if (anyoneServes && team.desk.length > 0) return team;
    const headquarters = await this.staff.ofHeadquarters(at);
    team.directors = accounts(headquarters.filter(({ role }) => role === 'hq_director'));
    return team;
  }
}
