import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { ZodType } from 'zod';
import type { Actor } from '../../platform/access/actor';
import type { Case } from './case.entity';
import type { Outcome, Tier } from './domain/case-vocabulary';

/** One step of a family's checklist; a required one must be done before the case closes. */
export interface ChecklistItem {
  /** Code with a label `checklist.<code>` in the family's messages. */
  code: string;
  done: boolean;
  required: boolean;
}

/** What a family adds to the case file. It registers itself at start; the core knows none of them. */
export interface CaseFamily {
  readonly family: string;
  /** Types with their tier; a type that is not here cannot be opened. */
  readonly types: Readonly<Record<string, Tier>>;
  /** Schema of the data of each timeline kind that the family writes. */
  readonly timelineKinds: Readonly<Record<string, ZodType>>;
  /** What to do, in order; unmet required items refuse the closing. */
  checklist(caseId: string): Promise<ChecklistItem[]>;
  /** Outcomes with which such a case may close; absent: all. */
  readonly outcomes?: readonly Outcome[];
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

export type CaseChange =
  | 'opened'
  | 'assigned'
  | 'activated'
  | 'held'
  | 'closed'
  | 'dismissed'
  | 'reopened'
  | 'place_changed'
  | 'tier_changed';

/** Told of each change of a case inside the transaction that makes it. */
export interface CaseListener {
  caseChanged(file: Case, change: CaseChange): Promise<void>;
}

/** Where families and other modules attach themselves to the case file, once, at start. */
@Injectable()
export class CaseRegistry {
  private readonly families = new Map<string, CaseFamily>();
  readonly panels: CasePanel[] = [];
  readonly listeners: CaseListener[] = [];
  readonly myDay: MyDaySection[] = [];
  private readonly timelineKinds = new Map<string, ZodType>();

  addFamily(family: CaseFamily): void {
    if (this.families.has(family.family)) throw new Error(`family ${family.family} twice`);
    this.families.set(family.family, family);
    this.addTimelineKinds(family.timelineKinds);
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

  addMyDaySection(section: MyDaySection): void {
    this.myDay.push(section);
  }

  family(name: string): CaseFamily {
    const family = this.families.get(name);
    if (!family) throw new Error(`no module registered the family ${name}`);
    return family;
  }

  /** Validates the data of an entry by the schema of its kind. */
  timelineData(kind: string, data: Record<string, unknown>): Record<string, unknown> {
    const schema = this.timelineKinds.get(kind);
    if (!schema) throw new Error(`no module registered the timeline kind ${kind}`);
    return schema.parse(data) as Record<string, unknown>;
  }
}
