import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import type { PaperKind } from './domain/paper-kinds';
import { normalCode } from './domain/verification-code';
import { sha256 } from './issue-paper';

const VERIFY = statement('papers.verify', 'SELECT app.verify_paper($1, $2) AS found');

/** What anybody with the code may know of a paper; dates are civil dates of its post. */
export interface Verification {
  /** `unknown` for every code that no paper carries, whatever its form. */
  state: 'unknown' | 'issued' | 'annulled';
  issuedOn: string | null;
  annulledOn: string | null;
  /** Whether the file whose SHA-256 was given is the one that was issued; null: none was given. */
  fileMatches: boolean | null;
  /** Absent (null) when the paper, or its case today, is not open to everybody at its post. */
  kind: PaperKind | null;
  postName: string | null;
  postCity: string | null;
  /** ISO 3166-1 alpha-2. */
  postCountry: string | null;
}

const NOTHING: Verification = {
  state: 'unknown',
  issuedOn: null,
  annulledOn: null,
  fileMatches: null,
  kind: null,
  postName: null,
  postCity: null,
  postCountry: null,
};

/**
 * Confirms a paper to whoever holds it. A code is 100 random bits and only its hash is compared, so
 * that nothing is found by trying; unknown and malformed codes take the same way to the same answer.
 */
@Injectable()
export class VerifyPaper {
  constructor(private readonly database: Database) {}

  async run(body: { code: string; sha256?: string }): Promise<Verification> {
    const [row] = await this.database.withoutActor<{ found: Partial<Verification> }>(VERIFY, [
      sha256(normalCode(body.code)),
      body.sha256 ? Buffer.from(body.sha256, 'hex') : null,
    ]);
    return { ...NOTHING, ...row!.found };
  }
}
