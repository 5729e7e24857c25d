/** What the composition root hands to the module. */
export class PapersSettings {
  /** @param verificationPage address of the public page that is printed on every paper */
  constructor(readonly verificationPage: string) {}
}
