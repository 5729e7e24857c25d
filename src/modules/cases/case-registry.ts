import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { ZodType } from 'zod';
import type { Actor } from '../../platform/access/actor';
import type { Sealed } from '../../platform/database/data-keys';
import type { Case } from './case.entity';
import type { Outcome, Tier } from './domain/case-vocabulary';

/** One step of a family's checklist; a required one must be done before the case closes. */
export interface ChecklistItem {
  /** Code with a label `checklist.<code>` in the family's messages, unless it brings its own. */
  code: string;
  done: boolean;
  required: boolean;
  label?: { es: string; en: string };
  /** Whether an officer marks it done; else other facts show it. */
  markable?: boolean;
}

/**
 * The vocabulary of families and types as versioned data. A case keeps the version under which it
 * was opened: its type's tier, its outcomes and its checklist are those of that version.
 */
export interface CaseVocabulary {
  /**
   * The tier of a type in the version in force at `now` (or in `version`), and that version's number;
   * null when no case of the type may be opened under it.
   */
  typeFor(
    family: string,
    type: string,
    now: Temporal.Instant,
    version?: number,
  ): Promise<{ tier: Tier; version: number } | null>;
  /** Outcomes with which the case may close; null: all. */
  outcomesOf(file: Case): Promise<readonly string[] | null>;
  /** Steps of the case that the vocabulary adds to those of its family's own code. */
  checklist(caseId: string): Promise<ChecklistItem[]>;
}

/** What a family adds to the case file. It registers itself at start; the core knows none of them. */
export interface CaseFamily {
  readonly family: string;
  /** Types that its code knows, with the tier each has where no vocabulary says otherwise. */
  readonly types: Readonly<Record<string, Tier>>;
  /** Schema of the data of each timeline kind that the family writes. */
  readonly timelineKinds: Readonly<Record<string, ZodType>>;
  /** What to do, in order; unmet required items refuse the closing. */
  checklist(caseId: string): Promise<ChecklistItem[]>;
  /** Outcomes with which such a case may close; absent: all. */
  readonly outcomes?: readonly Outcome[];
  /** Those that tell of a restricted part: shown only to whoever sees restricted parts. */
  readonly restrictedOutcomes?: readonly Outcome[];
}

/** Keeps something of sealed cases and persons that is no text in a row: files. */
export interface CaseSealer {
  /** It was sealed or unsealed in this transaction; what is written now is written its way. */
  reseal(subject: Sealed): Promise<void>;
}

/** Part of the case page under its own name, loaded in the reader's scope and transaction. */
export interface CasePanel {
  readonly name: string;
  /** The family it belongs to; absent: every case has it. */
  readonly family?: string;
  load(file: { id: string; family: string }): Promise<unknown>;
}

/** Part of *My day*. `zone` is that of the reader's post. */
export interface MyDaySection {
  readonly name: string;
  load(actor: Actor, now: Temporal.Instant, zone: string): Promise<readonly unknown[]>;
}

/** Something about a case that is about to leave the service towards somebody. */
export interface WayOut {
  caseId: string;
  /** Kind of recipient (`family`, `press`, …) where the way knows it, else who it is. */
  to: { kind: string } | { personId: string };
  /** Whether a person of the service speaks with them: face to face, by telephone or by video. */
  spoken: boolean;
}

/** Refuses what must not leave yet, in the ambient transaction. */
export interface WayOutGuard {
  /** @throws DomainError 422 that says what to do first */
  assertMayLeave(way: WayOut): Promise<void>;
}

export type CaseChange =
  | 'opened'
  | 'assigned'
  | 'activated'
  | 'held'
  | 'closed'
  | 'dismissed'
  | 'reopened'
  | 'closing_undone'
  | 'woken'
  | 'place_changed'
  | 'tier_changed'
  | 'transferred'
  | 'contact_attempted';

/** Told of what happens to a case inside the transaction that makes it happen. */
export interface CaseListener {
  caseChanged?(file: Case, change: CaseChange): Promise<void>;
  /** Told of each note that names colleagues. */
  noteAdded?(file: Case, note: AddedNote): Promise<void>;
  /** Told of each admission to the circle; `from` when it begins later. */
  memberAdmitted?(memberId: string, from: Temporal.Instant | null): Promise<void>;
}

