import { MISSING, unshield } from './shield';

/** A stretch of text; `blank` is a line to be filled by hand. */
export interface Run {
  text: string;
  bold?: true;
}

/** What a paper is made of, for the printer and for the preview on screen alike. */
export type Block =
  | { kind: 'title' | 'heading'; runs: Run[] }
  | { kind: 'paragraph' | 'right' | 'quote'; runs: Run[] }
  | { kind: 'list'; items: Run[][] }
  | { kind: 'facts'; rows: { label: string; value: Run[] }[] }
  | { kind: 'table'; widths: number[]; head: Run[][]; rows: Run[][][] }
  | { kind: 'signatures'; signers: string[][] }
  | { kind: 'rule' };

/** What a paper says where the register has nothing. */
export const NOT_ON_RECORD = 'No consta';
const BLANK = '______________________';
const FACT = /^([^:|]{1,100}?)::\s*(.*)$/;
const SIGNATURES = '[firmas]';
const WIDTHS = /^(\|\s*=[1-9]\d?\s*)+\|$/;

/**
 * Reads a filled text line by line. `# ` title, `## ` heading, `>> ` on the right, `> ` indented,
 * `- ` item, `Etiqueta:: valor` fact, `| a | b |` table whose first row is the repeated head (a row
 * `|=2|=1|` gives the widths), `[firmas] Name / Office; Name / Office` signature block,
 * `---` rule; an empty line ends a paragraph; `**bold**`.
 */
export function toBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let open: string[] = [];
  const close = () => {
    if (open.length > 0) blocks.push({ kind: 'paragraph', runs: runsOf(open.join(' ')) });
    open = [];
  };
  for (const line of text.split('\n').map((each) => each.trim())) {
    const block = blockOf(line);
    if (!block) {
      if (line === '') close();
      else open.push(line);
      continue;
    }
    close();
    if (!join(blocks.at(-1), block, line)) blocks.push(block);
  }
  close();
  return blocks.filter((block) => block.kind !== 'table' || block.rows.length > 0);
}

function blockOf(line: string): Block | null {
  if (line === '---') return { kind: 'rule' };
  if (line.startsWith('## ')) return { kind: 'heading', runs: runsOf(line.slice(3)) };
  if (line.startsWith('# ')) return { kind: 'title', runs: runsOf(line.slice(2)) };
  if (line.startsWith('>> ')) return { kind: 'right', runs: runsOf(line.slice(3)) };
  if (line.startsWith('> ')) return { kind: 'quote', runs: runsOf(line.slice(2)) };
  if (line.startsWith('- ')) return { kind: 'list', items: [runsOf(line.slice(2))] };
  if (line.startsWith(SIGNATURES)) return signatures(line.slice(SIGNATURES.length));
  if (line.startsWith('|')) return { kind: 'table', widths: [], head: cellsOf(line), rows: [] };
  const fact = FACT.exec(line);
  if (fact) {
    const value = known(fact[2]!) ? runsOf(fact[2]!) : [{ text: NOT_ON_RECORD }];
    return { kind: 'facts', rows: [{ label: unshield(fact[1]!.trim()), value }] };
  }
  return null;
}

/** Lines of one list, one set of facts or one table belong together. */
function join(last: Block | undefined, block: Block, line: string): boolean {
  if (last?.kind === 'list' && block.kind === 'list') last.items.push(...block.items);
  else if (last?.kind === 'facts' && block.kind === 'facts') last.rows.push(...block.rows);
  else if (last?.kind === 'table' && block.kind === 'table') {
    const widths = WIDTHS.test(line) ? [...line.matchAll(/\d+/g)].map(Number) : null;
    if (widths?.length === last.head.length) last.widths = widths;
    else last.rows.push(fitted(block.head, last.head.length));
  } else return false;
  return true;
}

function signatures(text: string): Block {
  const signers = text.split(';').map((signer) =>
    signer
      .split('/')
      .map((part) => (known(part) ? unshield(part).trim() : ''))
      .filter((part, index) => index === 0 || part !== ''),
  );
  return { kind: 'signatures', signers: signers.slice(0, 3) };
}

const known = (text: string): boolean => text.replaceAll(MISSING, '').trim() !== '';

/** Cells of `| a | b |`; an unknown one is a dash. */
const cellsOf = (line: string): Run[][] =>
  line
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map((cell) => (known(cell) ? runsOf(cell.trim()) : [{ text: '—' }]));

const fitted = (cells: Run[][], width: number): Run[][] =>
  Array.from({ length: width }, (_, i) => cells[i] ?? [{ text: '' }]);

/** `**bold**` and plain stretches; a blank line to fill where a fact is not known. */
function runsOf(text: string): Run[] {
  return text
    .replaceAll(MISSING, BLANK)
    .split('**')
    .map((part, index): Run => {
      const run: Run = { text: unshield(part) };
      return index % 2 === 1 ? { ...run, bold: true } : run;
    })
    .filter((run) => run.text !== '');
}

/** Everything that a paper says, in order, for searching and for tests. */
export function plainText(blocks: readonly Block[]): string {
  const of = (runs: readonly Run[]) => runs.map((run) => run.text).join('');
  return blocks
    .map((block) => {
      if (block.kind === 'rule') return '';
      if (block.kind === 'list') return block.items.map(of).join('\n');
      if (block.kind === 'facts')
        return block.rows.map((row) => `${row.label}: ${of(row.value)}`).join('\n');
      if (block.kind === 'table')
        return [block.head, ...block.rows].map((row) => row.map(of).join(' | ')).join('\n');
      if (block.kind === 'signatures') return block.signers.map((s) => s.join('\n')).join('\n');
      return of(block.runs);
    })
    .join('\n');
}
