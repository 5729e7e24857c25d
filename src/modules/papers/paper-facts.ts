import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import { CASE_GROUPS, COMMON_GROUPS, POST_GROUPS } from './domain/base-variables';
import { PAPER_RULES, type PaperKind } from './domain/paper-kinds';
import {
  schemaOf,
  type GroupData,
  type PaperData,
  type Schema,
  type VariableGroup,
} from './domain/variables';

/** Where and when a paper is written: instants are told in the post's zone. */
export interface PaperPlace {
  zone: string;
  now: Temporal.Instant;
}

/**
 * Facts that a family of cases lends to papers. It declares their names once and loads their values
 * in the reader's scope; what the reader may not see is absent.
 */
export interface PaperFactsSource {
  /** The family whose cases have these facts. */
  readonly family: string;
  readonly groups: readonly VariableGroup[];
  load(caseId: string, place: PaperPlace): Promise<Record<string, GroupData>>;
}

/** Where families declare what templates may say about their cases; once, at start. */
@Injectable()
export class PaperFacts {
  private readonly sources: PaperFactsSource[] = [];

  add(source: PaperFactsSource): void {
    const taken = new Set(
      [
        ...COMMON_GROUPS,
        ...CASE_GROUPS,
        ...POST_GROUPS,
        ...this.sources.flatMap((s) => s.groups),
      ].map((group) => group.name),
    );
    const twice = source.groups.find((group) => taken.has(group.name));
    if (twice) throw new Error(`paper facts ${twice.name} declared twice`);
    this.sources.push(source);
  }

  /** Every group that a template of `kind` may name. */
  groupsOf(kind: PaperKind): VariableGroup[] {
    return PAPER_RULES[kind].scope === 'post'
      ? [...COMMON_GROUPS, ...POST_GROUPS]
      : [...COMMON_GROUPS, ...CASE_GROUPS, ...this.sources.flatMap((source) => source.groups)];
  }

  schemaOf(kind: PaperKind): Schema {
    return schemaOf(this.groupsOf(kind));
  }

  /** What the case's own family knows; nothing for a family that declares no facts. */
  async ofFamily(family: string, caseId: string, place: PaperPlace): Promise<PaperData> {
    const known = this.sources.filter((source) => source.family === family);
    const loaded = await Promise.all(known.map((source) => source.load(caseId, place)));
    return Object.assign({}, ...loaded) as PaperData;
  }
}
