/** What the composition root tells the mail part. */
export abstract class MailSettings {
  abstract readonly smtpUrl: string;
  /** E.g. `Amparo <amparo@example.pe>`. */
  abstract readonly from: string;
  /** Origin of the links, without a slash at the end. */
  abstract readonly publicUrl: string;
  /** Milliseconds that a mail server may be silent before it counts as away. */
  abstract readonly patience: number;
  /** Milliseconds that mails leave an unreachable server alone, so that they hold up no other work. */
  abstract readonly rest: number;
}

export const DEFAULT_PATIENCE = 10_000;
export const DEFAULT_REST = 15_000;
