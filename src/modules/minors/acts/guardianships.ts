import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { protect, ProtectedText } from '../../../platform/crypto/protected-text';
import { Revisions } from '../../../platform/database/revisions';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { GUARDIANSHIP_TRANSITIONS, type GuardianshipState } from '../domain/guardianship';
import { MinorGuardianship } from '../entities/child.entity';
import type {
  ClaimGuardianshipRequest,
  DecideGuardianshipRequest,
  RevokeGuardianshipRequest,
} from '../http/dto/guardian.requests';
import { assertExpiry, MinorWork, optionalPastDayIn, type MinorFile } from '../minor-work';

interface Kept {
  id: string;
  version: number;
}

/** Who answers for the child: claimed with a paper, verified or rejected, revoked, corrected anew. */
@Injectable()
export class Guardianships {
  constructor(
    private readonly work: MinorWork,
    private readonly revisions: Revisions,
  ) {}

  /** `replaces` corrects an earlier entry, which counts no longer. */
  claim(actor: Actor, caseId: string, body: ClaimGuardianshipRequest): Promise<Kept> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const personId = await this.work.guardianOf(file, body.personId);
      const issuedOn = optionalPastDayIn(file, body.issuedOn, 'issuedOn');
      assertExpiry(file, issuedOn, body.expiresOn);
      if (body.replaces) this.assertStanding(file, body.replaces);
      const documentId = await this.work.documentOf(file.case.id, body.documentId);
      const id = newId();
      const { ground } = body;
      this.work.insert(MinorGuardianship, {
        id,
        caseId,
        personId,
        ground,
        state: 'claimed',
        sole: body.sole ?? false,
        authority: protect(body.authority),
        number: protect(body.number),
        issuedOn,
        expiresOn: body.expiresOn ?? null,
        documentId,
        note: protect(body.note),
        replaces: body.replaces ?? null,
        claimedAt: file.now,
        decidedAt: null,
        endedAt: null,
        decision: null,
        version: 1,
      });
      await this.work.record(file, {
        kind: 'guardianship.claimed',
        id,
        data: { guardianshipId: id, personId, ground, replaces: body.replaces ?? null },
      });
      return { id, version: 1 };
    });
  }

  /** 422 DOCUMENT_NEEDED: nothing is verified without the paper's authority and number, or its file. */
  decide(
    actor: Actor,
    caseId: string,
    id: string,
    expected: number,
    body: DecideGuardianshipRequest,
  ): Promise<Kept> {
    return this.change(actor, caseId, id, expected, body.decision, (file, row) => {
      const shown = row.documentId ?? (row.authority && row.number);
      if (body.decision === 'verified' && !shown) throw new DomainError('DOCUMENT_NEEDED');
      return { decidedAt: file.now, decision: ProtectedText.clear(body.reason) };
    });
  }

  /** It counts no longer, from this instant. */
  revoke(
    actor: Actor,
    caseId: string,
    id: string,
    expected: number,
    body: RevokeGuardianshipRequest,
  ): Promise<Kept> {
    return this.change(actor, caseId, id, expected, 'revoked', (file) => ({
      endedAt: file.now,
      decision: ProtectedText.clear(body.reason),
    }));
  }

  private change(
    actor: Actor,
    caseId: string,
    id: string,
    expected: number,
    to: GuardianshipState,
    changes: (file: MinorFile, row: MinorGuardianship) => Partial<MinorGuardianship>,
  ): Promise<Kept> {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const { manager } = this.work.database;
      const row = await manager.findOneBy(MinorGuardianship, { id, caseId });
      if (!row) throw notFound();
      await this.revisions.assertCurrent('minor_guardianship', id, row.version, expected);
      const allowed: readonly GuardianshipState[] = GUARDIANSHIP_TRANSITIONS[row.state];
      const replaced = file.facts.guardianships.some((g) => g.id === id && g.replaced);
      if (replaced || !allowed.includes(to)) {
        throw new DomainError('GUARDIANSHIP_DOES_NOT_FOLLOW', {
          status: 409,
          allowed: replaced ? [] : allowed,
        });
      }
      const version = row.version + 1;
      const next = { ...changes(file, row), state: to, version };
      await manager.update(MinorGuardianship, id, next);
      await this.revisions.record('minor_guardianship', id, version, ['state']);
      await this.work.record(file, {
        kind: to === 'revoked' ? 'guardianship.revoked' : 'guardianship.decided',
        id,
        data: {
          guardianshipId: id,
          personId: row.personId,
          guardianshipState: to,
          reason: next.decision ?? null,
        },
      });
      return { id, version };
    });
  }

  private assertStanding({ facts }: MinorFile, id: string): void {
    const found = facts.guardianships.find((g) => g.id === id);
    if (!found) throw invalidField('replaces', 'NOT_IN_THIS_CASE');
    if (found.replaced) throw new DomainError('ALREADY_REPLACED', { status: 409 });
  }
}
