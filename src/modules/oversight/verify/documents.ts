import type { Invariant, Witness } from './invariant';

/**
 * Contents that one proof reads whole; of a larger register, as many drawn at random. Files of sealed
 * cases cannot be read by a proof: their own seal shows any change when a member opens one.
 */
const MOST_CONTENTS = 2_000;
/** Hours that a file may wait for its row: an upload that is under way, or that a crash cut off. */
const PATIENCE = 25;

const NAMED = 'SELECT file_id AS id FROM document_versions';
const DRAWN = `
  SELECT file_id AS id, sha256 FROM document_versions WHERE file_key IS NULL ORDER BY random() LIMIT ${MOST_CONTENTS}`;

/** Documents and the files behind them: one for each, and each what it was when it came in. */
export const documentInvariants = ({ owner, files, clock }: Witness): Invariant[] => {
  const named = async () =>
    new Set((await owner.query<{ id: string }>(NAMED)).rows.map((r) => r.id));
  return [
    {
      name: 'documents_without_file',
      async count() {
        // rows first: a file that comes in meanwhile has no row yet, and a row never comes first
        const missing = await named();
        for await (const { id } of files.list()) missing.delete(id);
        return missing.size;
      },
    },
    {
      name: 'files_without_document',
      async count() {
        const before = clock.now().subtract({ hours: PATIENCE }).epochMilliseconds;
        const old: string[] = [];
        for await (const { id, at } of files.list()) if (at.getTime() < before) old.push(id);
        const known = await named();
        return old.filter((id) => !known.has(id)).length;
      },
    },
    {
      name: 'documents_differing_from_their_hash',
      async count() {
        const { rows } = await owner.query<{ id: string; sha256: string }>(DRAWN);
        let differing = 0;
        for (const { id, sha256 } of rows) {
          const hash = await files.hash(id).catch(() => null);
          if (hash !== sha256) differing += 1;
        }
        return differing;
      },
    },
  ];
};
