import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Idempotent } from '../../../platform/http/decorators';
import { DocumentPolicies } from '../document-policies';
import { CreateDocumentPolicyRequest } from './dto/document.requests';
import {
  DocumentPoliciesResponse,
  DocumentPolicyCreatedResponse,
  DocumentPolicyResponse,
} from './dto/document.responses';

@ApiTags('documents')
@Controller('document-policies')
export class DocumentPoliciesController {
  constructor(private readonly policies: DocumentPolicies) {}

  /** Every version, the newest first. */
  @Get()
  @Requires('policy.read')
  list(@CurrentActor() actor: Actor): Promise<DocumentPoliciesResponse> {
    return this.policies.history(actor);
  }

  /** The version in force: what a file must keep to. */
  @Get('current')
  @Requires('document.read')
  current(@CurrentActor() actor: Actor): Promise<DocumentPolicyResponse> {
    return this.policies.show(actor);
  }

  /** The next version. */
  @Post()
  @Requires('policy.edit')
  @Idempotent()
  create(
    @CurrentActor() actor: Actor,
    @Body() body: CreateDocumentPolicyRequest,
  ): Promise<DocumentPolicyCreatedResponse> {
    return this.policies.create(actor, body);
  }
}
