import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { Boarding } from '../acts/boarding';
import { Broadcasts } from '../acts/broadcasts';
import { Manifests } from '../acts/manifests';
import { ReadManifests } from '../read-manifests';
import { IncidentKeptResponse, ManifestListResponse } from './dto/crisis.responses';
import {
  ArrivalRecordedResponse,
  BoardingRecordedResponse,
  BroadcastListResponse,
  BroadcastPreviewResponse,
  BroadcastSentResponse,
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
  ReleaseSeatRequest,
} from './dto/manifest.requests';

/** Flights and buses of an incident: seats, boarding, arrival. */
@ApiTags('incidents')
@Controller('incidents/:id/manifests')
export class ManifestsController {
  constructor(
    private readonly manifests: Manifests,
    private readonly boarding: Boarding,
    private readonly reading: ReadManifests,
  ) {}

  @Get()
  @Requires('crisis.read')
  list(@CurrentActor() actor: Actor, @Id() id: string): Promise<ManifestListResponse> {
    return this.reading.list(actor, id) as Promise<unknown> as Promise<ManifestListResponse>;
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
    return this.reading.show(
      actor,
      id,
      manifest,
    ) as Promise<unknown> as Promise<ManifestSeatsResponse>;
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
    return this.broadcasts.list(actor, id) as Promise<unknown> as Promise<BroadcastListResponse>;
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
