/** What the composition root tells the metrics part. */
export abstract class MetricsSettings {
  /** Bearer token that may read /metrics; null: only programs on this machine may. */
  abstract readonly token: string | null;
}
