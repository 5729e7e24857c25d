import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { catalogueSchema, dutyKind, type CatalogueContent, type Label } from './domain/content';

const LOAD = statement(
  'catalogue.load',
  `SELECT v.version, v.effective_from, v.content, v.reason, v.recorded_at, s.display_name AS author
     FROM catalogue_versions v LEFT JOIN staff_names s ON s.id = v.created_by
    ORDER BY v.version`,
);
const NEWEST = statement(
  'catalogue.newest',
  'SELECT max(version) AS version FROM catalogue_versions',
);

interface VersionRow {
  version: number;
  effective_from: Date;
  content: unknown;
  reason: string;
  recorded_at: Date;
  author: string | null;
}

/** A version with what is known of its making. */
export interface Catalogue {
  version: number;
  content: CatalogueContent;
  effectiveFrom: Temporal.Instant;
  reason: string;
  author: string | null;
  recordedAt: Temporal.Instant;
}

const instant = (date: Date): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(date.getTime());

/** The version in force at `now`: the one that took effect last. */
export function inForce(versions: readonly Catalogue[], now: Temporal.Instant): Catalogue {
  const effective = versions
    .filter(({ effectiveFrom }) => Temporal.Instant.compare(effectiveFrom, now) <= 0)
    .sort(
      (a, b) => Temporal.Instant.compare(a.effectiveFrom, b.effectiveFrom) || a.version - b.version,
    )
    .at(-1);
  if (!effective) throw new Error('no version of the catalogue is in force');
  return effective;
}

/**
 * The versions of the catalogue, kept in memory: a version never changes, so knowing the newest
 * number is knowing them all. Within the ambient transaction.
 */
@Injectable()
export class Catalogues {
  private kept: readonly Catalogue[] = [];
  private names = new Map<string, Label>();

  constructor(private readonly database: Database) {}

  /** All versions, oldest first. */
  async all(): Promise<readonly Catalogue[]> {
    const [row] = await this.database.query<{ version: number }>(NEWEST);
    return this.upTo(row!.version);
  }

  async current(now: Temporal.Instant): Promise<Catalogue> {
    return inForce(await this.all(), now);
  }

  /** One version, without asking the database when it is known. */
  async at(version: number): Promise<Catalogue> {
    const found = (await this.upTo(version)).find((kept) => kept.version === version);
    if (!found) throw new Error(`the catalogue has no version ${version}`);
    return found;
  }

  /** The name of a duty kind in the newest version that has it; null when none does. */
  async dutyName(kind: string): Promise<Label | null> {
    if (!this.names.has(kind)) await this.all();
    return this.names.get(kind) ?? null;
  }

  /** Every duty kind that some version names, with its newest name. */
  async dutyNames(): Promise<{ kind: string; label: Label }[]> {
    await this.all();
    return [...this.names].map(([kind, label]) => ({ kind, label }));
  }

  private async upTo(version: number): Promise<readonly Catalogue[]> {
    if ((this.kept.at(-1)?.version ?? 0) < version) {
      const rows = await this.database.query<VersionRow>(LOAD);
      this.kept = rows.map((row) => ({
        version: row.version,
        content: catalogueSchema.parse(row.content),
        effectiveFrom: instant(row.effective_from),
        reason: row.reason,
        author: row.author,
        recordedAt: instant(row.recorded_at),
      }));
      this.names = namesIn(this.kept);
    }
    return this.kept;
  }
}

const namesIn = (versions: readonly Catalogue[]): Map<string, Label> =>
  new Map(
    versions.flatMap(({ content }) =>
      content.families.flatMap((family) =>
        family.duties.map((duty) => [dutyKind(family.code, duty.code), duty.label] as const),
      ),
    ),
  );
