import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import {
  PolicyVersions,
  type NewPolicyVersion,
  type PolicyVersion,
} from '../../platform/policies/policy-versions';
import { documentPolicySchema, type DocumentPolicyContent } from './domain/document-policy';

export type CurrentDocumentPolicy = DocumentPolicyContent & { version: number };

export type DocumentPolicyVersion = Omit<PolicyVersion<DocumentPolicyContent>, 'createdBy'> & {
  author: string | null;
};

/** Limits of documents: headquarters' own versions, each with the instant from which it holds. */
@Injectable()
export class DocumentPolicies {
  private readonly versions: PolicyVersions<DocumentPolicyContent>;

  constructor(
    private readonly database: Database,
    audit: Audit,
    clock: Clock,
  ) {
    this.versions = new PolicyVersions(
      {
        table: 'document_policies',
        subject: 'document_policy',
        schema: documentPolicySchema,
        explain: ({ code }) => ({ code }),
      },
      { database, audit, clock },
    );
  }

  /** The version in force, within the ambient transaction. */
  async current(): Promise<CurrentDocumentPolicy> {
    const { version, content } = await this.versions.inForce();
    return { ...documentPolicySchema.parse(content), version };
  }

  /** The version in force, for whoever is about to choose a file. */
  show(actor: Actor): Promise<CurrentDocumentPolicy> {
    return this.database.inTransaction(actor, () => this.current());
  }

  async history(actor: Actor): Promise<{ items: DocumentPolicyVersion[] }> {
    const items = await this.versions.list(actor);
    return { items: items.map(({ createdBy: author, ...version }) => ({ ...version, author })) };
  }

  /** Writes the next version. What is kept stays as it was taken in; the next file meets the new one. */
  create(actor: Actor, body: NewPolicyVersion): Promise<{ version: number }> {
    actor.require('policy.edit');
    return this.versions.create(actor, body);
  }
}
