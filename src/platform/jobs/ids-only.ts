import type { z } from 'zod';

type Def = {
  type: string;
  format?: string;
  checks?: { _zod: { def: { format?: string } } }[];
  shape?: Record<string, { _zod: { def: Def } }>;
  element?: { _zod: { def: Def } };
  innerType?: { _zod: { def: Def } };
  options?: { _zod: { def: Def } }[];
};

const PLAIN = new Set(['number', 'boolean', 'enum', 'literal', 'null', 'undefined']);
const WRAPPING = new Set(['optional', 'nullable', 'default', 'readonly', 'nonoptional']);
/** Formats with a closed alphabet: an id or a code, never a name or a sentence. */
const IDENTIFYING = new Set(['uuid', 'guid', 'regex']);

/**
 * A payload is an object of ids, numbers and closed codes. Free text is refused when the contract is
 * declared, so that no name, address or story can ever lie in a queue.
 */
export function assertIdsOnly(job: string, schema: z.ZodType): void {
  const def = schema._zod.def as unknown as Def;
  if (def.type !== 'object') throw new Error(`job ${job}: the payload is an object of ids`);
  for (const [field, child] of Object.entries(def.shape ?? {})) {
    if (!identifies(child._zod.def)) {
      throw new Error(
        `job ${job}: payload field ${field} must be an id, a number or a closed code`,
      );
    }
  }
}

function identifies(def: Def): boolean {
  if (PLAIN.has(def.type)) return true;
  if (def.type === 'string') {
    const formats = [def.format, ...(def.checks ?? []).map((check) => check._zod.def.format)];
    return formats.some((format) => format !== undefined && IDENTIFYING.has(format));
  }
  if (def.type === 'array') return identifies(def.element!._zod.def);
  if (def.type === 'union') return def.options!.every((option) => identifies(option._zod.def));
  return WRAPPING.has(def.type) && identifies(def.innerType!._zod.def);
}
