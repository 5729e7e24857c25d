import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { KeptFactResponse } from '../../obligations';
import { Expulsions } from '../acts/expulsions';
import { Mistreatment } from '../acts/mistreatment';
import { NotesVerbales } from '../acts/notes-verbales';
import { AcknowledgementResponse, NumberedResponse } from './dto/detention.response';
import {
  AssessMistreatmentRequest,
  ExplainSilenceRequest,
  NotifyExpulsionRequest,
  RecordReplyRequest,
  ReportMistreatmentRequest,
  ReviewExpulsionRequest,
  SendNoteVerbaleRequest,
} from './dto/protection.request';

/** Notes verbales, alleged mistreatment, expulsions. */
@ApiTags('detentions')
@Controller('detentions/:id')
export class DetentionProtectionController {
  constructor(
    private readonly notes: NotesVerbales,
    private readonly mistreatment: Mistreatment,
    private readonly expulsions: Expulsions,
  ) {}

  @Post('notes-verbales')
  @Requires('contact.record')
  @Idempotent()
  sendNote(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: SendNoteVerbaleRequest,
  ): Promise<NumberedResponse> {
    return this.notes.send(actor, id, body);
  }

  @Post('notes-verbales/:note/replies')
  @Requires('contact.record')
  @Idempotent()
  recordReply(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('note') note: string,
    @Body() body: RecordReplyRequest,
  ): Promise<KeptFactResponse> {
    return this.notes.reply(actor, id, note, body);
  }

  /** Why no reply is expected any more. */
  @Post('notes-verbales/:note/explanation')
  @Requires('case.edit')
  @Idempotent()
  explainSilence(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('note') note: string,
    @Body() body: ExplainSilenceRequest,
  ): Promise<KeptFactResponse> {
    return this.notes.explain(actor, id, note, body);
  }

  /** Whoever works the case reports; the file's restricted part keeps it. */
  @Post('mistreatment-allegations')
  @Requires('case.read')
  @Idempotent()
  reportMistreatment(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ReportMistreatmentRequest,
  ): Promise<KeptFactResponse> {
    return this.mistreatment.report(actor, id, body);
  }

  /** The head of post for the consul, the desks of headquarters for headquarters. */
  @Post('mistreatment-allegations/:allegation/acknowledgements')
  @Requires('case.read')
  @HttpCode(200)
  acknowledgeMistreatment(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('allegation') allegation: string,
  ): Promise<AcknowledgementResponse> {
    return this.mistreatment.acknowledge(actor, id, allegation);
  }

  @Post('mistreatment-allegations/:allegation/assessment')
  @Requires('case.edit')
  @Idempotent()
  assessMistreatment(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('allegation') allegation: string,
    @Body() body: AssessMistreatmentRequest,
  ): Promise<KeptFactResponse> {
    return this.mistreatment.assess(actor, id, allegation, body);
  }

  @Post('expulsions')
  @Requires('case.edit')
  @Idempotent()
  notifyExpulsion(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: NotifyExpulsionRequest,
  ): Promise<KeptFactResponse> {
    return this.expulsions.notify(actor, id, body);
  }

  @Post('expulsions/:expulsion/reviews')
  @Requires('case.edit')
  @Idempotent()
  reviewExpulsion(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('expulsion') expulsion: string,
    @Body() body: ReviewExpulsionRequest,
  ): Promise<KeptFactResponse> {
    return this.expulsions.review(actor, id, expulsion, body);
  }
}
