import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { SafeContactPanel } from '../safe-contact-panel';
import { SafeContactPolicies } from '../safe-contact-policies';
import { SafeContacts } from '../safe-contacts';
import {
  ArrangeSafeContactRequest,
  CreateSafeContactPolicyRequest,
} from './dto/safe-contact.requests';
import {
  SafeContactArrangedResponse,
  SafeContactListResponse,
  SafeContactPolicyCreatedResponse,
  SafeContactPolicyListResponse,
} from './dto/safe-contact.responses';

/** How a person in danger may be reached, and what a message to them may say. */
@ApiTags('safe-contacts')
@Controller()
export class SafeContactsController {
  constructor(
    private readonly contacts: SafeContacts,
    private readonly panel: SafeContactPanel,
    private readonly policies: SafeContactPolicies,
  ) {}

  /** Every version, newest first, for readers of restricted parts. */
  @Get('cases/:id/safe-contacts')
  @Requires('case.read')
  list(@CurrentActor() actor: Actor, @Id() id: string): Promise<SafeContactListResponse> {
    return this.panel.history(actor, id);
  }

  /** A new version; the one before stays. 409 SAFE_CONTACT_CHANGED when it starts from an older one. */
  @Post('cases/:id/safe-contacts')
  @Requires('case.edit')
  @Idempotent()
  arrange(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ArrangeSafeContactRequest,
  ): Promise<SafeContactArrangedResponse> {
    return this.contacts.arrange(actor, id, body);
  }

  /** The neutral text and the words that no message may carry, newest version first. */
  @Get('safe-contact-policies')
  @Requires('policy.read')
  listPolicies(@CurrentActor() actor: Actor): Promise<SafeContactPolicyListResponse> {
    return this.policies.list(actor);
  }

  @Post('safe-contact-policies')
  @Requires('policy.edit')
  @Idempotent()
  createPolicy(
    @CurrentActor() actor: Actor,
    @Body() body: CreateSafeContactPolicyRequest,
  ): Promise<SafeContactPolicyCreatedResponse> {
    return this.policies.create(actor, body);
  }
}
