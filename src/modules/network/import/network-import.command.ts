import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Actor } from '../../../platform/access/actor';
import { DomainError } from '../../../platform/errors/domain-error';
import { ImportNetwork, type ImportResult } from './import-network';
import type { ImportFile } from './import-problem';

/**
 * `network import <posts.csv> <jurisdictions.csv>`: paths from the working folder.
 * Throws DomainError FILE_UNREADABLE, or NETWORK_IMPORT_REFUSED whose `errors` say file, line and
 * column of each problem.
 */
export async function importNetwork(
  application: INestApplicationContext,
  postsPath: string,
  jurisdictionsPath: string,
): Promise<ImportResult> {
  const [posts, jurisdictions] = [await read(postsPath), await read(jurisdictionsPath)];
  return application.get(ImportNetwork).run(Actor.system(), posts, jurisdictions);
}

async function read(path: string): Promise<ImportFile> {
  try {
    return { name: basename(path), content: await readFile(path) };
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'UNKNOWN';
    throw new DomainError('FILE_UNREADABLE', { params: { path, reason } });
  }
}
