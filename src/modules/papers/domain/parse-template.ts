import Mustache from 'mustache';
import { LIMITS, type TemplateContent } from './template-content';
import type { ListVariable, Schema } from './variables';

/** What is wrong in a template, and where. `params` complete the message. */
export interface TemplateFault {
  /** `body`, `fields[2].code`, … */
  path: string;
  /** 1-based line of the text; absent for faults of a field. */
  line?: number;
  code: string;
  name?: string;
}

export type Node =
  | { kind: 'text'; text: string }
  | { kind: 'value'; path: string; local: boolean }
  | { kind: 'when'; path: string; local: boolean; absent: boolean; inside: Node[] }
  | { kind: 'each'; path: string; inside: Node[] };

export interface ParsedTemplate {
  nodes: Node[];
  /** Full names of the facts it uses. */
  uses: Set<string>;
  faults: TemplateFault[];
}

type Token = [type: string, value: string, start: number, end: number, ...rest: unknown[]];

/**
 * Reads a template's text. The language is Mustache without what could run, fetch or recurse:
 * `{{group.name}}` writes a fact, `{{#x}}…{{/x}}` repeats over a list or shows its inside when the
 * fact is known, `{{^x}}…{{/x}}` when it is not. No lambdas, no partials, no other delimiters; only
 * declared names. Loops run over rows that exist, so every template comes to an end.
 */
export function parseTemplate(content: TemplateContent, schema: Schema): ParsedTemplate {
  const parsed: ParsedTemplate = { nodes: [], uses: new Set(), faults: [] };
  checkFields(content, schema, parsed);
  const fields = new Set(content.fields.map((field) => `field.${field.code}`));
  let tokens: Token[];
  try {
    tokens = Mustache.parse(content.body) as Token[];
  } catch (error) {
    parsed.faults.push(syntaxFault(content.body, (error as Error).message));
    return parsed;
  }
  const reader = new Reader(content.body, schema, fields, parsed);
  parsed.nodes = reader.read(tokens, null, 0);
  return parsed;
}

class Reader {
  constructor(
    private readonly body: string,
    private readonly schema: Schema,
    private readonly fields: ReadonlySet<string>,
    private readonly parsed: ParsedTemplate,
  ) {}

  read(tokens: readonly Token[], list: ListVariable | null, depth: number): Node[] {
    return tokens.flatMap((token): Node[] => {
      const [type, value, start] = token;
      if (type === 'text') return [{ kind: 'text', text: value }];
      if (type === '!') return [];
      if (type === 'name') return this.value(value, start, list);
      if (type === '#' || type === '^') return this.section(token, list, depth);
      return this.fault(start, 'TEMPLATE_TAG_NOT_ALLOWED', value);
    });
  }

  private value(name: string, at: number, list: ListVariable | null): Node[] {
    if (list && name in list.items) return [{ kind: 'value', path: name, local: true }];
    const variable = this.lookUp(name);
    if (variable === undefined) return this.fault(at, 'TEMPLATE_UNKNOWN_NAME', name);
    if (variable === 'list') return this.fault(at, 'TEMPLATE_LIST_NEEDS_SECTION', name);
    return [{ kind: 'value', path: name, local: false }];
  }

  private section(token: Token, list: ListVariable | null, depth: number): Node[] {
    const [type, name, start, , children] = token;
    const inside = children as Token[];
    if (depth >= LIMITS.depth) return this.fault(start, 'TEMPLATE_TOO_DEEP', name);
    const absent = type === '^';
    if (list && name in list.items) {
      const nodes = this.read(inside, list, depth + 1);
      return [{ kind: 'when', path: name, local: true, absent, inside: nodes }];
    }
    const variable = this.lookUp(name);
    if (variable === undefined) return this.fault(start, 'TEMPLATE_UNKNOWN_NAME', name);
    if (variable === 'list' && !absent) {
      if (list) return this.fault(start, 'TEMPLATE_LIST_IN_LIST', name);
      const rows = this.schema.get(name) as ListVariable;
      return [{ kind: 'each', path: name, inside: this.read(inside, rows, depth + 1) }];
    }
    const nodes = this.read(inside, list, depth + 1);
    return [{ kind: 'when', path: name, local: false, absent, inside: nodes }];
  }

  private lookUp(name: string): 'text' | 'list' | undefined {
    if (this.fields.has(name)) return 'text';
    const variable = this.schema.get(name);
    if (variable) this.parsed.uses.add(name);
    return variable?.kind;
  }

  private fault(at: number, code: string, name: string): [] {
    this.parsed.faults.push({
      path: 'body',
      line: lineAt(this.body, at),
      code,
      name: name.slice(0, 80),
    });
    return [];
  }
}

function checkFields(content: TemplateContent, schema: Schema, parsed: ParsedTemplate): void {
  const seen = new Set<string>();
  content.fields.forEach(({ code, from }, index) => {
    if (seen.has(code)) {
      parsed.faults.push({
        path: `fields[${index}].code`,
        code: 'TEMPLATE_FIELD_TWICE',
        name: code,
      });
    }
    seen.add(code);
    if (!from) return;
    if (schema.get(from)?.kind === 'text') parsed.uses.add(from);
    else {
      parsed.faults.push({
        path: `fields[${index}].from`,
        code: 'TEMPLATE_UNKNOWN_NAME',
        name: from,
      });
    }
  });
}

/** The parser's own refusals name a position; people need a line. */
function syntaxFault(body: string, message: string): TemplateFault {
  const at = Number(/ at (\d+)$/.exec(message)?.[1] ?? 0);
  const name = /"([^"]{0,80})/.exec(message)?.[1];
  const code = message.startsWith('Unclosed section')
    ? 'TEMPLATE_SECTION_OPEN'
    : message.startsWith('Unopened section')
      ? 'TEMPLATE_SECTION_NOT_OPENED'
      : 'TEMPLATE_TAG_OPEN';
  return { path: 'body', line: lineAt(body, at), code, ...(name === undefined ? {} : { name }) };
}

const lineAt = (text: string, position: number): number =>
  text.slice(0, position).split('\n').length;
