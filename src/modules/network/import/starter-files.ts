import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FOLDER = 'src/modules/network/starter';

/** The two files that ship with the product, found from the sources as from the build. */
export function starterFiles(): { posts: string; jurisdictions: string } {
  let root = __dirname;
  while (!existsSync(join(root, FOLDER, 'posts.csv'))) {
    const above = dirname(root);
    if (above === root) throw new Error(`${FOLDER} is missing: it ships with the product`);
    root = above;
  }
  return {
    posts: join(root, FOLDER, 'posts.csv'),
    jurisdictions: join(root, FOLDER, 'jurisdictions.csv'),
  };
}
