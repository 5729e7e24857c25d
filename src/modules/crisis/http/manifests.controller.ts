import { Body, Controller, Get, HttpCode, Post, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { Boarding } from '../acts/boarding';
import { asPdf } from '../../papers';
import { Broadcasts } from '../acts/broadcasts';
import { Fares } from '../acts/fares';
import { Manifests } from '../acts/manifests';
import { PrintManifest } from '../print-manifest';
import { ReadManifests } from '../read-manifests';
import { IncidentKeptResponse, ManifestListResponse } from './dto/crisis.responses';
import {
  ArrivalRecordedResponse,
  BoardingRecordedResponse,
  BroadcastListResponse,
  BroadcastPreviewResponse,
  BroadcastSentResponse,
  FaresRecordedResponse,
  ManifestSeatsResponse,
  ReconciliationResponse,
  SeatsGivenResponse,
} from './dto/manifest.responses';
import { PreviewBroadcastRequest, SendBroadcastRequest } from './dto/broadcast.requests';
import {
  CompareBoardingRequest,
  GiveSeatsRequest,
  NewManifestRequest,
  RecordArrivalRequest,
  RecordBoardingRequest,
  RecordFaresRequest,
  ReleaseSeatRequest,
} from './dto/manifest.requests';

/** Flights and buses of an incident: seats, boarding, arrival. */
@ApiTags('incidents')
@Controller('incidents/:id/manifests')
export class ManifestsController {
  constructor(
    private readonly manifests: Manifests,
    private readonly boarding: Boarding,
    private readonly fares: Fares,
    private readonly reading: ReadManifests,
    private readonly printing: PrintManifest,
  ) {}

  @Get()
  @Requires('crisis.read')
  list(@CurrentActor() actor: Actor, @Id() id: string): Promise<ManifestListResponse> {
    return this.reading.list(actor, id);
  }

  @Post()
  @Requires('crisis.work')
  @Idempotent()
  create(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: NewManifestRequest,
  ): Promise<IncidentKeptResponse> {
    return this.manifests.create(actor, id, body);
  }

  @Get(':manifest')
  @Requires('crisis.read')
  show(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('manifest') manifest: string,
  ): Promise<ManifestSeatsResponse> {
    return this.reading.show(actor, id, manifest);
  }

  /** The list of passengers as it is now, to be called by name at the gate. */
  @Get(':manifest/pdf')
  @Requires('crisis.read')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async pdf(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('manifest') manifest: string,
  ): Promise<StreamableFile> {
    return asPdf(await this.printing.run(actor, id, manifest));
  }

  /** Who paid which share of the seats named; what was recorded before no longer holds. */
  @Post(':manifest/fares')
  @HttpCode(200)
  @Requires('crisis.work')
  @Idempotent()
  recordFares(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('manifest') manifest: string,
    @Body() body: RecordFaresRequest,
  ): Promise<FaresRecordedResponse> {
    return this.fares.record(actor, id, manifest, body);
  }

  /** By priority; whoever finds no seat waits. */
  @Post(':manifest/seats')
  @HttpCode(200)
  @Requires('crisis.work')
  @Idempotent()
  seat(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('manifest') manifest: string,
    @Body() { personIds }: GiveSeatsRequest,
  ): Promise<SeatsGivenResponse> {
    return this.manifests.seat(actor, id, manifest, personIds);
  }

  /** The seat goes to whoever waits with the greatest need. */
  @Post(':manifest/releases')
  @HttpCode(200)
  @Requires('crisis.work')
  @Idempotent()
  release(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('manifest') manifest: string,
    @Body() { personId }: ReleaseSeatRequest,
  ): Promise<SeatsGivenResponse> {
    return this.manifests.release(actor, id, manifest, personId);
  }

  /** Compares the carrier’s names with the manifest; changes nothing. */
  @Post(':manifest/boarding-comparison')
  @HttpCode(200)
  @Requires('crisis.work')
  compare(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('manifest') manifest: string,
    @Body() { names }: CompareBoardingRequest,
  ): Promise<ReconciliationResponse> {
    return this.boarding.compare(actor, id, manifest, names);
  }

  @Post(':manifest/boarding')
  @HttpCode(200)
  @Requires('crisis.work')
  @Idempotent()
  board(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('manifest') manifest: string,
    @Body() body: RecordBoardingRequest,
  ): Promise<BoardingRecordedResponse> {
    return this.boarding.board(actor, id, manifest, body);
  }

  @Post(':manifest/arrival')
  @HttpCode(200)
  @Requires('crisis.work')
  @Idempotent()
  arrive(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('manifest') manifest: string,
    @Body() body: RecordArrivalRequest,
  ): Promise<ArrivalRecordedResponse> {
    return this.boarding.arrive(actor, id, manifest, body);
  }
}

/** Messages to many of an incident. */
@ApiTags('incidents')
@Controller('incidents/:id')
export class BroadcastsController {
  constructor(private readonly broadcasts: Broadcasts) {}

  @Get('broadcasts')
  @Requires('crisis.read')
  list(@CurrentActor() actor: Actor, @Id() id: string): Promise<BroadcastListResponse> {
    return this.broadcasts.list(actor, id);
  }

  @Post('broadcast-preview')
  @HttpCode(200)
  @Requires('crisis.work')
  preview(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { filter }: PreviewBroadcastRequest,
  ): Promise<BroadcastPreviewResponse> {
    return this.broadcasts.preview(actor, id, filter);
  }

  @Post('broadcasts')
  @Requires('crisis.work')
  @Idempotent()
  send(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: SendBroadcastRequest,
  ): Promise<BroadcastSentResponse> {
    return this.broadcasts.send(actor, id, body);
  }
}
