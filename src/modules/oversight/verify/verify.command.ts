import type { INestApplicationContext } from '@nestjs/common';
import { Pool } from 'pg';
import { AppConfig, StartupError } from '../../../config';
import { AuditChain } from '../../../platform/audit/audit-chain';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { Files } from '../../../platform/files/files';
import { Obligations } from '../../obligations';
import { assessmentInvariant } from './assessments';
import { catalogueInvariants } from './catalogue';
import { consentInvariants } from './consents';
import { cooperationInvariants } from './cooperation';
import { documentInvariants } from './documents';
import type { Invariant, Witness } from './invariant';
import { ledgerInvariants } from './ledger';
import { mergeInvariants } from './merges';
import { moneyInvariants } from './money';
import { numberInvariants } from './numbers';
import { paperInvariants } from './papers';
import { projectionInvariant } from './projections';
import { sealingInvariants } from './sealing';
import { scopeInvariant } from './scope/outside-scope';

/** Everything that is always true of the register, in the order in which it is printed. */
export const invariantsOf = (witness: Witness): Invariant[] => [
  ...ledgerInvariants(witness),
  ...numberInvariants(witness),
  ...cooperationInvariants(witness),
  ...consentInvariants(witness),
  ...mergeInvariants(witness),
  assessmentInvariant(witness),
  ...catalogueInvariants(witness),
  ...paperInvariants(witness),
  ...moneyInvariants(witness),
  ...sealingInvariants(witness),
  { name: 'audit_chain', count: () => witness.auditChain.countFaults() },
  ...documentInvariants(witness),
  projectionInvariant(witness),
  scopeInvariant(witness),
];

/**
 * `verify`: one JSON line for each invariant, `{"invariant": …, "violations": n}`.
 * @returns the exit code: 1 when anything is violated
 * @throws StartupError without the connection of the owner, who alone sees every row
 */
export async function verify(
  app: INestApplicationContext,
  answer: (line: string) => void,
): Promise<number> {
  const { database } = app.get(AppConfig, { strict: false });
  if (database.ownerUrl === null) {
    throw new StartupError(
      'DATABASE_OWNER_URL is missing: verify compares what people see with what there is',
    );
  }
  const owner = new Pool({ connectionString: database.ownerUrl, max: 2 });
  try {
    let sound = true;
    for (const { name, count } of invariantsOf(witnessOf(app, owner, database.url))) {
      const violations = await count();
      answer(JSON.stringify({ invariant: name, violations }));
      sound &&= violations === 0;
    }
    return sound ? 0 : 1;
  } finally {
    await owner.end();
  }
}

const witnessOf = (app: INestApplicationContext, owner: Pool, appUrl: string): Witness => ({
  owner,
  appUrl,
  database: app.get(Database, { strict: false }),
  obligations: app.get(Obligations, { strict: false }),
  auditChain: app.get(AuditChain, { strict: false }),
  files: app.get(Files, { strict: false }),
  clock: app.get(Clock, { strict: false }),
});
