import { Column, Entity, PrimaryColumn } from 'typeorm';
import { protectedText, type ProtectedText } from '../../../platform/crypto/protected-text';
import type {
  RequestDirection,
  RequestKind,
  RequestOutcome,
  RequestState,
} from '../domain/service-request';

/** What a post asks headquarters about a case, or headquarters a post; it runs a clock of its own. */
@Entity('service_requests')
export class ServiceRequest {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  /** The post when it was asked; the duty to answer follows the case. */
  @Column('uuid', { name: 'post_id' }) postId: string;
  @Column('text') direction: RequestDirection;
  @Column('text') kind: RequestKind;
  @Column('boolean') urgent: boolean;
  /** Desk of headquarters that asks or answers. */
  @Column('text') desk: string;
  @Column('uuid', { name: 'asked_by', nullable: true }) askedBy: string | null;
  /** Who follows it on the asking side. */
  @Column('uuid', { name: 'owner_id', nullable: true }) ownerId: string | null;
  @Column('timestamptz', { name: 'asked_at' }) askedAt: Date;
  @Column('text', { default: 'open' }) state: RequestState;
  @Column('text', { nullable: true }) outcome: RequestOutcome | null;
  @Column('uuid', { name: 'ended_by', nullable: true }) endedBy: string | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}

/** One entry of a request's thread. */
@Entity('service_request_messages')
export class ServiceRequestMessage {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('uuid', { name: 'request_id' }) requestId: string;
  @Column('text') kind: 'question' | 'message' | 'answer' | 'withdrawal';
  @Column('uuid', { name: 'author_id', nullable: true }) authorId: string | null;
  @Column('timestamptz') at: Date;
  @Column('jsonb', { transformer: protectedText }) text: ProtectedText;
  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}
