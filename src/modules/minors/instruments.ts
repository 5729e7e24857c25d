import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { PolicyVersions, type PolicyDefinition } from '../../platform/policies/policy-versions';
import { questionnaireSchema } from '../../platform/questionnaires/questionnaire';
import { hagueStatesSchema } from './domain/abduction';

/** Versions that headquarters writes, as this family reads them. */
abstract class Versions<Content> extends PolicyVersions<Content> {
  constructor(
    definition: PolicyDefinition<Content>,
    private readonly store: { database: Database; audit: Audit; clock: Clock },
  ) {
    super(definition, store);
  }

  /** The version in force now. */
  current(actor: Actor): Promise<{ version: number; content: Content }> {
    return this.store.database.inTransaction(actor, () => this.inForce());
  }
}

/** The instrument by which the best interests of a child are assessed. */
@Injectable()
export class InterestInstruments extends Versions<
  ReturnType<(typeof questionnaireSchema)['parse']>
> {
  constructor(database: Database, audit: Audit, clock: Clock) {
    super(
      {
        table: 'interest_instruments',
        subject: 'interest_instrument',
        schema: questionnaireSchema,
      },
      { database, audit, clock },
    );
  }
}

/**
 * States that the convention of 1980 binds. The first list holds those well known; headquarters keeps
 * it by the depositary's status table, accessions not accepted between two States included (art. 38).
 */
@Injectable()
export class HagueStatesList extends Versions<ReturnType<(typeof hagueStatesSchema)['parse']>> {
  constructor(database: Database, audit: Audit, clock: Clock) {
    super(
      { table: 'hague_states', subject: 'hague_states', schema: hagueStatesSchema },
      { database, audit, clock },
    );
  }
}
