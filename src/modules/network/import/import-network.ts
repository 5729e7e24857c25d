import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { DomainError } from '../../../platform/errors/domain-error';
import type { ImportFile, ImportProblem } from './import-problem';
import { readJurisdictionRows } from './jurisdiction-rows';
import { readPostRows, type KnownPost } from './post-rows';
import { SaveJurisdictions } from './save-jurisdictions';
import { SavePosts, type ImportCounts } from './save-posts';
import type { PostKind } from '../domain/post-kind';

const LOCK = statement(
  'network.lock-import',
  `SELECT pg_advisory_xact_lock(hashtextextended('network import', 0))`,
);
const KNOWN = statement(
  'network.known-posts',
  `SELECT p.code, p.kind, parent.code AS "parentCode"
     FROM posts p LEFT JOIN posts parent ON parent.id = p.parent_id`,
);

/** Posts at the top; a district is created, ended or unchanged. */
export interface ImportResult extends ImportCounts {
  jurisdictions: { created: number; ended: number; unchanged: number };
}

/**
 * Brings the register of posts and consular districts to what two files say: all of it or nothing.
 * The same files again change nothing. Posts that the files do not name stay as they are; the
 * districts of a named post become exactly those of the file.
 */
@Injectable()
export class ImportNetwork {
  constructor(
    private readonly database: Database,
    private readonly posts: SavePosts,
    private readonly jurisdictions: SaveJurisdictions,
    private readonly audit: Audit,
  ) {}

  /** 422 NETWORK_IMPORT_REFUSED with every problem of both files, each with its file and line. */
  async run(actor: Actor, posts: ImportFile, jurisdictions: ImportFile): Promise<ImportResult> {
    actor.require('post.manage');
    return this.database.inTransaction(actor, async () => {
      await this.database.query(LOCK);
      const known = await this.database.query<KnownPost & { code: string; kind: PostKind }>(KNOWN);
      const postRows = readPostRows(posts, new Map(known.map((post) => [post.code, post])));
      const districts = readJurisdictionRows(
        jurisdictions,
        new Set([...known.map((post) => post.code), ...postRows.codes]),
      );
      const problems = [...postRows.problems, ...districts.problems];
      if (problems.length > 0) throw refusal(problems);

      const saved = await this.posts.save(postRows.rows);
      const named = new Set([
        ...postRows.rows.map((row) => row.code),
        ...districts.rows.map((row) => row.postCode),
      ]);
      const result = {
        ...saved,
        jurisdictions: await this.jurisdictions.save(districts.rows, [...named]),
      };
      await this.audit.record({
        action: 'network.imported',
        subjectType: 'network',
        subjectId: null,
        details: result,
      });
      return result;
    });
  }
}

function refusal(problems: readonly ImportProblem[]): DomainError {
  return new DomainError('NETWORK_IMPORT_REFUSED', {
    params: { count: problems.length },
    errors: problems.map(({ file, line, column, code }) => ({
      path: `${file}:${line}${column ? ` ${column}` : ''}`,
      code,
    })),
  });
}
