import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { IncidentHints } from '../incident-hints';

/** What every way in for the public writes with. */
@Injectable()
export class RegistrationTools {
  constructor(
    readonly database: Database,
    readonly audit: Audit,
    readonly clock: Clock,
    readonly hints: IncidentHints,
  ) {}
}
