import { Body, Controller, Delete, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent, IfMatch } from '../../../platform/http/decorators';
import { KeptFactResponse, OpenedCaseResponse } from '../../obligations';
import { Assist } from '../acts/assist';
import { AssistAndean } from '../acts/assist-andean';
import { EditAnswers } from '../acts/edit-answers';
import { OpenCase } from '../open-case';
import {
  AndeanAssistanceRequest,
  EditAnswersRequest,
  MarkItemRequest,
  RecordActionRequest,
} from './dto/catalogue.requests';
import { AnswersResponse, CaseVersionResponse } from './dto/catalogue.responses';
import { OpenCaseRequest } from './dto/open-case.request';

/** Cases of families that the catalogue serves, and what the catalogue asks of any case. */
@ApiTags('cases')
@Controller('cases')
export class CatalogueCasesController {
  constructor(
    private readonly opening: OpenCase,
    private readonly answers: EditAnswers,
    private readonly assist: Assist,
    private readonly andean: AssistAndean,
  ) {}

  /** Opens a case of a family without a form of its own, registers who is new, starts the clocks. */
  @Post()
  @Requires('case.register')
  @Idempotent()
  open(@CurrentActor() actor: Actor, @Body() body: OpenCaseRequest): Promise<OpenedCaseResponse> {
    return this.opening.run(actor, body);
  }

  /** Edits the answers to the fields of its type; `If-Match` is the version of the case. */
  @Patch(':id/answers')
  @Requires('case.edit')
  edit(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: EditAnswersRequest,
  ): Promise<AnswersResponse> {
    return this.answers.run(actor, id, version, body.values);
  }

  /** What was done for the person; it may meet duties and steps of the checklist. */
  @Post(':id/actions')
  @Requires('contact.record')
  @Idempotent()
  act(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordActionRequest,
  ): Promise<KeptFactResponse> {
    return this.assist.action(actor, id, body);
  }

  /** That a step of the checklist is done, or is not after all. */
  @Post(':id/checklist-marks')
  @Requires('contact.record')
  @Idempotent()
  mark(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: MarkItemRequest,
  ): Promise<KeptFactResponse> {
    return this.assist.mark(actor, id, body);
  }

  /** Assistance on behalf of another Andean State, once its conditions hold (Decision 548). */
  @Put(':id/andean-assistance')
  @Requires('case.edit')
  assistAndean(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: AndeanAssistanceRequest,
  ): Promise<CaseVersionResponse> {
    const { authorisationReference = null, basis = null } = body;
    return this.andean.record(actor, id, version, { ...body, authorisationReference, basis });
  }

  /** Takes back what was recorded by mistake; the history stays. */
  @Delete(':id/andean-assistance')
  @Requires('case.edit')
  withdrawAndean(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
  ): Promise<CaseVersionResponse> {
    return this.andean.withdraw(actor, id, version);
  }
}
