import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { Conditions } from '../acts/conditions';
import { Consultations } from '../acts/consultations';
import { Debts } from '../acts/debts';
import { Steps } from '../acts/steps';
import { OpenRepatriation } from '../open-repatriation';
import { RepatriationPanel } from '../repatriation-panel';
import {
  RecordUndertakingRequest,
  TellConditionsRequest,
  WaiveUndertakingRequest,
} from './dto/condition.requests';
import {
  AnswerConsultationRequest,
  AskConsultationRequest,
  ReportReturnRequest,
} from './dto/consultation.requests';
import { ReceiveInstalmentRequest, WaiveDebtRequest } from './dto/debt.requests';
import { OpenRepatriationRequest } from './dto/open-repatriation.request';
import { MovePreviewResponse, ReturnFactKeptResponse } from './dto/plan.responses';
import { OpenedRepatriationResponse, RepatriationResponse } from './dto/repatriation.responses';
import {
  AssignStepRequest,
  ChangeStepRequest,
  GiveUpPlanRequest,
  MoveStepRequest,
} from './dto/step.requests';

/** Cases of repatriation: opened, judged, consulted, planned (rules §6). */
@ApiTags('repatriation-cases')
@Controller('repatriation-cases')
export class RepatriationCasesController {
  constructor(
    private readonly opening: OpenRepatriation,
    private readonly panel: RepatriationPanel,
    private readonly conditions: Conditions,
    private readonly consultations: Consultations,
    private readonly steps: Steps,
    private readonly debts: Debts,
  ) {}

  /** Opens the case with the plan of its type; sealed for a victim. */
  @Post()
  @Requires('case.register')
  @Idempotent()
  open(
    @CurrentActor() actor: Actor,
    @Body() body: OpenRepatriationRequest,
  ): Promise<OpenedRepatriationResponse> {
    return this.opening.run(actor, body);
  }

  /** The family’s part of one case, in the reader’s scope. */
  @Get(':id')
  @Requires('case.read')
  show(@CurrentActor() actor: Actor, @Id() id: string): Promise<RepatriationResponse> {
    return this.panel.show(actor, id) as Promise<unknown> as Promise<RepatriationResponse>;
  }

  /** Their will, their children’s births, the order to leave. */
  @Post(':id/conditions')
  @Requires('case.edit')
  @Idempotent()
  tell(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: TellConditionsRequest,
  ): Promise<ReturnFactKeptResponse> {
    return this.conditions.tell(actor, id, body);
  }

  /** The sworn undertaking to repay, or that it is declined. */
  @Post(':id/undertakings')
  @Requires('case.edit')
  @Idempotent()
  undertake(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordUndertakingRequest,
  ): Promise<ReturnFactKeptResponse> {
    return this.conditions.undertake(actor, id, body);
  }

  /** Headquarters waives the reimbursement wholly or in part, with why. */
  @Post(':id/waivers')
  @Requires('repatriation.decide')
  @Idempotent()
  waive(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: WaiveUndertakingRequest,
  ): Promise<ReturnFactKeptResponse> {
    return this.conditions.waive(actor, id, body);
  }

  /** Asked before any spending, for what the State is to pay in all. */
  @Post(':id/consultations')
  @Requires('case.edit')
  @Idempotent()
  ask(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: AskConsultationRequest,
  ): Promise<ReturnFactKeptResponse> {
    return this.consultations.ask(actor, id, body);
  }

  /** Headquarters authorises or refuses; 409 when conditions are lacking. */
  @Post(':id/consultations/:consultation/answer')
  @Requires('repatriation.decide')
  @Idempotent()
  answer(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('consultation') consultation: string,
    @Body() body: AnswerConsultationRequest,
  ): Promise<ReturnFactKeptResponse> {
    return this.consultations.answer(actor, id, consultation, body);
  }

  /** A return that costs the State nothing is only reported. */
  @Post(':id/reports')
  @Requires('case.edit')
  @Idempotent()
  report(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ReportReturnRequest,
  ): Promise<ReturnFactKeptResponse> {
    return this.consultations.report(actor, id, body);
  }

  /** Begins or ends a step, or says why it is not needed. */
  @Post(':id/steps/:step/state')
  @Requires('case.edit')
  @Idempotent()
  changeStep(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('step') step: string,
    @Body() body: ChangeStepRequest,
  ): Promise<ReturnFactKeptResponse> {
    return this.steps.change(actor, id, step, body);
  }

  /** What moving the step would do to every other; nothing is kept. */
  @Post(':id/steps/:step/move-preview')
  @Requires('case.edit')
  @Idempotent()
  previewMove(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('step') step: string,
    @Body() body: MoveStepRequest,
  ): Promise<MovePreviewResponse> {
    return this.steps.preview(actor, id, step, body);
  }

  @Post(':id/steps/:step/move')
  @Requires('case.edit')
  @Idempotent()
  moveStep(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('step') step: string,
    @Body() body: MoveStepRequest,
  ): Promise<ReturnFactKeptResponse> {
    return this.steps.move(actor, id, step, body);
  }

  /** Somebody answers for the step. */
  @Post(':id/steps/:step/owner')
  @Requires('case.edit')
  @Idempotent()
  assignStep(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('step') step: string,
    @Body() body: AssignStepRequest,
  ): Promise<ReturnFactKeptResponse> {
    return this.steps.assign(actor, id, step, body);
  }

  /** There will be no return: every open step is not needed. */
  @Post(':id/giving-up')
  @Requires('case.edit')
  @Idempotent()
  giveUp(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: GiveUpPlanRequest,
  ): Promise<ReturnFactKeptResponse> {
    return this.steps.giveUp(actor, id, body);
  }

  /** An instalment of what is to be repaid; also after the case was closed. */
  @Post(':id/instalments')
  @Requires('case.edit')
  @Idempotent()
  receive(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ReceiveInstalmentRequest,
  ): Promise<ReturnFactKeptResponse> {
    return this.debts.receive(actor, id, body);
  }

  /** Headquarters waives what is outstanding or a part of it, with why. */
  @Post(':id/debt-waivers')
  @Requires('repatriation.decide')
  @Idempotent()
  waiveDebt(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: WaiveDebtRequest,
  ): Promise<ReturnFactKeptResponse> {
    return this.debts.waive(actor, id, body);
  }
}
