/** How a code reads to a person, Spanish first. */
export interface Label {
  es: string;
  en: string;
}

/** A total map: every code of the vocabulary has its words. */
export type Labels<Code extends string> = Readonly<Record<Code, Label>>;
