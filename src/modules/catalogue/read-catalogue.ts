import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { notFound } from '../../platform/errors/domain-error';
import { CaseRegistry } from '../cases';
import { Catalogues, inForce, type Catalogue } from './catalogues';
import type { CatalogueContent, Label } from './domain/content';
import { FAMILIES, type Family } from './domain/families';

export interface CatalogueSummary {
  version: number;
  effectiveFrom: string;
  reason: string;
  author: string | null;
  recordedAt: string;
  /** Whether this version is the one in force now. */
  inForce: boolean;
}

export interface CataloguePage extends CatalogueSummary {
  content: CatalogueContent;
}

/** How a case of a family is opened: by its fields here, by a form of its own, or not yet. */
export type Opening = 'fields' | 'own_form' | 'not_yet';

export interface CurrentCatalogue extends CataloguePage {
  /** For each family. */
  openings: { family: string; opening: Opening }[];
  /** Names of every duty kind that some version has. */
  duties: { kind: string; label: Label }[];
}

const summaryOf = (catalogue: Catalogue, current: Catalogue): CatalogueSummary => ({
  version: catalogue.version,
  effectiveFrom: catalogue.effectiveFrom.toString(),
  reason: catalogue.reason,
  author: catalogue.author,
  recordedAt: catalogue.recordedAt.toString(),
  inForce: catalogue.version === current.version,
});

/** A version as the API gives it. */
export const pageOf = (catalogue: Catalogue, current: Catalogue): CataloguePage => ({
  ...summaryOf(catalogue, current),
  content: catalogue.content,
});

/** What everybody reads of the catalogue: names, fields and rules are no secret of any case. */
@Injectable()
export class ReadCatalogue {
  constructor(
    private readonly database: Database,
    private readonly catalogues: Catalogues,
    private readonly registry: CaseRegistry,
    private readonly clock: Clock,
  ) {}

  /** The version in force. */
  current(actor: Actor): Promise<CurrentCatalogue> {
    return this.database.inTransaction(actor, async () => {
      const current = await this.catalogues.current(this.clock.now());
      const registered = this.registry.registeredTypes();
      return {
        ...pageOf(current, current),
        openings: (Object.keys(FAMILIES) as Family[]).map((family) => ({
          family,
          opening: openingOf(family, registered),
        })),
        duties: await this.catalogues.dutyNames(),
      };
    });
  }

  /** All versions, newest first. */
  list(actor: Actor): Promise<{ items: CatalogueSummary[] }> {
    return this.database.inTransaction(actor, async () => {
      const all = await this.catalogues.all();
      const current = inForce(all, this.clock.now());
      return { items: all.map((version) => summaryOf(version, current)).reverse() };
    });
  }

  /** One version; 404 when there is none of that number. */
  show(actor: Actor, version: number): Promise<CataloguePage> {
    return this.database.inTransaction(actor, async () => {
      const all = await this.catalogues.all();
      const found = all.find((kept) => kept.version === version);
      if (!found) throw notFound();
      return pageOf(found, inForce(all, this.clock.now()));
    });
  }
}

function openingOf(family: Family, registered: Record<string, readonly string[]>): Opening {
  if (FAMILIES[family] === 'catalogue') return 'fields';
  return registered[family] ? 'own_form' : 'not_yet';
}
