import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { DomainError } from '../../platform/errors/domain-error';
import { riskInstrumentSchema, type RiskInstrumentContent } from './domain/risk';

const IN_FORCE = statement(
  'gender-violence.instrument',
  `SELECT version, content FROM risk_instruments WHERE effective_from <= $1
    ORDER BY effective_from DESC, version DESC LIMIT 1`,
);
const ALL = statement(
  'gender-violence.instruments',
  `SELECT i.version, i.effective_from AS "effectiveFrom", i.content, i.reason, n.display_name AS "createdBy"
     FROM risk_instruments i LEFT JOIN staff_names n ON n.id = i.created_by ORDER BY i.version DESC`,
);
const INSERT = statement(
  'gender-violence.insert-instrument',
  `INSERT INTO risk_instruments (version, effective_from, content, reason, created_by)
   SELECT max(version) + 1, $1, $2, $3, app.account() FROM risk_instruments RETURNING version`,
);

export interface InstrumentVersion {
  version: number;
  effectiveFrom: string;
  content: RiskInstrumentContent;
  reason: string;
  createdBy: string | null;
}

export interface Instrument {
  version: number;
  content: RiskInstrumentContent;
}

/** The instrument by which danger is assessed: versions that headquarters writes. */
@Injectable()
export class RiskInstruments {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The version in force at an instant, within the ambient transaction. */
  async inForce(at: Temporal.Instant): Promise<Instrument> {
    const [row] = await this.database.query<Instrument>(IN_FORCE, [at.toString()]);
    if (!row) throw new Error('no risk instrument is in force');
    return row;
  }

  /** The version in force now. */
  current(actor: Actor): Promise<Instrument> {
    return this.database.inTransaction(actor, () => this.inForce(this.clock.now()));
  }

  /** All versions, newest first. */
  list(actor: Actor): Promise<{ items: InstrumentVersion[] }> {
    return this.database.inTransaction(actor, async () => {
      const rows = await this.database.query<
        Omit<InstrumentVersion, 'effectiveFrom'> & { effectiveFrom: Date }
      >(ALL);
      return {
        items: rows.map((row) => ({ ...row, effectiveFrom: row.effectiveFrom.toISOString() })),
      };
    });
  }

  /** A new version, in force at once; assessments already made keep theirs. */
  create(
    actor: Actor,
    body: { content: Record<string, unknown>; reason: string },
  ): Promise<{ version: number }> {
    const parsed = riskInstrumentSchema.safeParse(body.content);
    if (!parsed.success) {
      throw new DomainError('VALIDATION_FAILED', {
        errors: parsed.error.issues.map(({ path, code, message }) => ({
          path: ['content', ...path].join('.'),
          code,
          message,
        })),
      });
    }
    return this.database.inTransaction(actor, async () => {
      const values = [this.clock.now().toString(), JSON.stringify(parsed.data), body.reason];
      const [row] = await this.database.query<{ version: number }>(INSERT, values);
      await this.audit.record({
        action: 'risk_instrument.created',
        subjectType: 'risk_instrument',
        subjectId: null,
        details: { version: row!.version },
      });
      return { version: row!.version };
    });
  }
}
