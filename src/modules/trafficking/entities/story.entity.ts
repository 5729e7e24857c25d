import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProtectedText } from '../../../platform/crypto/protected-text';
import {
  CaseId,
  DayColumn,
  Narrative,
  RecordedAt,
  RecordedBy,
} from '../../../platform/database/columns';
import type { Sex } from '../../people';
import type {
  BorderDocuments,
  Indicator,
  MeansOfControl,
  PerpetratorPart,
  RecruitedThrough,
  TraffickerRelation,
  TraffickingAct,
  TraffickingPurpose,
  Transport,
} from '../domain/vocabulary';

const key = (table: string) => ({ primaryKeyConstraintName: `${table}_pk` });
const codes = { array: true } as const;
const Replaces = (): PropertyDecorator => Column('uuid', { nullable: true });
const Code = (name: string): PropertyDecorator => Column('text', { name, nullable: true });
const Country = (name: string): PropertyDecorator =>
  Column('char', { name, length: 2, nullable: true });

/** Signs of trafficking that an officer saw or was told of. A mistake is replaced, never edited. */
@Entity('trafficking_findings')
export class TraffickingFinding {
  @PrimaryColumn('uuid', key('trafficking_findings')) id: string;
  @CaseId() caseId: string;
  @Column('text', codes) indicators: Indicator[];
  @Narrative('note') note: ProtectedText | null;
  @Replaces() replaces: string | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** How the person was recruited, held and exploited: many per case. */
@Entity('exploitations')
export class Exploitation {
  @PrimaryColumn('uuid', key('exploitations')) id: string;
  @CaseId() caseId: string;
  @Column('text', codes) acts: TraffickingAct[];
  @Column('text', codes) purposes: TraffickingPurpose[];
  @Column('text', codes) means: MeansOfControl[];
  @Code('recruited_through') recruitedThrough: RecruitedThrough | null;
  @Code('recruiter_relation') recruiterRelation: TraffickerRelation | null;
  @Country('recruited_in') recruitedIn: string | null;
  @Narrative('promise') promise: ProtectedText | null;
  @Country('country') country: string | null;
  @Narrative('place') place: ProtectedText | null;
  @DayColumn('began_on') beganOn: string | null;
  @DayColumn('ended_on') endedOn: string | null;
  @Narrative('conditions') conditions: ProtectedText | null;
  /** Part of the story; it changes no rule. */
  @Column('boolean', { name: 'consent_stated', nullable: true }) consentStated: boolean | null;
  @Replaces() replaces: string | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** One leg of the way on which the person was taken. */
@Entity('transit_legs')
export class TransitLeg {
  @PrimaryColumn('uuid', key('transit_legs')) id: string;
  @CaseId() caseId: string;
  @Country('from_country') fromCountry: string | null;
  @Country('to_country') toCountry: string | null;
  @DayColumn('travelled_on') travelledOn: string | null;
  @Column('text') transport: Transport;
  @Column('text') documents: BorderDocuments;
  @Narrative('note') note: ProtectedText | null;
  @Replaces() replaces: string | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}

/** Somebody who took part in what was done. */
@Entity('perpetrators')
export class Perpetrator {
  @PrimaryColumn('uuid', key('perpetrators')) id: string;
  @CaseId() caseId: string;
  @Column('text') part: PerpetratorPart;
  @Narrative('name') name: ProtectedText | null;
  @Narrative('description') description: ProtectedText | null;
  @Column('smallint') sex: Sex;
  @Country('nationality') nationality: string | null;
  @Column('text') relation: TraffickerRelation;
  /** One of the service's own people. */
  @Column('uuid', { name: 'account_id', nullable: true }) accountId: string | null;
  @Replaces() replaces: string | null;
  @RecordedBy() recordedBy: string | null;
  @RecordedAt() recordedAt: Date;
}
