import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Idempotent } from '../../../platform/http/decorators';
import { WritePolicy } from '../policies/write-policy';
import { CreatePolicyRequest, PreviewPolicyRequest } from './dto/obligation.requests';
import {
  PolicyListResponse,
  PolicyPageResponse,
  PolicyPreviewResponse,
} from './dto/obligation.responses';

@ApiTags('obligations')
@Controller('obligation-policies')
export class PoliciesController {
  constructor(private readonly policies: WritePolicy) {}

  /** All versions, newest first. */
  @Get()
  @Requires('policy.read')
  list(@CurrentActor() actor: Actor): Promise<PolicyListResponse> {
    return this.policies.list(actor);
  }

  @Get('current')
  @Requires('policy.read')
  current(@CurrentActor() actor: Actor): Promise<PolicyPageResponse> {
    return this.policies.show(actor);
  }

  @Get(':version')
  @Requires('policy.read')
  show(
    @CurrentActor() actor: Actor,
    @Param('version', ParseIntPipe) version: number,
  ): Promise<PolicyPageResponse> {
    return this.policies.show(actor, version);
  }

  /** A new version; open cases are planned again once it is in force. */
  @Post()
  @Requires('policy.edit')
  @Idempotent()
  create(
    @CurrentActor() actor: Actor,
    @Body() body: CreatePolicyRequest,
  ): Promise<PolicyPageResponse> {
    return this.policies.create(actor, body);
  }

  /** What a content would move, without changing anything. */
  @Post('preview')
  @HttpCode(200)
  @Requires('policy.edit')
  preview(
    @CurrentActor() actor: Actor,
    @Body() body: PreviewPolicyRequest,
  ): Promise<PolicyPreviewResponse> {
    return this.policies.preview(actor, body);
  }
}