/** A note that names colleagues (`mentions`: account ids, not yet checked). */
export interface AddedNote {
  entryId: string;
  mentions: readonly string[];
}

/** Where families and other modules attach themselves to the case file, once, at start. */
@Injectable()
export class CaseRegistry {
  private readonly families = new Map<string, CaseFamily>();
  readonly panels: CasePanel[] = [];
  readonly listeners: CaseListener[] = [];
  readonly sealers: CaseSealer[] = [];
  readonly guards: WayOutGuard[] = [];
  readonly myDay: MyDaySection[] = [];
  private readonly timelineKinds = new Map<string, ZodType>();
  private vocabulary: CaseVocabulary | null = null;

  /** Without one, families and tiers are those of the code alone. */
  useVocabulary(vocabulary: CaseVocabulary): void {
    if (this.vocabulary) throw new Error('two vocabularies of cases');
    this.vocabulary = vocabulary;
  }

  addFamily(family: CaseFamily): void {
    if (this.families.has(family.family)) throw new Error(`family ${family.family} twice`);
    this.families.set(family.family, family);
    this.addTimelineKinds(family.timelineKinds);
  }

  /** Families some of whose cases are sealed from their opening. */
  sealedFamilies(): string[] {
    return [...this.families.values()]
      .filter(({ types }) => Object.values(types).includes('sealed'))
      .map(({ family }) => family)
      .sort();
  }

  addTimelineKinds(kinds: Readonly<Record<string, ZodType>>): void {
    for (const [kind, schema] of Object.entries(kinds)) {
      if (this.timelineKinds.has(kind)) throw new Error(`timeline kind ${kind} twice`);
      this.timelineKinds.set(kind, schema);
    }
  }

  addPanel(panel: CasePanel): void {
    this.panels.push(panel);
  }

  addListener(listener: CaseListener): void {
    this.listeners.push(listener);
  }

  /** For a family that has something to do before its cases are spoken or written of. */
  addWayOutGuard(guard: WayOutGuard): void {
    this.guards.push(guard);
  }

  addMyDaySection(section: MyDaySection): void {
    this.myDay.push(section);
  }

  family(name: string): CaseFamily {
    const family = this.families.get(name);
    if (!family) throw new Error(`no module registered the family ${name}`);
    return family;
  }

  /** Families whose module is there, with the types that it knows. */
  registeredTypes(): Record<string, readonly string[]> {
    return Object.fromEntries(
      [...this.families.values()].map(({ family, types }) => [family, Object.keys(types)]),
    );
  }

  /** See `CaseVocabulary.typeFor`. */
  async typeFor(
    family: string,
    type: string,
    now: Temporal.Instant,
    version?: number,
  ): Promise<{ tier: Tier; version: number } | null> {
    if (this.vocabulary) return this.vocabulary.typeFor(family, type, now, version);
    const tier = this.family(family).types[type];
    return tier ? { tier, version: 1 } : null;
  }

  async outcomesOf(file: Case): Promise<readonly string[] | null> {
    const own = this.family(file.family).outcomes ?? null;
    return (await this.vocabulary?.outcomesOf(file)) ?? own;
  }

  /** Whether an outcome tells of a restricted part of such a case. */
  isRestricted(family: string, outcome: string | null): boolean {
    const restricted: readonly string[] = this.family(family).restrictedOutcomes ?? [];
    return outcome !== null && restricted.includes(outcome);
  }

  /** What the family's code asks, then what the vocabulary adds. */
  async checklist(family: string, caseId: string): Promise<ChecklistItem[]> {
    const [own, added] = await Promise.all([
      this.family(family).checklist(caseId),
      this.vocabulary?.checklist(caseId) ?? [],
    ]);
    return [...own, ...added];
  }

  /** Validates the data of an entry by the schema of its kind. */
  timelineData(kind: string, data: Record<string, unknown>): Record<string, unknown> {
    const schema = this.timelineKinds.get(kind);
    if (!schema) throw new Error(`no module registered the timeline kind ${kind}`);
    return schema.parse(data) as Record<string, unknown>;
  }
}
