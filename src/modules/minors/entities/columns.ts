import { Column } from 'typeorm';

/** The key of a table, by the name the migrations give it. */
export const key = (table: string) => ({ primaryKeyConstraintName: `${table}_pk` });

export const PersonId = (nullable = false): PropertyDecorator =>
  Column('uuid', { name: 'person_id', nullable });

/** A file of the case that shows it. */
export const DocumentId = (): PropertyDecorator =>
  Column('uuid', { name: 'document_id', nullable: true });

/** ISO 3166-1 alpha-2. */
export const CountryColumn = (name: string, nullable = false): PropertyDecorator =>
  Column('char', { name, length: 2, nullable });
