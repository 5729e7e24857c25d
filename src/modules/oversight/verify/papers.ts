import { counted, type Invariant, type Witness } from './invariant';

/** An issued paper has its file, and the file is the one that was issued; a draft has none. */
const ALTERED = `
  SELECT count(*) AS n FROM papers p FULL JOIN paper_files f ON f.paper_id = p.id
   WHERE (p.number IS NOT NULL) <> (f.paper_id IS NOT NULL) OR (sha256(f.content) <> p.pdf_hash AND substr(f.content, 1, 3) <> '\\xe29fa6'::bytea)`;

export const paperInvariants = ({ owner }: Witness): Invariant[] => [
  counted('papers_without_their_file', owner, ALTERED),
];
