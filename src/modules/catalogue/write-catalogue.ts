import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { DomainError } from '../../platform/errors/domain-error';
import { CaseRegistry, OUTCOMES } from '../cases';
import { Obligations } from '../obligations';
import { Catalogues, inForce, type Catalogue } from './catalogues';
import { pageOf, type CataloguePage } from './read-catalogue';
import { contentFaults, type ContentFault } from './domain/check-content';
import { breaches, changesBetween, type CatalogueChange } from './domain/compare';
import { catalogueSchema, type CatalogueContent } from './domain/content';

/** Versions are written one after the other: the next number is the last plus one. */
const ONE_AT_A_TIME = statement(
  'catalogue.one-at-a-time',
  `SELECT pg_advisory_xact_lock(hashtextextended('catalogue-versions', 0))`,
);
const INSERT = statement(
  'catalogue.insert',
  `INSERT INTO catalogue_versions (version, effective_from, content, reason, created_by)
   SELECT max(version) + 1, $1, $2, $3, app.account() FROM catalogue_versions RETURNING version`,
);
const OPEN_CASES = statement(
  'catalogue.open-cases',
  'SELECT family, type, version, cases FROM app.open_cases_by_catalogue()',
);

interface OpenCases {
  family: string;
  type: string;
  version: number;
  cases: number;
}

export interface ChangeWithCases extends CatalogueChange {
  /** Open cases that the part concerns; they keep the version under which they were opened. */
  openCases: number;
}

export interface CataloguePreview {
  /** What refuses the publication, by path; empty: it may be published. */
  faults: ContentFault[];
  changes: ChangeWithCases[];
  /** All open cases that rest on an earlier version, and go on by it. */
  openCases: number;
}

/** How headquarters tries and publishes a version of the catalogue. */
@Injectable()
export class WriteCatalogue {
  constructor(
    private readonly database: Database,
    private readonly catalogues: Catalogues,
    private readonly registry: CaseRegistry,
    private readonly obligations: Obligations,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** What publishing `content` would refuse and change; changes nothing. */
  preview(actor: Actor, body: { content: unknown }): Promise<CataloguePreview> {
    return this.database.inTransaction(actor, async () => {
      actor.require('catalogue.edit');
      const all = await this.catalogues.all();
      const { content, faults } = this.check(body.content, all);
      if (!content) return { faults, changes: [], openCases: 0 };
      const open = await this.database.query<OpenCases>(OPEN_CASES);
      const changes = changesBetween(inForce(all, this.clock.now()).content, content);
      return {
        faults,
        changes: changes.map((change) => ({ ...change, openCases: concerned(change, open) })),
        openCases: open.reduce((sum, { cases }) => sum + cases, 0),
      };
    });
  }

  /**
   * A new version from an instant that is not in the past, whole or not at all. Cases opened before
   * keep theirs. 422 CATALOGUE_FAULTY names each fault; 422 CATALOGUE_BREAKS_CASES what it would take
   * from under cases that exist; 422 CATALOGUE_IN_THE_PAST; 409 CATALOGUE_CHANGED_MEANWHILE when
   * somebody published since version `basedOn`.
   */
  publish(
    actor: Actor,
    body: { effectiveFrom: string; content: unknown; reason: string; basedOn: number },
  ): Promise<CataloguePage> {
    const now = this.clock.now();
    const from = Temporal.Instant.from(body.effectiveFrom);
    if (Temporal.Instant.compare(from, now) < 0) {
      throw new DomainError('CATALOGUE_IN_THE_PAST', {
        errors: [{ path: 'effectiveFrom', code: 'CATALOGUE_IN_THE_PAST' }],
      });
    }
    return this.database.inTransaction(actor, async () => {
      actor.require('catalogue.edit');
      await this.database.query(ONE_AT_A_TIME);
      const all = await this.catalogues.all();
      if (all.at(-1)!.version !== body.basedOn)
        throw new DomainError('CATALOGUE_CHANGED_MEANWHILE', { status: 409 });
      const content = this.publishable(body.content, all);
      const [row] = await this.database.query<{ version: number }>(INSERT, [
        from.toString(),
        JSON.stringify(content),
        body.reason.normalize('NFC'),
      ]);
      const { version } = row!;
      await this.audit.record({
        action: 'catalogue.published',
        subjectType: 'catalogue_version',
        subjectId: null,
        after: content,
        details: { version, effectiveFrom: from.toString() },
      });
      const published: Catalogue = {
        version,
        content,
        effectiveFrom: from,
        reason: body.reason.normalize('NFC'),
        author: null,
        recordedAt: now,
      };
      return pageOf(published, inForce([...all, published], now));
    });
  }

  private publishable(given: unknown, all: readonly Catalogue[]): CatalogueContent {
    const { content, faults, broken } = this.check(given, all);
    const errors = prefixed(faults);
    if (broken.length > 0) throw new DomainError('CATALOGUE_BREAKS_CASES', { errors });
    if (!content || errors.length > 0) throw new DomainError('CATALOGUE_FAULTY', { errors });
    return content;
  }

  private check(
    given: unknown,
    all: readonly Catalogue[],
  ): { content: CatalogueContent | null; faults: ContentFault[]; broken: ContentFault[] } {
    const parsed = catalogueSchema.safeParse(given);
    if (!parsed.success) {
      const faults = parsed.error.issues.map(({ path, code }) => ({ path: path.join('.'), code }));
      return { content: null, faults, broken: [] };
    }
    const faults = contentFaults(parsed.data, {
      moduleTypes: Object.fromEntries(
        Object.entries(this.registry.registeredTypes()).filter(([, types]) => types.length > 0),
      ),
      outcomes: OUTCOMES,
      dutyKinds: this.obligations.kindsOfCode(),
    });
    const broken = breaches(
      all.map(({ content }) => content),
      parsed.data,
    );
    return { content: parsed.data, faults: [...faults, ...broken], broken };
  }
}

const prefixed = (faults: readonly ContentFault[]) =>
  faults.map(({ path, code }) => ({ path: `content.${path}`, code }));

/** Open cases of the part's type, of its family, or of all families for an action. */
const concerned = ({ part, family, code }: CatalogueChange, open: readonly OpenCases[]): number =>
  open
    .filter((row) => family === null || row.family === family)
    .filter((row) => part !== 'type' || row.type === code)
    .reduce((sum, { cases }) => sum + cases, 0);
