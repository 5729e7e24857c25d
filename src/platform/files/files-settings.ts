/** Where files rest. */
export abstract class FilesSettings {
  /** `file:<folder>` or `s3://<key>:<secret>@<host>/<bucket>?region=<region>&tls=off`. */
  abstract readonly url: string;
  /** Local folder in which content waits, sealed, until it is accepted. */
  abstract readonly incoming: string;
}
