import { Column, Entity, PrimaryColumn, type ValueTransformer } from 'typeorm';
import type { PostKind, PostState } from '../domain/post-kind';

const degrees: ValueTransformer = { to: (value: number) => value, from: Number };

/** An office of the network: a consulate of any kind, headquarters, or an office within Peru. */
@Entity('posts')
export class Post {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'posts_pk' }) id: string;
  /** What people call it by and what its case numbers start with, e.g. `MAD`. */
  @Column('text') code: string;
  @Column('text') kind: PostKind;
  @Column('text', { name: 'name_es' }) name: string;
  @Column('text') city: string;
  /** ISO 3166-1 alpha-2. */
  @Column('char', { length: 2 }) country: string;
  /** ISO 3166-2 of the seat, when known: it adds regional holidays to the calendar. */
  @Column('text', { nullable: true }) subdivision: string | null;
  /** The career post that supervises an honorary one (RC arts. 55, 57). */
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId: string | null;
  /** IANA. */
  @Column('text', { name: 'time_zone' }) timeZone: string;
  @Column('numeric', { precision: 8, scale: 5, transformer: degrees }) latitude: number;
  @Column('numeric', { precision: 8, scale: 5, transformer: degrees }) longitude: number;
  /** ISO 4217. */
  @Column('char', { length: 3 }) currency: string;
  /** ISO 639. */
  @Column('text', { array: true }) languages: string[];
  @Column('text', { default: 'open' }) state: PostState;
  @Column('text') source: string;
  /** Names the current business calendar; taken from a sequence, so never used twice. */
  @Column({ type: 'integer', name: 'calendar_version', insert: false, update: false })
  calendarVersion: number;
  @Column('integer', { default: 1 }) version: number;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}
