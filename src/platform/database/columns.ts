import { Temporal } from '@js-temporal/polyfill';
import { Column, type ValueTransformer } from 'typeorm';
import { protectedText } from '../crypto/protected-text';
import { sealableText } from '../crypto/sealed-string';

const instant: ValueTransformer = {
  to: (value: Temporal.Instant | null | undefined) => value?.toString() ?? null,
  from: (value: Date | null) =>
    value ? Temporal.Instant.fromEpochMilliseconds(value.getTime()) : null,
};

/** The case that the row belongs to; row-level security follows it. */
export const CaseId = (): PropertyDecorator => Column('uuid', { name: 'case_id' });

/** A UTC instant. */
export const InstantColumn = (name: string, nullable = false): PropertyDecorator =>
  Column({ type: 'timestamptz', name, nullable, transformer: instant });

/** A civil date `YYYY-MM-DD`. */
export const DayColumn = (name: string, nullable = true): PropertyDecorator =>
  Column('date', { name, nullable });

/** A narrative, address or contact: clear or sealed. */
export const Narrative = (name: string, nullable = true): PropertyDecorator =>
  Column('jsonb', { name, nullable, transformer: protectedText });

/** A name or an authority, as plain text: clear, or sealed with its case. */
export const PlainText = (name: string, nullable = false): PropertyDecorator =>
  Column('text', { name, nullable, transformer: sealableText });

export const RecordedBy = (): PropertyDecorator =>
  Column('uuid', { name: 'recorded_by', nullable: true });

/** When the register learned of it: set by the database at the start of the transaction. */
export const RecordedAt = (): PropertyDecorator =>
  Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false });
