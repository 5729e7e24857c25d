import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { DomainError } from '../../platform/errors/domain-error';
import { Translator } from '../../platform/i18n/messages';
import type { Case } from '../cases';
import { Posts, type PostView } from '../network';
import { CaseFacts, countryName } from './case-facts';
import { toBlocks, type Block } from './domain/blocks';
import { fillTemplate } from './domain/fill-template';
import { PAPER_RULES, type PaperKind } from './domain/paper-kinds';
import { dateInWords, inSentence, shortDate } from './domain/spanish';
import { LIMITS, type TemplateField } from './domain/template-content';
import { withoutRestricted, type PaperData } from './domain/variables';
import type { Paper } from './paper.entity';
import { PaperFacts, type PaperPlace } from './paper-facts';
import { Templates, type StoredTemplate } from './templates/templates';

/** Only papers that everybody at the post sees: a list must not name what its reader may not. */
const REMITTED = statement(
  'papers.remitted',
  `SELECT p.number, p.kind, p.issued_on::text AS "issuedOn", c.reference
     FROM papers p JOIN cases c ON c.id = p.case_id
    WHERE p.post_id = $1 AND p.issued_on BETWEEN $2 AND $3 AND p.state = 'issued'
      AND p.tier = 'standard' AND c.tier = 'standard'
    ORDER BY p.issued_at, p.id LIMIT $4`,
);

/** A paper as it would be printed now. */
export interface ComposedPaper {
  template: StoredTemplate;
  post: PostView;
  data: PaperData;
  /** What each field says: what the officer wrote, else what is proposed. */
  values: Record<string, string>;
  /** Codes of required fields that are still empty. */
  missing: string[];
  blocks: Block[];
}

export interface Stamp {
  number: string;
  issuedOn: Temporal.PlainDate;
}

/** Brings together a paper's template, the facts that its writer may see, and what they completed. */
@Injectable()
export class ComposePaper {
  constructor(
    private readonly database: Database,
    private readonly templates: Templates,
    private readonly facts: PaperFacts,
    private readonly caseFacts: CaseFacts,
    private readonly posts: Posts,
    private readonly translator: Translator,
  ) {}

  /**
   * Inside a transaction, for a draft or for the moment of issuing.
   * @param file the case, when the paper is of one
   * @param stamp number and date, when it is being issued
   */
  async run(
    paper: Paper,
    file: Case | null,
    now: Temporal.Instant,
    stamp: Stamp | null,
  ): Promise<ComposedPaper> {
    const post = await this.posts.get(this.database.actor, paper.postId);
    const template = await this.templates.version(paper.kind, paper.templateVersion);
    const parsed = this.templates.parse(paper.kind, template.content);
    const place = { zone: post.timeZone, now };
    const gathered = file ? await this.caseFacts.of(file, place) : await this.remitted(paper);
    const all: PaperData = { ...gathered, ...this.around(post, place, stamp) };
    const data =
      paper.tier === 'restricted' ? all : withoutRestricted(all, this.facts.schemaOf(paper.kind));
    const written = JSON.parse(paper.fieldValues.reveal()) as Record<string, string>;
    const values = valuesOf(template.content.fields, written, data);
    return {
      template,
      post,
      data,
      values,
      missing: template.content.fields
        .filter(({ code, required }) => required && (values[code] ?? '') === '')
        .map(({ code }) => code),
      blocks: toBlocks(fillTemplate(parsed.nodes, data, values)),
    };
  }

  /** Inside a transaction: whether the current template of `kind` uses anything restricted. */
  async usesRestricted(kind: PaperKind): Promise<boolean> {
    const { content } = await this.templates.current(kind);
    const schema = this.facts.schemaOf(kind);
    return [...this.templates.parse(kind, content).uses].some(
      (name) => schema.get(name)?.restricted,
    );
  }

  private around(post: PostView, { zone, now }: PaperPlace, stamp: Stamp | null): PaperData {
    const { the, start, of, to } = inSentence(post.name);
    const date = stamp?.issuedOn ?? now.toZonedDateTimeISO(zone).toPlainDate();
    return {
      paper: {
        number: stamp?.number ?? '',
        date: dateInWords(date),
        short_date: shortDate(date),
      },
      post: {
        name: post.name,
        the_name: the,
        start_name: start,
        of_name: of,
        to_name: to,
        city: post.city,
        country: countryName(post.country),
      },
      officer: { name: this.database.actor.displayName, office: this.officeAt(post.id) },
    };
  }

  /** The role in which the writer signs: the one held at the post, else the one at headquarters. */
  private officeAt(postId: string): string {
    const { grants } = this.database.actor;
    const grant =
      grants.find((each) => each.postId === postId && each.role === 'head_of_post') ??
      grants.find((each) => each.postId === postId) ??
      grants.find((each) => each.postId === null);
    return grant ? this.translator.translate('es', `staffRole.${grant.role}`) : '';
  }

  private async remitted(paper: Paper): Promise<PaperData> {
    const from = Temporal.PlainDate.from(paper.periodFrom!);
    const to = Temporal.PlainDate.from(paper.periodTo!);
    const rows = await this.database.query<{
      number: string;
      kind: PaperKind;
      issuedOn: string;
      reference: string | null;
    }>(REMITTED, [paper.postId, from.toString(), to.toString(), LIMITS.rows + 1]);
    if (rows.length > LIMITS.rows) {
      throw new DomainError('PAPER_LIST_TOO_LONG', { params: { most: LIMITS.rows } });
    }
    return {
      remittance: {
        from: dateInWords(from),
        to: dateInWords(to),
        count: String(rows.length),
        rows: rows.map(({ number, kind, issuedOn, reference }, index) => ({
          n: String(index + 1),
          number,
          kind: PAPER_RULES[kind].label.es,
          date: shortDate(Temporal.PlainDate.from(issuedOn)),
          case: reference ?? '',
        })),
      },
    };
  }
}

function valuesOf(
  fields: readonly TemplateField[],
  written: Record<string, string>,
  data: PaperData,
): Record<string, string> {
  return Object.fromEntries(
    fields.map(({ code, from }) => {
      const [group = '', name = ''] = (from ?? '').split('.', 2);
      const proposed = data[group]?.[name];
      return [code, (written[code] ?? (typeof proposed === 'string' ? proposed : '')).trim()];
    }),
  );
}
