import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent, IfMatch } from '../../../platform/http/decorators';
import { KeptFactResponse, OpenedCaseResponse, type OpenedCase } from '../../obligations';
import { ChangeStage } from '../acts/change-stage';
import { EditDetention } from '../acts/edit-detention';
import { MovePerson } from '../acts/move-person';
import { RecordContact } from '../acts/record-contact';
import { NotifyFamily } from '../acts/notify-family';
import { RecordWish } from '../acts/record-wish';
import type { DetentionView } from '../detention-panel';
import { LogDetention } from '../log-detention';
import { ReadDetention } from '../read-detention';
import { NotifyFamilyRequest, RecordContactRequest } from './dto/contact.request';
import {
  ChangeStageRequest,
  MovePersonRequest,
  RecordWishRequest,
  ReleaseRequest,
} from './dto/course.request';
import { NumberedResponse, StageResponse, VersionedResponse } from './dto/detention.response';
import { DetentionResponse } from './dto/detention-view.response';
import { EditDetentionRequest, RecordSentenceRequest } from './dto/edit-detention.request';
import { LogDetentionRequest } from './dto/log-detention.request';

/** Logging a detention, its own facts, and reading it. */
@ApiTags('detentions')
@Controller('detentions')
export class DetentionsController {
  constructor(
    private readonly log: LogDetention,
    private readonly detention: ReadDetention,
    private readonly editing: EditDetention,
  ) {}

  /** Opens the case, registers the person when new, and starts the clocks. */
  @Post()
  @Requires('case.register')
  @ApiCreatedResponse({ type: OpenedCaseResponse })
  @Idempotent()
  create(@CurrentActor() actor: Actor, @Body() body: LogDetentionRequest): Promise<OpenedCase> {
    return this.log.run(actor, body);
  }

  @Get(':id')
  @Requires('case.read')
  @ApiOkResponse({ type: DetentionResponse })
  read(@CurrentActor() actor: Actor, @Id() id: string): Promise<DetentionView> {
    return this.detention.run(actor, id);
  }

  @Patch(':id')
  @Requires('case.edit')
  edit(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: EditDetentionRequest,
  ): Promise<VersionedResponse> {
    return this.editing.edit(actor, id, version, body);
  }

  /** The sentence as pronounced; a later record replaces it. */
  @Post(':id/sentence')
  @Requires('case.edit')
  @HttpCode(200)
  sentence(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: RecordSentenceRequest,
  ): Promise<VersionedResponse> {
    return this.editing.sentence(actor, id, version, body);
  }
}

/** What happens to the person: contacts, stages, places, wishes, release. */
@ApiTags('detentions')
@Controller('detentions/:id')
export class DetentionCourseController {
  constructor(
    private readonly recordContact: RecordContact,
    private readonly changeStage: ChangeStage,
    private readonly movePerson: MovePerson,
    private readonly recordWish: RecordWish,
    private readonly notifyFamily: NotifyFamily,
  ) {}

  /** A visit or another contact, with what was checked; or that access was denied. */
  @Post('contacts')
  @Requires('contact.record')
  @Idempotent()
  contact(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordContactRequest,
  ): Promise<NumberedResponse> {
    return this.recordContact.run(actor, id, body);
  }

  @Post('stages')
  @Requires('case.edit')
  @Idempotent()
  stage(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ChangeStageRequest,
  ): Promise<StageResponse> {
    return this.changeStage.run(actor, id, body);
  }

  /** How the detention ended. */
  @Post('release')
  @Requires('case.edit')
  @Idempotent()
  release(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ReleaseRequest,
  ): Promise<StageResponse> {
    return this.changeStage.run(actor, id, body);
  }

  @Post('facility-stays')
  @Requires('case.edit')
  @Idempotent()
  move(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: MovePersonRequest,
  ): Promise<KeptFactResponse> {
    return this.movePerson.run(actor, id, body);
  }

  @Post('wishes')
  @Requires('contact.record')
  @Idempotent()
  wish(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordWishRequest,
  ): Promise<KeptFactResponse> {
    return this.recordWish.run(actor, id, body);
  }

  /** Refused (422) until the person's wish is recorded as yes. */
  @Post('family-notifications')
  @Requires('contact.record')
  @Idempotent()
  family(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: NotifyFamilyRequest,
  ): Promise<KeptFactResponse> {
    return this.notifyFamily.run(actor, id, body);
  }
}
