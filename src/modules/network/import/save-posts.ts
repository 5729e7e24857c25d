import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { Revisions } from '../../../platform/database/revisions';
import { newId } from '../../../platform/ids';
import { CalendarChanges } from '../calendars/calendar-changes';
import { Post } from '../posts/post.entity';
import type { PostRow } from './post-rows';

export interface ImportCounts {
  created: number;
  updated: number;
  unchanged: number;
}

/** Fields that decide which days a post works. */
const CALENDAR_FIELDS: readonly string[] = ['country', 'subdivision', 'timeZone'];

type Imported = Pick<
  Post,
  | 'kind'
  | 'name'
  | 'city'
  | 'country'
  | 'subdivision'
  | 'parentId'
  | 'timeZone'
  | 'latitude'
  | 'longitude'
  | 'currency'
  | 'languages'
  | 'source'
>;

/** Writes checked rows of posts, touching only what differs. */
@Injectable()
export class SavePosts {
  constructor(
    private readonly database: Database,
    private readonly revisions: Revisions,
    private readonly changes: CalendarChanges,
  ) {}

  /** Within the ambient transaction. */
  async save(rows: readonly PostRow[]): Promise<ImportCounts> {
    const { manager } = this.database;
    const known = new Map((await manager.find(Post)).map((post) => [post.code, post]));
    const ids = new Map([...known].map(([code, post]) => [code, post.id]));
    for (const row of rows) if (!ids.has(row.code)) ids.set(row.code, newId());

    const created = rows.filter((row) => !known.has(row.code));
    if (created.length > 0) {
      await manager.insert(
        Post,
        created.map((row) => ({
          id: ids.get(row.code)!,
          code: row.code,
          ...toPost(row, ids, null),
        })),
      );
    }
    let updated = 0;
    for (const row of rows) {
      const post = known.get(row.code);
      if (post && (await this.update(post, toPost(row, ids, post.subdivision)))) updated += 1;
    }
    return {
      created: created.length,
      updated,
      unchanged: rows.length - created.length - updated,
    };
  }

  private async update(post: Post, imported: Imported): Promise<boolean> {
    const fields = (Object.keys(imported) as (keyof Imported)[]).filter(
      (field) => JSON.stringify(imported[field]) !== JSON.stringify(post[field]),
    );
    if (fields.length === 0) return false;
    const version = post.version + 1;
    await this.database.manager.update(Post, post.id, { ...imported, version });
    await this.revisions.record('post', post.id, version, fields);
    if (fields.some((field) => CALENDAR_FIELDS.includes(field)))
      await this.changes.announce(post.id);
    return true;
  }
}

function toPost(
  row: PostRow,
  ids: ReadonlyMap<string, string>,
  knownSubdivision: string | null,
): Imported {
  const { kind, name, city, country, timeZone, latitude, longitude, currency, languages, source } =
    row;
  const kept = knownSubdivision?.startsWith(`${country}-`) ? knownSubdivision : null;
  return {
    ...{ kind, name, city, country, timeZone, latitude, longitude, currency, languages, source },
    subdivision: row.subdivision === undefined ? kept : row.subdivision,
    parentId: row.parentCode ? ids.get(row.parentCode)! : null,
  };
}
