import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { DomainError, notFound } from '../../platform/errors/domain-error';
import type { CrisisType, IncidentState } from './domain/vocabulary';
import { IncidentHints } from './incident-hints';

const READ = `
  SELECT i.id, i.kind, i.slug, i.name_es AS "nameEs", i.name_en AS "nameEn", i.country, i.subdivisions,
         i.started_at AS "startedAt", i.state, i.lessons, i.version,
         ARRAY(SELECT post_id FROM incident_posts o WHERE o.incident_id = i.id ORDER BY post_id) AS "postIds"
    FROM incidents i WHERE i.id = $1`;
const FIND = statement('crisis.incident', READ);
/** Weaker than a lock for deleting: registrations, which point at the incident, never wait for it. */
const LOCK = statement('crisis.lock-incident', `${READ} FOR NO KEY UPDATE OF i`);

export interface IncidentRow {
  id: string;
  kind: CrisisType;
  slug: string;
  nameEs: string;
  nameEn: string;
  country: string;
  subdivisions: string[];
  startedAt: Date;
  state: IncidentState;
  lessons: string | null;
  version: number;
  postIds: string[];
}

export interface IncidentFile {
  incident: IncidentRow;
  now: Temporal.Instant;
}

interface Manner {
  /** Only while the incident is active; 409 INCIDENT_NOT_ACTIVE otherwise. */
  active?: boolean;
  lock?: boolean;
}

/** The way of every write to an incident: one transaction in the actor's reach, audited and hinted at. */
@Injectable()
export class IncidentWork {
  constructor(
    readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly hints: IncidentHints,
  ) {}

  /** 404 when absent or out of reach, which read the same; 403 without `permission`. */
  on<T>(
    actor: Actor,
    incidentId: string,
    permission: string,
    work: (file: IncidentFile) => Promise<T>,
    { active = false, lock = false }: Manner = {},
  ): Promise<T> {
    return this.database.inTransaction(actor, async () => {
      const [incident] = await this.database.query<IncidentRow>(lock ? LOCK : FIND, [incidentId]);
      if (!incident) throw notFound();
      actor.require(permission);
      if (active && incident.state !== 'active') {
        throw new DomainError('INCIDENT_NOT_ACTIVE', { status: 409 });
      }
      return work({ incident, now: this.clock.now() });
    });
  }

  /** Keeps the trace of what was done and tells open boards. `details`: ids, codes and counts. */
  async record(
    { incident }: { incident: Pick<IncidentRow, 'id'> },
    action: string,
    details: Record<string, unknown> = {},
  ): Promise<void> {
    await this.audit.record({
      action,
      subjectType: 'incident',
      subjectId: incident.id,
      details,
    });
    await this.hints.changed(incident.id);
  }
}
