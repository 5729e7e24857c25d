import { Column, Entity, PrimaryColumn } from 'typeorm';
import { protectedText, type ProtectedText } from '../../platform/crypto/protected-text';
import type { AssessmentConclusion } from '../obligations';
import type { AssessmentPolicyContent } from './domain/assessment-policy';
import type {
  Circumstance,
  Condition,
  Health,
  Housing,
  LegalCapacity,
  Support,
} from './domain/assessment-vocabulary';

/** A signed assessment of a person's vulnerability in a case (RC art. 10): never edited. */
@Entity('vulnerability_assessments')
export class VulnerabilityAssessment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('integer') version: number;
  /** The one before it, of the same person in the same case. */
  @Column('uuid', { nullable: true }) supersedes: string | null;
  @Column('timestamptz', { name: 'occurred_at' }) occurredAt: Date;
  @Column('text') conclusion: AssessmentConclusion;
  @Column('text', { array: true }) circumstances: Circumstance[];
  @Column('text', { array: true }) conditions: Condition[];
  @Column('text', { array: true }) factors: string[];
  @Column('numeric', { name: 'monthly_income', precision: 18, scale: 2, nullable: true })
  monthlyIncome: string | null;
  @Column('char', { name: 'income_currency', length: 3, nullable: true })
  incomeCurrency: string | null;
  @Column('integer', { nullable: true }) dependants: number | null;
  @Column('text', { nullable: true }) housing: Housing | null;
  @Column('text', { nullable: true }) support: Support | null;
  @Column('text', { nullable: true }) health: Health | null;
  @Column('text', { name: 'legal_capacity', nullable: true }) legalCapacity: LegalCapacity | null;
  @Column('jsonb', { nullable: true, transformer: protectedText }) note: ProtectedText | null;
  @Column('uuid', { name: 'signed_by', nullable: true }) signedBy: string | null;
  @Column('timestamptz', { name: 'signed_at' }) signedAt: Date;
  /** SHA-256 of the canonical content, hexadecimal. */
  @Column('text', { name: 'content_hash' }) contentHash: string;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}

/** Validity of assessments and weights of priority, by version. */
@Entity('assessment_policies')
export class StoredAssessmentPolicy {
  @PrimaryColumn('integer') version: number;
  @Column('timestamptz', { name: 'effective_from' }) effectiveFrom: Date;
  @Column('jsonb') content: AssessmentPolicyContent;
  @Column('text') reason: string;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}

export const assessmentEntities = [VulnerabilityAssessment, StoredAssessmentPolicy] as const;
