import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { Staff } from '../../network';
import { Notices } from '../../notices';

const CASE = statement(
  'documents.infected-case',
  `SELECT c.reference, c.post_id AS "postId", c.tier, c.assignee_id AS "assigneeId", p.time_zone AS "timeZone",
          array(SELECT m.account_id FROM live_case_members m WHERE m.case_id = c.id) AS members
     FROM cases c JOIN posts p ON p.id = c.post_id WHERE c.id = $1`,
);

interface CaseRow {
  reference: string;
  postId: string;
  tier: 'standard' | 'restricted' | 'sealed';
  assigneeId: string | null;
  timeZone: string;
  members: string[];
}

export interface Infected {
  versionId: string;
  caseId: string | null;
  personId: string | null;
  tier: 'standard' | 'restricted';
  uploadedBy: string | null;
}

/** Tells those who must know that a file brought a virus; always people who may see where it is. */
@Injectable()
export class TellOfInfection {
  constructor(
    private readonly database: Database,
    private readonly staff: Staff,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  /** Within a transaction of the system. */
  async run(file: Infected): Promise<void> {
    if (file.caseId === null) return this.ofPerson(file);
    const [found] = await this.database.query<CaseRow>(CASE, [file.caseId]);
    if (!found) return;
    for (const accountId of await this.recipients(file, found)) {
      await this.notices.notify({
        accountId,
        kind: 'document_infected',
        caseId: file.caseId,
        postId: found.tier === 'sealed' ? null : found.postId,
        data: {
          params: { reference: found.reference },
          timeZone: found.timeZone,
          path: `/cases/${file.caseId}`,
        },
        key: `document.infected:${file.versionId}:${accountId}`,
      });
    }
  }

  private async ofPerson({ uploadedBy, personId, versionId }: Infected): Promise<void> {
    if (uploadedBy === null || personId === null) return;
    await this.notices.notify({
      accountId: uploadedBy,
      kind: 'person_document_infected',
      data: { path: `/people/${personId}` },
      key: `document.infected:${versionId}:${uploadedBy}`,
    });
  }

  /** Who brought it, who has the case and the head of post; of a sealed case only its members. */
  private async recipients(file: Infected, found: CaseRow): Promise<string[]> {
    const heads = (await this.staff.headsOf(found.postId, this.clock.now())).map(
      ({ accountId }) => accountId,
    );
    const all = [file.uploadedBy, found.assigneeId, ...heads].filter((id) => id !== null);
    const tier = found.tier === 'standard' ? file.tier : found.tier;
    const may = {
      standard: () => true,
      restricted: (id: string) => heads.includes(id) || found.members.includes(id),
      sealed: (id: string) => found.members.includes(id),
    }[tier];
    return [...new Set(all.filter(may))];
  }
}
