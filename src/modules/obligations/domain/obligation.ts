import type { Temporal } from '@js-temporal/polyfill';
import type { PlannedReminder } from './escalation-ladder';
import type { Duty, DutyState } from './duty';

export const BREACH_REASONS = ['access_denied', 'staff', 'travel', 'distance', 'other'] as const;
/** Why a duty was not done in time (rules §3). */
export type BreachReason = (typeof BREACH_REASONS)[number];

export const REMINDER_STATES = ['planned', 'queued', 'sent', 'void'] as const;
export type ReminderState = (typeof REMINDER_STATES)[number];

/** A reminder as the register has it. */
export interface StoredReminder extends PlannedReminder {
  id: string;
  /** The due instant of the obligation it was planned for. */
  due: Temporal.Instant;
  state: ReminderState;
}

/** An obligation as the register has it. */
export interface StoredObligation {
  id: string;
  kind: string;
  anchor: string;
  postId: string;
  tier: 'standard' | 'restricted';
  startsAt: Temporal.Instant;
  due: Temporal.Instant;
  state: DutyState;
  metAt: Temporal.Instant | null;
  metBy: string | null;
  why: string | null;
  breachedAt: Temporal.Instant | null;
  acknowledged: boolean;
  /** Until when its officer's reminders are put off; null when they are not, or no longer. */
  snoozedUntil: Temporal.Instant | null;
  reminders: readonly StoredReminder[];
}

/** What an obligation becomes. */
export interface ObligationState {
  postId: string;
  startsAt: Temporal.Instant;
  due: Temporal.Instant;
  state: DutyState;
  metAt: Temporal.Instant | null;
  metBy: string | null;
  why: string | null;
  breachedAt: Temporal.Instant | null;
}

/** A change worth telling: the due instant moved, or the state turned. */
export interface ObligationChange {
  why: string;
  oldDue: Temporal.Instant;
  newDue: Temporal.Instant;
  oldState: DutyState;
  newState: DutyState;
}

export interface InsertedObligation {
  duty: Duty;
  breachedAt: Temporal.Instant | null;
  reminders: readonly PlannedReminder[];
}

export interface ChangedObligation {
  stored: StoredObligation;
  next: ObligationState;
  change: ObligationChange | null;
}

/** What brings the register in line with the facts; empty when it already is. */
export interface Reconciliation {
  inserted: InsertedObligation[];
  changed: ChangedObligation[];
  /** Reminders to add (or revive, when the same rung was voided unsent) for stored obligations. */
  planned: { stored: StoredObligation; due: Temporal.Instant; reminder: PlannedReminder }[];
  /** Reminders whose hour moved while the due instant stayed. */
  moved: { id: string; sendAt: Temporal.Instant }[];
  /** Ids of reminders that lost their reason. */
  voided: string[];
  /** The obligations that are open afterwards, soonest first. */
  open: OpenObligation[];
}

export interface OpenObligation {
  kind: string;
  tier: 'standard' | 'restricted';
  due: Temporal.Instant;
}

/** Nothing to write, apart from the case's own projection. */
export const isQuiet = (r: Reconciliation): boolean =>
  r.inserted.length + r.changed.length + r.planned.length + r.moved.length + r.voided.length === 0;
