import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { invalidField } from '../../platform/errors/domain-error';
import {
  PolicyVersions,
  type NewPolicyVersion,
  type PolicyVersion,
} from '../../platform/policies/policy-versions';
import { joinPerson } from '../people';
import { deIdentified, HTCDS_FIELDS, type HtcdsRow, type KnownVictim } from './domain/htcds';

/** Codes and dates alone: no text, name, number or place of a case is even read. */
const KNOWN = statement(
  'trafficking.export',
  `SELECT (c.occurred_at AT TIME ZONE p.time_zone)::date::text AS "openedOn", coalesce(s.sex, 0) AS sex,
     date_part('year', age((c.occurred_at AT TIME ZONE p.time_zone)::date, s.birth_date))::int AS age,
     (SELECT CASE i.age_finding WHEN 'adult' THEN false ELSE true END FROM identity_checks i
       WHERE i.case_id = c.id AND i.age_finding <> 'not_yet' ORDER BY i.checked_at DESC LIMIT 1) AS minor,
     s.nationality AS citizenship,
     (SELECT x.country FROM exploitations x WHERE x.case_id = c.id AND x.country IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM exploitations w WHERE w.replaces = x.id)
       ORDER BY x.recorded_at DESC LIMIT 1) AS "countryOfExploitation",
     (SELECT x.recruiter_relation FROM exploitations x WHERE x.case_id = c.id AND x.recruiter_relation IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM exploitations w WHERE w.replaces = x.id)
       ORDER BY x.recorded_at DESC LIMIT 1) AS "recruiterRelation",
     ARRAY(SELECT DISTINCT unnest(x.purposes) FROM exploitations x WHERE x.case_id = c.id
         AND NOT EXISTS (SELECT 1 FROM exploitations w WHERE w.replaces = x.id)) AS purposes,
     ARRAY(SELECT DISTINCT unnest(x.means) FROM exploitations x WHERE x.case_id = c.id
         AND NOT EXISTS (SELECT 1 FROM exploitations w WHERE w.replaces = x.id)) AS means
   FROM cases c JOIN posts p ON p.id = c.post_id ${joinPerson('c.subject_person_id', 's')}
  WHERE c.family = 'trafficking' AND c.tier = 'sealed'
    AND (c.occurred_at AT TIME ZONE p.time_zone)::date BETWEEN $1 AND $2`,
);

const policySchema = z.strictObject({
  smallestGroup: z.int().min(2).max(100),
  source: z.string().min(1).max(500),
});
export type TraffickingExportPolicy = z.infer<typeof policySchema>;

export interface TraffickingExport {
  rows: HtcdsRow[];
  /** Cases that stay out because they would stand alone. */
  leftOut: number;
  smallestGroup: number;
  csv: string;
}

/**
 * Cases of trafficking in IOM's Human Trafficking Case Data Standard 2.0, de-identified, for the
 * protection desk over the cases in whose circle it is. It is made and given at once: nothing is kept
 * that somebody could fetch after they have left a circle.
 */
@Injectable()
export class ExportTrafficking {
  private readonly policies: PolicyVersions<TraffickingExportPolicy>;

  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    clock: Clock,
  ) {
    this.policies = new PolicyVersions(
      {
        table: 'trafficking_export_policies',
        subject: 'trafficking_export_policy',
        schema: policySchema,
      },
      { database, audit, clock },
    );
  }

  /** Cases opened from one civil day to another, both included. Audited before it leaves. */
  run(actor: Actor, { from, to }: { from: string; to: string }): Promise<TraffickingExport> {
    if (to < from) throw invalidField('to', 'BEFORE_ITS_START');
    return this.database.inTransaction(actor, async () => {
      actor.require('case.read');
      const { smallestGroup } = (await this.policies.inForce()).content;
      const known = await this.database.query<KnownVictim>(KNOWN, [from, to]);
      const { rows, leftOut } = deIdentified(known, smallestGroup);
      await this.audit.record({
        action: 'trafficking.exported',
        subjectType: 'trafficking_export',
        subjectId: null,
        details: { from, to, rows: rows.length, leftOut },
      });
      const csv = stringify(
        rows.map((row) => HTCDS_FIELDS.map((field) => cellOf(row[field] ?? null))),
        { header: true, columns: [...HTCDS_FIELDS] },
      );
      return { rows, leftOut, smallestGroup, csv };
    });
  }

  async listPolicies(actor: Actor): Promise<{ items: PolicyVersion<TraffickingExportPolicy>[] }> {
    return { items: await this.policies.list(actor) };
  }

  /** A new version, in force at once. */
  createPolicy(actor: Actor, body: NewPolicyVersion): Promise<{ version: number }> {
    return this.policies.create(actor, body);
  }
}

const cellOf = (value: string | boolean | null): string =>
  value === null ? '' : typeof value === 'boolean' ? (value ? '1' : '0') : value;
