import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { ComposedPaper } from './compose-paper';
import { toBlocks } from './domain/blocks';
import { fillTemplate } from './domain/fill-template';
import type { PaperData } from './domain/variables';
import { PapersSettings } from './papers-settings';
import { toPrintOrder } from './pdf/document';
import { Printer } from './pdf/printer';
import { Templates, type StoredTemplate } from './templates/templates';

/** Everything, beside the template's version, that an issued paper was printed from. */
export interface MadeFrom {
  data: PaperData;
  values: Record<string, string>;
  number: string;
  code: string;
  /** ISO 8601; the file gives it as its date of creation. */
  createdAt: string;
  verificationPage: string;
}

/** From what a paper is made of to its bytes; the same gives the same, whenever it is done again. */
@Injectable()
export class PrintPaper {
  constructor(
    private readonly templates: Templates,
    private readonly printer: Printer,
    private readonly settings: PapersSettings,
  ) {}

  fix(
    composed: ComposedPaper,
    stamp: { number: string; code: string; now: Temporal.Instant },
  ): MadeFrom {
    return {
      data: composed.data,
      values: composed.values,
      number: stamp.number,
      code: stamp.code,
      createdAt: stamp.now.toString(),
      verificationPage: this.settings.verificationPage,
    };
  }

  /** The file of an issued paper. */
  print(made: MadeFrom, { kind, content }: StoredTemplate): Promise<Buffer> {
    const { nodes } = this.templates.parse(kind, content);
    return this.printer.print(
      toPrintOrder(toBlocks(fillTemplate(nodes, made.data, made.values)), {
        title: content.title,
        postName: String(made.data['post']?.['name'] ?? ''),
        number: made.number,
        createdAt: new Date(made.createdAt),
        verification: { code: made.code, page: made.verificationPage },
      }),
    );
  }

  /** A draft, which says across every page that it is one. */
  printDraft(composed: ComposedPaper, now: Temporal.Instant): Promise<Buffer> {
    return this.printer.print(
      toPrintOrder(composed.blocks, {
        title: composed.template.content.title,
        postName: composed.post.name,
        number: null,
        createdAt: new Date(now.epochMilliseconds),
        verification: null,
      }),
    );
  }
}
