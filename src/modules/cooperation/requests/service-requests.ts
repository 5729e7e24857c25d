import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { ProtectedText } from '../../../platform/crypto/protected-text';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { Outbox } from '../../../platform/outbox/outbox';
import { CaseFiles, type Case } from '../../cases';
import { CaseWork, dateOf } from '../case-work';
import {
  assertAskable,
  assertOpenRequest,
  assertOutcome,
  type RequestKind,
  type RequestOutcome,
} from '../domain/service-request';
import { ServiceRequest, ServiceRequestMessage } from '../entities/service-request.entity';
import { TellColleagues, telling } from '../jobs/cooperation.jobs';

const DESK = statement(
  'cooperation.desk',
  'SELECT code FROM headquarters_desks WHERE code = $1 AND NOT retired',
);
const CASE_OF = statement(
  'cooperation.case-of-request',
  'SELECT case_id AS "caseId" FROM service_requests WHERE id = $1',
);

export interface AskInput {
  kind: RequestKind;
  urgent?: boolean;
  /** Code of the desk of headquarters; the one asked, or the one that asks. */
  desk: string;
  text: string;
}

/** What posts and headquarters ask each other about a case, with a clock and a thread for each. */
@Injectable()
export class ServiceRequests {
  constructor(
    private readonly database: Database,
    private readonly work: CaseWork,
    private readonly files: CaseFiles,
    private readonly outbox: Outbox,
  ) {}

  /** From a post it goes to headquarters' desk, from headquarters to the post of the case. */
  ask(actor: Actor, caseId: string, body: AskInput): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'request.ask', async (file) => {
      const direction = isOfPost(actor, file) ? 'to_headquarters' : 'to_post';
      assertAskable(direction, body.kind);
      const [desk] = await this.database.query(DESK, [body.desk]);
      if (!desk) throw invalidField('desk', 'desk_unknown');
      const id = newId();
      await this.database.manager.insert(ServiceRequest, {
        id,
        caseId,
        postId: file.postId,
        direction,
        kind: body.kind,
        urgent: body.urgent ?? false,
        desk: body.desk,
        askedBy: actor.accountId,
        ownerId: actor.accountId,
        askedAt: dateOf(this.work.now()),
        state: 'open',
      });
      await this.say(file, id, 'question', body.text);
      await this.work.trace(caseId, 'request.asked', {
        requestId: id,
        direction,
        requestKind: body.kind,
        urgent: body.urgent ?? false,
        desk: body.desk,
      });
      await this.work.replan(caseId, 'request.asked');
      await this.outbox.append(TellColleagues, telling('request_asked', id));
      return { id };
    });
  }

  /** A further word of either side, while it is open. */
  write(actor: Actor, id: string, text: string): Promise<{ id: string }> {
    return this.onRequest(actor, id, 'request.ask', async (file, request) => {
      assertOpenRequest(request.state);
      return { id: await this.say(file, request.id, 'message', text) };
    });
  }

  /** The other side answers; the clock stops. 403 NOT_YOURS_TO_ANSWER for the side that asked. */
  answer(
    actor: Actor,
    id: string,
    body: { outcome: RequestOutcome; text: string },
  ): Promise<{ id: string; state: string }> {
    return this.onRequest(actor, id, 'request.answer', async (file, request) => {
      assertOpenRequest(request.state);
      const ofPost = isOfPost(actor, file);
      if (ofPost === (request.direction === 'to_headquarters')) {
        throw new DomainError('NOT_YOURS_TO_ANSWER', { status: 403 });
      }
      assertOutcome(request.kind, body.outcome);
      await this.end(request, 'answered', body.outcome);
      await this.say(file, id, 'answer', body.text);
      await this.work.trace(file.id, 'request.answered', {
        requestId: id,
        requestKind: request.kind,
        outcome: body.outcome,
      });
      await this.work.replan(file.id, 'request.answered');
      await this.outbox.append(TellColleagues, telling('request_answered', id));
      return { id, state: 'answered' };
    });
  }

  /** The side that asked takes it back, with the reason. */
  withdraw(actor: Actor, id: string, reason: string): Promise<{ id: string; state: string }> {
    return this.onRequest(actor, id, 'request.ask', async (file, request) => {
      assertOpenRequest(request.state);
      if (isOfPost(actor, file) !== (request.direction === 'to_headquarters')) {
        throw new DomainError('NOT_YOURS_TO_WITHDRAW', { status: 403 });
      }
      await this.end(request, 'withdrawn', null);
      await this.say(file, id, 'withdrawal', reason);
      await this.work.trace(file.id, 'request.withdrawn', {
        requestId: id,
        requestKind: request.kind,
      });
      await this.work.replan(file.id, 'request.withdrawn');
      return { id, state: 'withdrawn' };
    });
  }

  private async onRequest<T>(
    actor: Actor,
    id: string,
    permission: string,
    work: (file: Case, request: ServiceRequest) => Promise<T>,
  ): Promise<T> {
    return this.database.inTransaction(actor, async () => {
      const [found] = await this.database.query<{ caseId: string }>(CASE_OF, [id]);
      if (!found) throw notFound();
      const file = await this.files.lockOpen(found.caseId);
      actor.require(permission, file.postId);
      return work(file, await this.database.manager.findOneByOrFail(ServiceRequest, { id }));
    });
  }

  private async end(
    request: ServiceRequest,
    state: 'answered' | 'withdrawn',
    outcome: RequestOutcome | null,
  ): Promise<void> {
    await this.database.manager.update(ServiceRequest, request.id, {
      state,
      outcome,
      endedBy: this.database.actor.accountId,
      endedAt: dateOf(this.work.now()),
      version: request.version + 1,
    });
  }

  private async say(
    file: Case,
    requestId: string,
    kind: ServiceRequestMessage['kind'],
    text: string,
  ): Promise<string> {
    const id = newId();
    await this.database.manager.insert(ServiceRequestMessage, {
      id,
      caseId: file.id,
      requestId,
      kind,
      authorId: this.database.actor.accountId,
      at: dateOf(this.work.now()),
      text: ProtectedText.clear(text),
    });
    return id;
  }
}

/** Whoever serves at the post speaks for it; everyone else who reaches the case is headquarters. */
const isOfPost = (actor: Actor, file: Case): boolean =>
  actor.grants.some((grant) => grant.postId === file.postId);
