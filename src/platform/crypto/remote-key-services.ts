import type { KMSClient } from '@aws-sdk/client-kms';
import { KeyServiceDown, type KeyService } from './key-service';

/** How long a key service may take (milliseconds); a person waits for it. */
const PATIENCE = 3_000;

/**
 * The transit engine of HashiCorp Vault (or OpenBao): keys never leave it. `context` travels as
 * associated data of AES-256-GCM.
 */
export class VaultKeyService implements KeyService {
  readonly reference: string;

  /**
   * @param base e.g. `https://vault.example:8200`
   * @param path mount and name of the key, e.g. `transit/amparo`
   */
  constructor(
    private readonly base: string,
    private readonly path: string,
    private readonly token: string,
  ) {
    this.reference = `vault:${path}`;
  }

  async wrap(key: Buffer, context: string): Promise<string> {
    const { ciphertext } = await this.ask('encrypt', {
      plaintext: key.toString('base64'),
      associated_data: Buffer.from(context).toString('base64'),
    });
    return ciphertext!;
  }

  async unwrap(wrapped: string, context: string): Promise<Buffer> {
    const { plaintext } = await this.ask('decrypt', {
      ciphertext: wrapped,
      associated_data: Buffer.from(context).toString('base64'),
    });
    return Buffer.from(plaintext!, 'base64');
  }

  private async ask(verb: string, body: object): Promise<Record<string, string>> {
    const [mount, name] = [
      this.path.slice(0, this.path.lastIndexOf('/')),
      this.path.split('/').at(-1),
    ];
    const response = await fetch(`${this.base}/v1/${mount}/${verb}/${name}`, {
      method: 'POST',
      headers: { 'x-vault-token': this.token, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
    }).catch((error: unknown) => {
      throw new KeyServiceDown((error as Error).message);
    });
    // 400: what was sent cannot be decrypted; anything else is the service's own trouble
    if (response.status === 400)
      throw new Error('the wrapped key was changed or is of another case');
    if (!response.ok) throw new KeyServiceDown(`key service answered ${response.status}`);
    return ((await response.json()) as { data: Record<string, string> }).data;
  }
}

/** AWS KMS, or whatever speaks its protocol; `context` travels as its encryption context. */
export class KmsKeyService implements KeyService {
  readonly reference: string;
  private client: KMSClient | null = null;

  /** @param endpoint of a compatible service; absent: AWS, by the region and credentials of the environment */
  constructor(
    private readonly keyId: string,
    private readonly endpoint?: string,
  ) {
    this.reference = `kms:${keyId}`;
  }

  async wrap(key: Buffer, context: string): Promise<string> {
    const { EncryptCommand } = await this.library();
    const { CiphertextBlob } = await this.trying((client) =>
      client.send(
        new EncryptCommand({ KeyId: this.keyId, Plaintext: key, EncryptionContext: { context } }),
      ),
    );
    return Buffer.from(CiphertextBlob!).toString('base64');
  }

  async unwrap(wrapped: string, context: string): Promise<Buffer> {
    const { DecryptCommand } = await this.library();
    const { Plaintext } = await this.trying((client) =>
      client.send(
        new DecryptCommand({
          KeyId: this.keyId,
          CiphertextBlob: Buffer.from(wrapped, 'base64'),
          EncryptionContext: { context },
        }),
      ),
    );
    return Buffer.from(Plaintext!);
  }

  /** Loaded when it is needed: most installations have another service, or none. */
  private library() {
    return import('@aws-sdk/client-kms');
  }

  private async trying<T>(work: (client: KMSClient) => Promise<T>): Promise<T> {
    const { KMSClient: Client } = await this.library();
    this.client ??= new Client({
      ...(this.endpoint ? { endpoint: this.endpoint } : {}),
      maxAttempts: 2,
      requestHandler: { requestTimeout: PATIENCE, connectionTimeout: PATIENCE },
    });
    try {
      return await work(this.client);
    } catch (error) {
      if ((error as Error).name === 'InvalidCiphertextException') throw error;
      throw new KeyServiceDown((error as Error).message);
    }
  }
}
