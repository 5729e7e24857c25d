import { readKeys, StartupError, type AppConfig } from '../config';
import { Keyring } from '../platform/crypto/keyring';
import { keyServicesOf } from '../platform/crypto/key-service-settings';
import { createRecovery, recoverKeys, rotateKeys } from '../platform/database/key-care';

/** As the owner of the database: the application itself never sees keys that are not its actor's. */
function tools(config: AppConfig) {
  const { ownerUrl } = config.database;
  if (ownerUrl === null) {
    throw new StartupError('DATABASE_OWNER_URL is missing: keys are cared for as the owner');
  }
  const keyring = new Keyring(readKeys(config.keys.url));
  return { ownerUrl, services: keyServicesOf(config.keyService, keyring) };
}

export const rotate = async (config: AppConfig, all: boolean): Promise<string> => {
  const { ownerUrl, services } = tools(config);
  return JSON.stringify(await rotateKeys(ownerUrl, services, all));
};

export const prepareRecovery = async (config: AppConfig): Promise<string> => {
  const { ownerUrl, services } = tools(config);
  return JSON.stringify(await createRecovery(ownerUrl, services));
};

export const recover = async (config: AppConfig, shares: [string, string]): Promise<string> => {
  const { ownerUrl, services } = tools(config);
  return JSON.stringify(await recoverKeys(ownerUrl, services, shares));
};
