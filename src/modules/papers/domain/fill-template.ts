import { DomainError } from '../../../platform/errors/domain-error';
import type { Node } from './parse-template';
import { MISSING, shield } from './shield';
import { LIMITS } from './template-content';
import type { PaperData, PaperRow } from './variables';

/**
 * The template's text with its facts, ready for `toBlocks`. Values cannot write markup: their
 * characters are shielded. A fact that is not known leaves a mark that prints as a blank to fill.
 * @param fields what the officer completed, by code
 * @throws DomainError 422 TEMPLATE_TOO_LONG when the result passes the limits
 */
export function fillTemplate(
  nodes: readonly Node[],
  data: PaperData,
  fields: Readonly<Record<string, string>>,
): string {
  const filling = new Filling(data, fields);
  filling.write(nodes, null);
  return filling.text;
}

class Filling {
  text = '';
  private steps = 0;

  constructor(
    private readonly data: PaperData,
    private readonly fields: Readonly<Record<string, string>>,
  ) {}

  write(nodes: readonly Node[], row: PaperRow | null): void {
    for (const node of nodes) {
      this.steps += 1;
      if (this.steps > LIMITS.steps || this.text.length > LIMITS.text) {
        throw new DomainError('TEMPLATE_TOO_LONG');
      }
      if (node.kind === 'text') this.text += node.text;
      else if (node.kind === 'value') {
        const value = this.textOf(node.path, node.local ? row : null);
        this.text += value === '' ? MISSING : shield(value);
      } else if (node.kind === 'each') {
        for (const each of this.rowsOf(node.path)) this.write(node.inside, each);
      } else if (this.isKnown(node.path, node.local ? row : null) !== node.absent) {
        this.write(node.inside, row);
      }
    }
  }

  private isKnown(path: string, row: PaperRow | null): boolean {
    return this.textOf(path, row) !== '' || (row === null && this.rowsOf(path).length > 0);
  }

  private textOf(path: string, row: PaperRow | null): string {
    if (row) return (row[path] ?? '').trim();
    const [group = '', name = ''] = path.split('.', 2);
    const value = group === 'field' ? this.fields[name] : this.data[group]?.[name];
    return typeof value === 'string' ? value.trim() : '';
  }

  private rowsOf(path: string): readonly PaperRow[] {
    const [group = '', name = ''] = path.split('.', 2);
    const value = this.data[group]?.[name];
    return Array.isArray(value) ? value.slice(0, LIMITS.rows) : [];
  }
}
