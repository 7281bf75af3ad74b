import { deployApp } from "./deploy.ts";
import type { Deployment } from "./deployment.ts";
import { startEmulator } from "./emulator.ts";
import { localFolder } from "./folders.ts";
import { type IdentityProvider, openIdentityProvider } from "./identity-provider.ts";

/** The app, deployed and answering on this machine. */
export type LocalCloud = {
  endpoint: string;
  deployment: Deployment;
  identityProvider: IdentityProvider;
  stop(): Promise<void>;
};

/** Starts the emulator and deploys the app into it; what was started is stopped again when a later part fails. */
export const startLocalCloud = async (log: (line: string) => void): Promise<LocalCloud> => {
  const identityProvider = await openIdentityProvider(localFolder);
  const { endpoint, stop } = await startEmulator({ directory: localFolder, log });
  try {
    const deployment = await deployApp({ endpoint, jwks: identityProvider.jwks, log });
    return { endpoint, deployment, identityProvider, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
