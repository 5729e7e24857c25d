import { KeyServices, KeyringService } from './key-service';
import type { Keyring } from './keyring';
import { KmsKeyService, VaultKeyService } from './remote-key-services';

export interface KeyServiceSettings {
  /** `vault:https://host:8200/transit/amparo`, `kms:<key id or alias>[?endpoint=https://…]`; null: the keyring. */
  url: string | null;
  /** Of Vault. */
  token: string | null;
}

/** The configured key service, with the keyring to take an emergency's key while it is down. */
export function keyServicesOf({ url, token }: KeyServiceSettings, keyring: Keyring): KeyServices {
  const own = new KeyringService(keyring);
  if (url === null) return new KeyServices(own);
  if (url.startsWith('vault:')) {
    const { origin, pathname } = new URL(url.slice('vault:'.length));
    const path = pathname.replace(/^\/|\/$/g, '');
    return new KeyServices(new VaultKeyService(origin, path, token ?? ''), own);
  }
  const [keyId, query = ''] = url.slice('kms:'.length).split('?');
  const endpoint = new URLSearchParams(query).get('endpoint');
  return new KeyServices(new KmsKeyService(keyId!, endpoint ?? undefined), own);
}
